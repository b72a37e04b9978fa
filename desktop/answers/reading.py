"""The answers of an input file, checked against the questionnaires they belong to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.answers.move_words import told
from desktop.answers.moving import Move, move_answers
from desktop.answers.sheet_reading import FindEarlier, heading_problem, none_known, read_sheet, versions_of
from desktop.answers.values import Answer, AnswerSheet
from desktop.content.plan_input import PlanInput
from desktop.content.questionnaires.questionnaire import QuestionKey, Questionnaire
from desktop.errors import ContentError, Problem
from desktop.text import say


@dataclass(frozen=True, slots=True)
class AnsweredFile:
    """The questionnaires an input file answers, in its order, and one sheet of all answers.

    `warnings` say what became of answers to earlier versions.
    """

    questionnaires: tuple[Questionnaire, ...]
    sheet: AnswerSheet
    warnings: tuple[Problem, ...] = ()


def read_answers(
    plan_input: PlanInput, library: Mapping[str, Questionnaire], find_earlier: FindEarlier = none_known
) -> AnsweredFile:
    """The answers of the file; ContentError with every problem where some do not fit.

    Answers to an earlier version that `find_earlier` knows are moved to today's questionnaire.
    """
    document = plan_input.document
    problems: list[Problem] = []
    sheet: dict[QuestionKey, Answer] = {}
    used: dict[int, tuple[Questionnaire, Questionnaire]] = {}
    for index, entry in enumerate(plan_input.assessments):
        answered, today = versions_of(entry.id, entry.version, library, find_earlier)
        if answered is None or today is None:
            path = ("assessments", index)
            problems.append(heading_problem(document, path, (entry.id, entry.version), library))
            continue
        if today in [new for _, new in used.values()]:
            sentence = say("the questionnaire `{id}` appears twice; keep one", id=entry.id)
            problems.append(document.problem(("assessments", index), sentence, "A002"))
            continue
        used[index] = answered, today
        problems.extend(
            read_sheet(document, ("assessments", index, "answers"), entry.answers, answered, sheet)
        )
    if not used and not problems:
        problems.append(
            document.problem(("assessments",), say("no questionnaire is answered; add one"), "A003")
        )
    if problems:
        raise ContentError(*problems)
    versions = tuple(used.values())
    questionnaires = tuple(new for _, new in versions)
    if all(old is new for old, new in versions):
        return AnsweredFile(questionnaires, sheet)
    move = move_answers(versions, sheet)
    return AnsweredFile(questionnaires, move.after, tuple(_warnings(plan_input, used, move)))


def _warnings(
    plan_input: PlanInput, used: Mapping[int, tuple[Questionnaire, Questionnaire]], move: Move
) -> Iterator[Problem]:
    for index, (old, new) in used.items():
        if old is not new:
            place = ("assessments", index, "version")
            yield plan_input.document.problem(place, told(move, old, new), "A008", is_warning=True)
