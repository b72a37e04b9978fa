"""What is said of companies on laptops: who has them, and how they stand when they come back."""

from typing import TYPE_CHECKING, Final

from desktop.clock import today
from desktop.storage.loan_reader import Loan, TakenAlong
from desktop.text import Sentence, Wording, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.storage.parcels.coming_back import Returning

_MOST_NAMES: Final = 5


def loan_words(loan: Loan, wording: Wording) -> str:
    """Who has a company, since when."""
    day = loan.taken_at.astimezone().date()
    if not loan.name:
        is_new = day == today()
        return wording("on a laptop since today") if is_new else wording("on a laptop since {day}", day=day)
    if day == today():
        return wording("on the laptop of {name} since today", name=loan.name)
    return wording("on the laptop of {name} since {day}", name=loan.name, day=day)


def taken_sentence(taken: TakenAlong) -> Sentence:
    """What a laptop says of itself."""
    if taken.is_back and taken.returned_at is not None:
        back = taken.returned_at.astimezone().date()
        return say(
            "All companies here were brought back to {server} on {day}. This folder can be deleted; what you "
            "write here now must be brought back again.",
            server=taken.server,
            day=back,
        )
    return say(
        "These companies were taken along from {server} on {day}. Work here without a network; then bring "
        "them back there.",
        server=taken.server,
        day=taken.taken_at.astimezone().date(),
    )


def wiped_words(folder: "Path", left: "Sequence[str]", wording: Wording) -> str:
    """That a laptop's folder is gone, or what of others is still in it."""
    if not left:
        return wording("{path} was overwritten and removed.", path=folder)
    names = ", ".join(left[:_MOST_NAMES]) + ("…" if len(left) > _MOST_NAMES else "")
    return wording(
        "What Sestante wrote in {path} was overwritten and removed. What others put there stays: {names}.",
        path=folder,
        names=names,
    )


def returning_words(each: "Returning", wording: Wording) -> str:
    """How a company stands on its way back."""
    told = _standing_words(each, wording)
    if each.copy_back_at is None or each.kind == "returned":
        return told
    day = each.copy_back_at.astimezone().date()
    return wording("{told} (another copy of this folder was brought back on {day})", told=told, day=day)


def _standing_words(each: "Returning", wording: Wording) -> str:
    words, name = wording, each.name
    if each.kind == "changed":
        told = words.plural("{count} change comes back", "{count} changes come back", each.changes)
        return f"{name}: {told}"
    if each.kind == "conflicts":
        count = len(each.conflicts)
        told = words.plural(
            "{count} thing was changed on both sides; choose",
            "{count} things were changed on both sides; choose",
            count,
        )
        return f"{name}: {told}"
    if each.kind == "not-yours":
        from desktop.storage.parcels.coming_back import NOT_YOURS

        return words.tell(Sentence(NOT_YOURS.message, {"name": name}))
    told_of = {
        "returned": words("brought back"),
        "stays": words("deleted on the laptop only; it stays on the server"),
        "same": words("nothing was changed on the laptop"),
        "new": words("new, made on the laptop"),
        "deleted": words("deleted on the server; make it again, or leave it out"),
        "left-out": words("deleted on the server, and left out; it is on the laptop alone"),
    }
    return f"{name}: {told_of[each.kind]}"
