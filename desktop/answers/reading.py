"""The answers of an input file, checked against the questionnaires they belong to."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.answers.plain import AnswerError, answer_from_plain
from desktop.answers.values import Answer, AnswerSheet
from desktop.content.plan_input import AnsweredQuestionnaire, PlanInput, answers_path
from desktop.content.questionnaire import QuestionKey, Questionnaire
from desktop.errors import ContentError, Problem


@dataclass(frozen=True, slots=True)
class AnsweredFile:
    """The questionnaires an input file answers, in its order, and one sheet of all answers."""

    questionnaires: tuple[Questionnaire, ...]
    sheet: AnswerSheet


def read_answers(plan_input: PlanInput, library: Mapping[str, Questionnaire]) -> AnsweredFile:
    """The answers of the file; ContentError with every problem where some do not fit."""
    document = plan_input.document
    problems: list[Problem] = []
    sheet: dict[QuestionKey, Answer] = {}
    used: list[Questionnaire] = []
    for index, entry in enumerate(plan_input.assessments):
        questionnaire = library.get(entry.id)
        problem = _heading_problem(plan_input, index, entry, library)
        if problem is not None or questionnaire is None:
            problems.append(problem or document.problem((), "no such questionnaire", "A001"))
            continue
        if questionnaire in used:
            sentence = f"the questionnaire `{entry.id}` stands twice; keep one"
            problems.append(document.problem(("assessments", index), sentence, "A002"))
            continue
        used.append(questionnaire)
        problems.extend(_read_sheet(plan_input, index, questionnaire, sheet))
    if not used and not problems:
        problems.append(document.problem(("assessments",), "no questionnaire is answered; add one", "A003"))
    if problems:
        raise ContentError(*problems)
    return AnsweredFile(tuple(used), sheet)


def _heading_problem(
    plan_input: PlanInput, index: int, entry: AnsweredQuestionnaire, library: Mapping[str, Questionnaire]
) -> Problem | None:
    document, path = plan_input.document, ("assessments", index)
    if entry.id not in library:
        sentence = f"there is no questionnaire `{entry.id[:60]}`; {_like(entry.id, library)}"
        return document.problem((*path, "id"), sentence, "A001")
    version = library[entry.id].version
    if entry.version != version:
        sentence = f"`{entry.id}` is here in version {version}, the answers are for {entry.version[:20]}"
        return document.problem((*path, "version"), f"{sentence}; check them and write `{version}`", "A004")
    return None


def _read_sheet(
    plan_input: PlanInput, index: int, questionnaire: Questionnaire, sheet: dict[QuestionKey, Answer]
) -> list[Problem]:
    problems: list[Problem] = []
    for name, plain in plan_input.assessments[index].answers.items():
        path = answers_path(index, name)
        question = questionnaire.questions.get(name)
        if question is None:
            sentence = (
                f"`{questionnaire.id}` has no question `{name[:60]}`; {_like(name, questionnaire.questions)}"
            )
            problems.append(plan_input.document.problem(path, sentence, "A005"))
            continue
        try:
            answer = answer_from_plain(question, plain)
        except AnswerError as error:
            problems.append(plan_input.document.problem(path, str(error), "A006"))
            continue
        if sheet.setdefault(question.key, answer) != answer:
            sentence = (
                f"`{name}` is shared by two questionnaires and answered differently in the other; keep one"
            )
            problems.append(plan_input.document.problem(path, sentence, "A007"))
    return problems


def _like(name: str, known: Mapping[str, object]) -> str:
    guess = difflib.get_close_matches(name, sorted(known), 1)
    return f"did you mean `{guess[0]}`?" if guess else f"there are: {', '.join(sorted(known))}"
