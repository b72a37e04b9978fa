"""One list of answers in a file, checked against the version of the questionnaire it answers."""

import difflib
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from desktop.answers.plain import AnswerError, answer_from_plain
from desktop.answers.values import Answer
from desktop.content.pairing import successor
from desktop.content.questionnaire import QuestionKey, Questionnaire
from desktop.content.strict_yaml import Document, Steps
from desktop.errors import Problem

FindEarlier: TypeAlias = Callable[[str, str], Questionnaire | None]
"""Gives a questionnaire in an earlier version, by its id and that version."""


def none_known(_questionnaire_id: str, _version: str) -> None:
    """Where no earlier version is known."""
    return


def versions_of(
    identity: str, version: str | None, library: Mapping[str, Questionnaire], find_earlier: FindEarlier
) -> tuple[Questionnaire | None, Questionnaire | None]:
    """The questionnaire as it was answered, and as it is today; None where one of them is not known."""
    today = successor(identity, library.values())
    if today is not None and today.id == identity and version in (None, today.version):
        return today, today
    return None if version is None else find_earlier(identity, version), today


def heading_problem(
    document: Document, path: Steps, named: tuple[str, str | None], library: Mapping[str, Questionnaire]
) -> Problem:
    """Why a questionnaire named by id and version is not known."""
    identity, version = named
    today = successor(identity, library.values())
    if today is None:
        sentence = f"there is no questionnaire `{identity[:60]}`; {like_one_of(identity, library)}"
        return document.problem((*path, "id"), sentence, "A001")
    sentence = (
        f"`{today.id}` is here in version {today.version}, the answers are for {(version or identity)[:20]}"
    )
    return document.problem((*path, "version"), f"{sentence}; check them and write `{today.version}`", "A004")


def read_sheet(
    document: Document,
    path: Steps,
    plain_answers: Mapping[str, Any],
    questionnaire: Questionnaire,
    sheet: dict[QuestionKey, Answer],
) -> list[Problem]:
    """Put the answers that stand at `path` into the sheet; every problem with them."""
    problems: list[Problem] = []
    for name, plain in plain_answers.items():
        place = (*path, name)
        question = questionnaire.questions.get(name)
        if question is None:
            known = like_one_of(name, questionnaire.questions)
            sentence = f"`{questionnaire.id}` has no question `{name[:60]}`; {known}"
            problems.append(document.problem(place, sentence, "A005"))
            continue
        try:
            answer = answer_from_plain(question, plain)
        except AnswerError as error:
            problems.append(document.problem(place, str(error), "A006"))
            continue
        if sheet.setdefault(question.key, answer) != answer:
            sentence = (
                f"`{name}` is shared by two questionnaires and answered differently in the other; keep one"
            )
            problems.append(document.problem(place, sentence, "A007"))
    return problems


def like_one_of(name: str, known: Mapping[str, object]) -> str:
    """The known name that was probably meant, else all of them."""
    guess = difflib.get_close_matches(name, sorted(known), 1)
    return f"did you mean `{guess[0]}`?" if guess else f"there are: {', '.join(sorted(known))}"
