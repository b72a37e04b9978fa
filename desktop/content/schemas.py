"""JSON Schemas of the file formats, generated from the shapes that read them."""

from fractions import Fraction
from typing import Any

import msgspec

from desktop.content.brand import BrandFile
from desktop.content.catalogues.advice_file import ActionsFile, ActionTextFile, ServicesFile, ServiceTextFile
from desktop.content.catalogues.catalogue_file import CoursesFile
from desktop.content.consent import ConsentFile, ConsentTextFile
from desktop.content.networks.support_file import FundingFile, FundingTextFile, LabsFile, LabTextFile
from desktop.content.plan_input import PlanInputFile
from desktop.content.questionnaires.questionnaire_file import QuestionnaireFile, QuestionnaireTextFile

_SHAPES: dict[str, type] = {
    "questionnaire": QuestionnaireFile,
    "questionnaire-texts": QuestionnaireTextFile,
    "plan-input": PlanInputFile,
    "brand": BrandFile,
    "consent": ConsentFile,
    "consent-texts": ConsentTextFile,
    "courses": CoursesFile,
    "actions": ActionsFile,
    "action-texts": ActionTextFile,
    "services": ServicesFile,
    "service-texts": ServiceTextFile,
    "labs": LabsFile,
    "lab-texts": LabTextFile,
    "funding": FundingFile,
    "funding-texts": FundingTextFile,
}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a format by its name; KeyError where there is none."""
    return schema_of(_SHAPES[name])


def schema_of(shape: type) -> dict[str, Any]:
    """The JSON Schema of what a type reads."""
    generated = msgspec.json.schema(shape, schema_hook=_schema_of)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **generated}


def _schema_of(kind: type) -> dict[str, Any]:
    if kind is Fraction:
        fraction = {"type": "string", "pattern": r"^\d{1,9}/[1-9]\d{0,8}$"}
        return {"anyOf": [{"type": "number"}, fraction]}
    raise NotImplementedError(f"no schema for {kind.__name__}")
