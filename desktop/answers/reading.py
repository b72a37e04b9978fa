"""The answers of an input file, checked against the questionnaires they belong to."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from desktop.answers.move_words import told
from desktop.answers.moving import Move, move_answers
from desktop.answers.plain import AnswerError, answer_from_plain
from desktop.answers.values import Answer, AnswerSheet
from desktop.content.guesses import guess
from desktop.content.pairing import successor
from desktop.content.plan_input import AnsweredQuestionnaire, PlanInput, answers_path
from desktop.content.questionnaire import QuestionKey, Questionnaire
from desktop.errors import ContentError, Problem
from desktop.text import Sentence, say

FindEarlier: TypeAlias = Callable[[str, str], Questionnaire | None]
"""Gives a questionnaire in an earlier version, by its id and that version."""


@dataclass(frozen=True, slots=True)
class AnsweredFile:
    """The questionnaires an input file answers, in its order, and one sheet of all answers.

    `warnings` say what became of answers to earlier versions.
    """

    questionnaires: tuple[Questionnaire, ...]
    sheet: AnswerSheet
    warnings: tuple[Problem, ...] = ()


def _none_known(_questionnaire_id: str, _version: str) -> None:
    return None


def read_answers(
    plan_input: PlanInput, library: Mapping[str, Questionnaire], find_earlier: FindEarlier = _none_known
) -> AnsweredFile:
    """The answers of the file; ContentError with every problem where some do not fit.

    Answers to an earlier version that `find_earlier` knows are moved to today's questionnaire.
    """
    document = plan_input.document
    problems: list[Problem] = []
    sheet: dict[QuestionKey, Answer] = {}
    used: dict[int, tuple[Questionnaire, Questionnaire]] = {}
    for index, entry in enumerate(plan_input.assessments):
        answered, today = _versions(entry, library, find_earlier)
        if answered is None or today is None:
            problems.append(_heading_problem(plan_input, index, entry, library))
            continue
        if today in [new for _, new in used.values()]:
            sentence = say("the questionnaire `{id}` stands twice; keep one", id=entry.id)
            problems.append(document.problem(("assessments", index), sentence, "A002"))
            continue
        used[index] = answered, today
        problems.extend(_read_sheet(plan_input, index, answered, sheet))
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


def _versions(
    entry: AnsweredQuestionnaire, library: Mapping[str, Questionnaire], find_earlier: FindEarlier
) -> tuple[Questionnaire | None, Questionnaire | None]:
    """The questionnaire as it was answered, and as it is today; None where one of them is not known."""
    today = successor(entry.id, library.values())
    if today is not None and (today.id, today.version) == (entry.id, entry.version):
        return today, today
    return find_earlier(entry.id, entry.version), today


def _warnings(
    plan_input: PlanInput, used: Mapping[int, tuple[Questionnaire, Questionnaire]], move: Move
) -> Iterator[Problem]:
    for index, (old, new) in used.items():
        if old is not new:
            place = ("assessments", index, "version")
            yield plan_input.document.problem(place, told(move, old, new), "A008", is_warning=True)


def _heading_problem(
    plan_input: PlanInput, index: int, entry: AnsweredQuestionnaire, library: Mapping[str, Questionnaire]
) -> Problem:
    document, path = plan_input.document, ("assessments", index)
    today = successor(entry.id, library.values())
    if today is None:
        sentence = say(
            "there is no questionnaire `{id}`; {advice}", id=entry.id[:60], advice=_like(entry.id, library)
        )
        return document.problem((*path, "id"), sentence, "A001")
    sentence = say(
        "`{id}` is here in version {today}, the answers are for {answered}; check them and write `{today}`",
        id=today.id,
        today=today.version,
        answered=entry.version[:20],
    )
    return document.problem((*path, "version"), sentence, "A004")


def _read_sheet(
    plan_input: PlanInput, index: int, questionnaire: Questionnaire, sheet: dict[QuestionKey, Answer]
) -> list[Problem]:
    problems: list[Problem] = []
    for name, plain in plan_input.assessments[index].answers.items():
        path = answers_path(index, name)
        question = questionnaire.questions.get(name)
        if question is None:
            sentence = say(
                "`{id}` has no question `{name}`; {advice}",
                id=questionnaire.id,
                name=name[:60],
                advice=_like(name, questionnaire.questions),
            )
            problems.append(plan_input.document.problem(path, sentence, "A005"))
            continue
        try:
            answer = answer_from_plain(question, plain)
        except AnswerError as error:
            problems.append(plan_input.document.problem(path, error.sentence, "A006"))
            continue
        if sheet.setdefault(question.key, answer) != answer:
            sentence = say(
                "`{name}` is shared by two questionnaires and answered differently in the other; keep one",
                name=name,
            )
            problems.append(plan_input.document.problem(path, sentence, "A007"))
    return problems


def _like(name: str, known: Mapping[str, object]) -> Sentence:
    return guess(name, known, say("there are: {known}", known=", ".join(sorted(known))))
