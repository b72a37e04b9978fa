"""Words for what is held by a code: carriers, states, kinds of changes."""

from datetime import date, datetime

from desktop.text import Wording

_KIB = 1024


def day(moment: datetime) -> date:
    """The day of a moment on the wall calendar here."""
    return moment.astimezone().date()


def moment_in_words(moment: datetime, wording: Wording) -> str:
    """A moment with its hour, in the time of this place."""
    local = moment.astimezone()
    return f"{wording.date(local.date())}, {local:%H:%M}"


def size_in_words(size: int, wording: Wording) -> str:
    """A size in bytes, rounded up to kilobytes."""
    return wording("{count} KB", count=wording.number(-(-size // _KIB)))


def confidence_in_words(confidence: str, wording: Wording) -> str:
    """How sure an answer is; empty where nobody said."""
    return {
        "sure": wording("sure"),
        "estimate": wording("an estimate"),
        "guess": wording("a guess"),
    }.get(confidence, confidence)


def state_in_words(state: str, wording: Wording) -> str:
    """What became of a step."""
    return {
        "open": wording("open"),
        "under-way": wording("under way"),
        "done": wording("done"),
        "dropped": wording("left out"),
    }.get(state, state)


def carrier_in_words(carrier: str, wording: Wording) -> str:
    """How a result came in."""
    return {
        "file": wording("as a result file"),
        "pdf": wording("inside a printed plan"),
        "code": wording("as codes on paper"),
    }.get(carrier, carrier)


def scope_in_words(scope: str, wording: Wording) -> str:
    """How much of it came in."""
    return {
        "full": wording("everything"),
        "no-contact": wording("all but contact data"),
        "scores": wording("scores without a name"),
    }.get(scope, scope)


def fields_in_words(wording: Wording) -> dict[str, str]:
    """The parts of the profile by their names in the history."""
    return {
        "name": wording("Company"),
        "vat": wording("VAT number"),
        "country": wording("Country"),
        "region": wording("Region"),
        "province": wording("Province"),
        "sector": wording("Sector"),
        "ateco": "ATECO",
        "headcount": wording("Staff"),
        "turnover_eur": wording("Turnover in euro"),
        "balance_sheet_eur": wording("Balance sheet in euro"),
        "owners": wording("Owners and partners"),
        "employees": wording("Employees"),
        "it_staff": wording("IT staff"),
        "contact_name": wording("Contact"),
        "contact_role": wording("Role"),
        "contact_email": wording("E-mail"),
        "contact_phone": wording("Telephone"),
        "hub": wording("Hub"),
    }
