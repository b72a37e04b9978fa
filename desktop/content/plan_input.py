"""The input file of `sestante plan` and `sestante score`: a company, its limits and its answers."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.content.company import Company, Constraints
from desktop.content.decoding import FileFormat, decode
from desktop.content.questionnaire_file import Shape, Slug
from desktop.content.strict_yaml import Document, read_yaml


class AnsweredQuestionnaire(Shape, frozen=True):
    """The answers to one questionnaire by question id, in their plain form."""

    id: Slug
    version: str
    answers: dict[str, Any]


class PlanInputFile(FileFormat, frozen=True, kw_only=True):
    """The whole input file."""

    company: Company
    constraints: Constraints = Constraints()
    assessments: tuple[AnsweredQuestionnaire, ...]


@dataclass(frozen=True, slots=True)
class PlanInput:
    """An input file as read; the document knows the line of every answer."""

    document: Document
    company: Company
    constraints: Constraints
    assessments: tuple[AnsweredQuestionnaire, ...]


def read_plan_input(path: Path) -> PlanInput:
    """The input file at `path`; ContentError with file, line and remedy where its shape is wrong."""
    document = read_yaml(path)
    file = decode(document, PlanInputFile)
    return PlanInput(document, file.company, file.constraints, file.assessments)


def answers_path(index: int, question: str) -> tuple[str | int, ...]:
    """Where in the document an answer stands."""
    return ("assessments", index, "answers", question)
