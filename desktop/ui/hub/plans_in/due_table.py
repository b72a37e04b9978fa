"""The table of companies whose next round is due, of which several may be chosen."""

from datetime import date
from operator import attrgetter

from desktop.text import Wording
from desktop.ui.hub.several_rows import Room, SeveralRows
from desktop.ui.look import Look
from desktop.ui.row_table import Column
from desktop.workspace.chasing import STATES, DueRound
from desktop.workspace.chasing.due_round import state_in_words

_ROOM = Room((104, 210, 170), (2,))


class DueTable(SeveralRows[DueRound]):
    """Lines to choose one or several of; hidden where there is none."""

    def __init__(self, look: Look) -> None:
        say = look.wording
        key = attrgetter("company_id")
        super().__init__(_columns(say), key, "due-rounds", say("Companies to ask again"), _ROOM)

    def show_due(self, due: tuple[DueRound, ...]) -> None:
        """Show these; those chosen stay so where they are still there, else the first one is."""
        self.show_rows(due)
        self.setVisible(bool(due))


def day_in_words(day: date | None, say: Wording) -> str:
    """A day in few letters; nothing where there is none."""
    return "" if day is None else say.day(day)


def _columns(say: Wording) -> tuple[Column[DueRound], ...]:
    return (
        Column(
            say("Company"),
            lambda row: f"{row.company} · {row.next_stage}",
            lambda row: row.company.casefold(),
        ),
        Column(
            say("Due since"), lambda row: day_in_words(row.due_on, say), lambda row: row.due_on.toordinal()
        ),
        Column(
            say("Office and officer"),
            lambda row: "\n".join(filter(None, (row.office, row.officer))),
            lambda row: (row.office.casefold(), row.officer.casefold()),
        ),
        Column(
            say("State, last contact"),
            lambda row: "\n".join(
                filter(None, (state_in_words(row.state, say), day_in_words(row.last_contact, say)))
            ),
            lambda row: (STATES.index(row.state), row.last_contact or date.min),
        ),
    )
