"""What rows of a form allow as an answer: bounds of numbers, lengths of texts, choices that stand alone."""

from fractions import Fraction

import msgspec

from desktop.content.questionnaires.questionnaire_file import BandEntry, QuestionEntry, QuestionKind
from desktop.exchange.xlsform import extra_columns as extra
from desktop.exchange.xlsform.cells import read_cell
from desktop.exchange.xlsform.constraints import Limits, limits_of
from desktop.exchange.xlsform.drafts import Import
from desktop.exchange.xlsform.expressions import NotExpressible
from desktop.exchange.xlsform.sheets import Row
from desktop.text import say

WHOLE = frozenset({"integer", "int"})
_NO_LIMITS = Limits()
_NO_BANDS: tuple[BandEntry, ...] = ()
_ONLY_LIMITS = say("bounds of a number, the length of a text and choices that exclude all others can be")


def limits_in(row: Row, kind: QuestionKind, work: Import, *, is_whole: bool = False) -> Limits:
    """The limits of a row that its kind can have; anything else is reported."""
    constraint = row.take("constraint")
    if not constraint:
        return _NO_LIMITS
    try:
        limits, is_all = limits_of(constraint, is_whole=is_whole)
        fitting = {
            "number": Limits(limits.minimum, limits.maximum),
            "text": Limits(maximum_length=limits.maximum_length),
            "many": Limits(alone=limits.alone),
        }.get(kind, _NO_LIMITS)
        reason = None if is_all and fitting == limits else _ONLY_LIMITS
    except NotExpressible as problem:
        fitting, reason = _NO_LIMITS, problem.sentence
    if reason:
        what = say("the constraint cannot be kept in full ({reason})", reason=reason)
        advice = say("say in the hint what is wanted")
        work.log.findings.append(row.finding("constraint", what, advice, "X104"))
    return fitting


def with_bounds(row: Row, entry: QuestionEntry, type_: str, limits: Limits, work: Import) -> QuestionEntry:
    """The entry of a number with its bounds, unit and bands."""
    if type_ in WHOLE:
        what = say("the form wants whole numbers; Sestante accepts decimals, too")
        work.log.findings.append(
            row.finding("type", what, say("say in the hint that whole numbers are meant"), "X117")
        )
    if type_ == "range":
        limits = _range_limits(row, limits, work)
    units = [row.take(extra.by_language(extra.UNIT, code)) for code in work.languages.codes]
    return msgspec.structs.replace(
        entry,
        minimum=limits.minimum,
        maximum=limits.maximum,
        unit=any(units),
        bands=read_cell(row, extra.BANDS, extra.read_bands, _NO_BANDS, work.log),
    )


def _range_limits(row: Row, limits: Limits, work: Import) -> Limits:
    low: Fraction | None
    high: Fraction | None
    written = dict(part.partition("=")[::2] for part in row.take("parameters").split())
    try:
        low, high = (
            extra.read_number(written.pop(key, default)) for key, default in (("start", "0"), ("end", "10"))
        )
    except (ValueError, ArithmeticError):
        low, high = limits.minimum, limits.maximum
    what = say("the slider became a number; its steps are not kept")
    work.log.findings.append(
        row.finding("parameters", what, say("say in the hint which numbers are meant"), "X117")
    )
    return Limits(low, high)
