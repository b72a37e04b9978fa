"""The data dictionary: every column of every table, its type and what it says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from desktop.text import Sentence, Wording, say

Type = Literal["text", "integer", "number", "month", "date"]
SIZES = ("micro", "small", "medium", "large")


@dataclass(frozen=True, slots=True)
class Field:
    """A column; `values` are all it may hold, where there are few."""

    name: str
    type: Type
    says: Sentence
    is_required: bool = True
    values: tuple[str, ...] = ()


_CODE = Field("company", "text", say("Code of the company; only the hub that made this file can resolve it."))
_STAGE = Field("stage", "text", say("Round of assessment: T0 before the hub's support, then T1, T2."))
_SIZE = Field(
    "size",
    "text",
    say("EU size class; empty where it is not told."),
    is_required=False,
    values=SIZES,
)
_SECTOR = Field(
    "sector", "text", say("NACE Rev. 2 section, a letter; empty where it is not told."), is_required=False
)
_REGION = Field("region", "text", say("NUTS 2 region; empty where it is not told."), is_required=False)
_QUESTIONNAIRE = Field("questionnaire", "text", say("Id of the questionnaire, such as dma-sme."))
_DIMENSION = Field(
    "dimension", "text", say("Id of the dimension; empty for the whole questionnaire."), is_required=False
)
_COMPETENCE = Field("competence", "text", say("Id of the competence in the catalogue."))
_CATEGORY = Field("category", "text", say("Category of the service in the network of hubs."))
_EVENT = (
    Field("name", "text", say("Name of the event.")),
    Field("place", "text", say("Place of the event."), is_required=False),
    Field("held_on", "date", say("Day of the event.")),
    Field("visitors", "integer", say("Visitors; empty where fewer than five."), is_required=False),
    Field(
        "listed",
        "integer",
        say("Visitors who left their name; empty where it would tell of fewer than five."),
        is_required=False,
    ),
)
_SPREAD = (
    Field("n", "integer", say("Companies the figures rest on, at least five.")),
    Field("lower", "integer", say("A quarter of them scored at most this, 0-100.")),
    Field("median", "integer", say("Half of them scored at most this, 0-100.")),
    Field("upper", "integer", say("Three quarters of them scored at most this, 0-100.")),
    Field("mean", "integer", say("Their mean score, 0-100.")),
)
COMPANY_FIELDS: Mapping[str, Sequence[Field]] = {
    "companies": (
        _CODE,
        _SIZE,
        _SECTOR,
        _REGION,
        Field("since", "month", say("Month in which the company came to the hub.")),
    ),
    "rounds": (
        _CODE,
        _STAGE,
        Field("month", "month", say("Month in which the round was changed last.")),
    ),
    "scores": (
        _CODE,
        _STAGE,
        _QUESTIONNAIRE,
        _DIMENSION,
        Field(
            "score", "number", say("Score, 0-100 with two decimals; empty without one."), is_required=False
        ),
        Field("coverage", "integer", say("Percent of the questionnaire that was answered.")),
    ),
    "needs": (
        _CODE,
        _STAGE,
        _COMPETENCE,
        Field("level", "integer", say("Level shown, 0-4; empty where nothing tells."), is_required=False),
        Field("target", "integer", say("Level a company of this kind should have, 0-4.")),
    ),
    "services": (
        Field(
            "company",
            "text",
            say("Code of the company; empty where it was deleted since."),
            is_required=False,
        ),
        _CATEGORY,
        Field("kind", "text", say("training, consulting or empty."), is_required=False),
        Field("month", "month", say("Month in which the service began.")),
        Field("state", "text", say("planned, under-way, delivered, reported or cancelled.")),
        Field("price_eur", "number", say("Price of the service in euro.")),
        Field("aid_eur", "number", say("The part of the price that public money pays, in euro.")),
        Field("attendees", "integer", say("People who took part.")),
    ),
    "events": _EVENT,
}
"""Where each company has rows of its own."""
SUM_FIELDS: Mapping[str, Sequence[Field]] = {
    "companies": (_SIZE, _SECTOR, _REGION, Field("n", "integer", say("Companies, at least five."))),
    "scores": (_QUESTIONNAIRE, _DIMENSION, _SIZE, _SECTOR, _REGION, *_SPREAD),
    "needs": (
        _COMPETENCE,
        _SIZE,
        Field("n", "integer", say("Companies of which the level is known.")),
        Field("lacking", "integer", say("Companies whose level is below the one they should have.")),
    ),
    "services": (
        _CATEGORY,
        Field("companies", "integer", say("Different companies, at least five.")),
        Field("services", "integer", say("Services delivered or reported.")),
        Field("price_eur", "number", say("Their price in euro.")),
        Field("aid_eur", "number", say("The part of it that public money pays, in euro.")),
    ),
    "events": _EVENT,
}
"""Where only sums are told."""

_JSON_TYPES: Mapping[Type, Mapping[str, Any]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "month": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"},
    "date": {"type": "string", "format": "date"},
}


def schema(tables: Mapping[str, Sequence[Field]], words: Wording) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the data in JSON."""
    properties = {name: _rows_schema(fields, words) for name, fields in tables.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": words("Open data of a hub"),
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }


def dictionary(tables: Mapping[str, Sequence[Field]], words: Wording) -> Iterator[tuple[str, ...]]:
    """A row for each column: table, name, type, whether it is always filled, what it says."""
    for table, fields in tables.items():
        for field in fields:
            filled = words("always") if field.is_required else words("may be empty")
            yield table, field.name, field.type, filled, words.tell(field.says)


def _rows_schema(fields: Sequence[Field], words: Wording) -> dict[str, Any]:
    entry = {
        "type": "object",
        "required": [field.name for field in fields],
        "additionalProperties": False,
        "properties": {field.name: _field_schema(field, words) for field in fields},
    }
    return {"type": "array", "items": entry}


def _field_schema(field: Field, words: Wording) -> dict[str, Any]:
    made = dict(_JSON_TYPES[field.type])
    if field.values:
        made["enum"] = [*field.values, *(() if field.is_required else (None,))]
    if not field.is_required:
        made["type"] = [made["type"], "null"]
    return {**made, "description": words.tell(field.says)}
