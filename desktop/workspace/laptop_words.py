"""What is said of companies on laptops: who has them, and how they stand when they come back."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop.storage.loan_reader import Loan, TakenAlong
from desktop.text import Sentence, Wording

if TYPE_CHECKING:
    from desktop.storage.parcels.coming_back import Returning


def loan_words(loan: Loan, today: date, wording: Wording) -> str:
    """Who has a company, since when."""
    since = _since(loan.taken_at, today, wording)
    return wording("on the laptop of {name} since {day}", name=loan.name or "?", day=since)


def taken_words(taken: TakenAlong, wording: Wording) -> str:
    """What a laptop says of itself."""
    day = wording.date(taken.taken_at.astimezone().date())
    if taken.is_back and taken.returned_at is not None:
        back = wording.date(taken.returned_at.astimezone().date())
        return wording(
            "All companies here were brought back to {server} on {day}. This folder can be deleted; what you "
            "write here now must be brought back again.",
            server=taken.server,
            day=back,
        )
    return wording(
        "These companies were taken along from {server} on {day}. Work here without a network; then bring "
        "them back there.",
        server=taken.server,
        day=day,
    )


def returning_words(each: "Returning", wording: Wording) -> str:
    """How a company stands on its way back."""
    from desktop.storage.parcels.coming_back import NOT_YOURS

    say, name = wording, each.name
    if each.kind == "changed":
        told = say.plural("{count} change comes back", "{count} changes come back", each.changes)
        return f"{name}: {told}"
    if each.kind == "conflicts":
        count = len(each.conflicts)
        told = say.plural(
            "{count} thing was changed on both sides; choose",
            "{count} things were changed on both sides; choose",
            count,
        )
        return f"{name}: {told}"
    if each.kind == "not-yours":
        return say.tell(Sentence(NOT_YOURS.message, {"name": name}))
    told_of = {
        "returned": say("brought back"),
        "stays": say("deleted on the laptop only; it stays on the server"),
        "same": say("nothing was changed on the laptop"),
        "new": say("new, made on the laptop"),
        "deleted": say("deleted on the server; make it again, or leave it out"),
    }
    return f"{name}: {told_of[each.kind]}"


def _since(moment: datetime, today: date, wording: Wording) -> str:
    day = moment.astimezone().date()
    return wording("today") if day == today else wording.date(day)
