"""One list of answers in a file, checked against the version of the questionnaire it answers."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from desktop.answers.plain import AnswerError, answer_from_plain
from desktop.answers.values import Answer
from desktop.content.files.guesses import guess
from desktop.content.files.strict_yaml import Document, Steps
from desktop.content.questionnaires.pairing import successor
from desktop.content.questionnaires.questionnaire import QuestionKey, Questionnaire
from desktop.errors import Problem
from desktop.text import Sentence, say

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
        sentence = say(
            "there is no questionnaire `{id}`; {advice}",
            id=identity[:60],
            advice=like_one_of(identity, library),
        )
        return document.problem((*path, "id"), sentence, "A001")
    sentence = say(
        "`{id}` is here in version {today}, the answers are for {answered}; check them and write `{today}`",
        id=today.id,
        today=today.version,
        answered=(version or identity)[:20],
    )
    return document.problem((*path, "version"), sentence, "A004")


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
            sentence = say(
                "`{id}` has no question `{name}`; {advice}",
                id=questionnaire.id,
                name=name[:60],
                advice=like_one_of(name, questionnaire.questions),
            )
            problems.append(document.problem(place, sentence, "A005"))
            continue
        try:
            answer = answer_from_plain(question, plain)
        except AnswerError as error:
            problems.append(document.problem(place, error.sentence, "A006"))
            continue
        if sheet.setdefault(question.key, answer) != answer:
            sentence = say(
                "`{name}` is shared by two questionnaires and answered differently in the other; keep one",
                name=name,
            )
            problems.append(document.problem(place, sentence, "A007"))
    return problems


def like_one_of(name: str, known: Mapping[str, object]) -> Sentence:
    """The known name that was probably meant, else all of them."""
    return guess(name, known, say("there are: {known}", known=", ".join(sorted(known))))
