"""What is said while a workspace is moved, and after it."""

from typing import TYPE_CHECKING

from desktop.text import Wording
from desktop.ui.safety.wishes import MoveIn, MoveOut
from desktop.ui.server.moving_work import MovingStep

if TYPE_CHECKING:
    from desktop.storage.moving.sums import Sums


def heading(wish: MoveIn | MoveOut, say: Wording) -> str:
    """What is under way."""
    if isinstance(wish, MoveIn):
        return say("Moving the workspace to the server…")
    return say("Taking everything back into a folder…")


def way(wish: MoveIn | MoveOut, say: Wording) -> str:
    """Where it goes, and what stopping means."""
    to = wish.owner.told if isinstance(wish, MoveIn) else str(wish.folder)
    return say(
        "To {place}. Please leave the window open. If you stop, nothing is half done: all stays as it was.",
        place=to,
    )


def step(doing: MovingStep, say: Wording) -> str:
    """What is done at the moment, for people who do not know the tables."""
    from desktop.storage.moving.moving import CHECKING, MOVING

    words = {
        CHECKING.message: say("Looking whether the server can hold everything"),
        MOVING.message: say("Carrying everything over"),
    }.get(doing.doing.message, say("Comparing both sides"))
    return say("{number} of {of} · {name}", number=doing.done + 1, of=doing.of, name=words)


def done_heading(wish: MoveIn | MoveOut, say: Wording) -> str:
    """That it is done."""
    return (
        say("Everything is on the server") if isinstance(wish, MoveIn) else say("Everything is in the folder")
    )


def done(wish: MoveIn | MoveOut, sums: "Sums", say: Wording) -> str:
    """What was carried and compared, and what holds from now on."""
    what = say(
        "{companies}, {assessments} and {answers} were carried to {place}.",
        companies=say.plural("{count} company", "{count} companies", sums["company"].rows),
        assessments=say.plural("{count} assessment", "{count} assessments", sums["round"].rows),
        answers=say.plural("{count} answer", "{count} answers", sums["answer"].rows),
        place=wish.owner.told if isinstance(wish, MoveIn) else wish.folder,
    )
    compared = say(
        "Then all of it was read on both sides and compared: it is the same, {rows} rows in {tables} tables.",
        rows=sum(each.rows for each in sums.values()),
        tables=len(sums),
    )
    return f"{what} {compared}\n\n{_from_now_on(wish, say)}"


def _from_now_on(wish: MoveIn | MoveOut, say: Wording) -> str:
    if isinstance(wish, MoveIn):
        return say(
            "What was on this computer stays as it was and can be read; from now on changes are made at the "
            "server."
        )
    kept = say(
        "The server is as it was, and other desks go on there: what is changed there from now on is not in "
        "the folder."
    )
    if wish.code is None:
        opens = say("The folder is not encrypted: whoever has it can read everything.")
    else:
        opens = say("The folder is encrypted; it opens with its passphrase, or the recovery code.")
    return f"{kept} {opens}"
