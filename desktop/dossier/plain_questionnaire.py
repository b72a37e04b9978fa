"""A questionnaire's structure as plain values for JSON: exact numbers, ids and no prose."""

import json
from fractions import Fraction
from typing import Any

from desktop.content.files.decoding import to_json
from desktop.content.questionnaires.questionnaire import Choice, Question, Questionnaire, Row

FORMAT = 1


def questionnaire_to_plain(questionnaire: Questionnaire) -> dict[str, Any]:
    """A questionnaire's structure: ids, kinds, choices, points, conditions."""
    return {
        "format": FORMAT,
        "id": questionnaire.id,
        "version": questionnaire.version,
        "hash": questionnaire.hash,
        "source_language": questionnaire.source_language,
        "languages": sorted(questionnaire.texts),
        "answered_by": "person" if questionnaire.is_personal else "firm",
        "scoring": {
            "unanswered": "zero" if questionnaire.unanswered_counts_zero else "exclude",
            "coverage": _exact(questionnaire.required_coverage),
        },
        "dimensions": [{"id": d.id, "weight": _exact(d.weight)} for d in questionnaire.dimensions],
        "levels": [
            {"id": level.id, "from" if level.is_bound_included else "above": _exact(level.bound)}
            for level in questionnaire.levels
        ],
        "sections": [
            {"id": section.id, "questions": [_question(question) for question in section.questions]}
            for section in questionnaire.sections
        ],
    }


def _exact(value: Fraction) -> int | str:
    return value.numerator if value.denominator == 1 else str(value)


def _question(question: Question) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "id": question.id,
        "key": question.key,
        "kind": question.kind,
        "dimension": question.dimension,
        "weight": _exact(question.weight),
        "minutes": _exact(question.minutes),
        "opened_by": question.opened_by,
        "follow_ups": list(question.follow_ups),
        "when": None if question.when is None else _condition(question),
        "unknown": question.allows_unknown,
        "not_applicable": question.allows_not_applicable,
        "competences": dict(question.competences),
        "nist_csf": list(question.nist_csf),
        "digcomp": list(question.digcomp),
        "choices": [_choice(choice) for choice in question.choices],
    }
    if question.rows:
        plain["rows"] = [_row(row) for row in question.rows]
        plain["columns"] = [_choice(column) for column in question.columns]
    if question.kind == "number":
        plain["minimum"] = None if question.minimum is None else _exact(question.minimum)
        plain["maximum"] = None if question.maximum is None else _exact(question.maximum)
        plain["bands"] = [
            {"from": _exact(band.lower), "points": _exact(band.points)} for band in question.bands
        ]
    if question.kind == "text":
        plain["maximum_length"] = question.maximum_length
    return plain


def _row(row: Row) -> dict[str, Any]:
    return {"id": row.id, "weight": _exact(row.weight), "competences": dict(row.competences)}


def _condition(question: Question) -> Any:
    return _without_nothing(json.loads(to_json(question.when)))


def _without_nothing(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nothing(item) for key, item in value.items() if item is not None}
    return [_without_nothing(item) for item in value] if isinstance(value, list) else value


def _choice(choice: Choice) -> dict[str, Any]:
    return {
        "id": choice.id,
        "points": _exact(choice.points),
        "exclusive": choice.exclusive,
        "competences": dict(choice.competences),
    }
