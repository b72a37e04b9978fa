"""What a result must and must not hold under its scope: held where one is written and where one is read."""

from msgspec import UNSET

from desktop.content.company import Contact
from desktop.exchange.results.result import Result, least_format
from desktop.text import Sentence, say

_NAMELESS = say("with the scope `scores` the entry `{name}` must be empty", name="")
_NO_CONTACT = say("with the scope `no-contact` the company's contact must be empty")
_NO_CODE = say("a company that is named has no code: the entry `round.code` must be empty")
_FORMAT = say("what it tells is written with `format: {format}`", format=0)
_MISSING = say("the entry `company` is empty; only the scope `scores` leaves it out")


def contradiction_of(result: Result) -> Sentence | None:
    """What a result holds against its scope, as part of a sentence; None where all is well."""
    least = least_format(
        result.company,
        has_voices=result.voices is not UNSET,
        has_remarks=result.remarks is not UNSET,
    )
    if result.format != least:
        return Sentence(_FORMAT.message, {"format": least})
    if result.scope == "scores":
        named = next((name for name, value in _withheld(result).items() if value), None)
        return None if named is None else Sentence(_NAMELESS.message, {"name": named})
    if result.company is None:
        return _MISSING
    if result.round.code:
        return _NO_CODE
    is_told = result.company.contact != Contact()
    return _NO_CONTACT if result.scope == "no-contact" and is_told else None


def _withheld(result: Result) -> dict[str, object]:
    """What a result without a name leaves out, by the name of its entry."""
    answers = [each.answers for each in result.assessments if each.answers]
    return {
        "company": result.company,
        "limits": result.limits,
        "consent": result.consent,
        "plan": result.plan,
        "people": result.people,
        "voices": result.voices is not UNSET,
        "remarks": result.remarks is not UNSET,
        "assessments.answers": answers,
        "round.company_id": result.round.company_id,
        "round.changed_at": result.round.changed_at,
    }
