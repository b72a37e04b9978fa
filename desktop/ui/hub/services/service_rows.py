"""The register of services as a table."""

from operator import attrgetter

from desktop.advising import SERVICE_STATES, ServiceLine
from desktop.content.library import Library
from desktop.report.service_words import categories_in_words, money_in_words, states_in_words
from desktop.text import Wording
from desktop.ui.hub.several_rows import Room, SeveralRows
from desktop.ui.row_table import Column

_ROOM = Room((150, 118, 100, 108, 150, 124), (5, 6, 4, 2))


class ServiceRows(SeveralRows[ServiceLine]):
    """What, for whom, when, how far, what it costs, and who pays."""

    def __init__(self, library: Library, say: Wording) -> None:
        self._wording = say
        self._states, self._categories = states_in_words(say), categories_in_words(library, say)
        super().__init__(self._declared(), attrgetter("uid"), "services-list", say("Services"), _ROOM)

    def _declared(self) -> tuple[Column[ServiceLine], ...]:
        say = self._wording
        return (
            Column(say("Service"), self._titled, _title_of),
            Column(say("Company"), _for_whom, _for_whom),
            Column(say("Begins"), self._day_of, attrgetter("started_on")),
            Column(say("State"), self._state_of, _state_place),
            Column(say("Price"), self._price_of, attrgetter("price_cents"), is_number=True),
            Column(say("Category"), self._category_of, self._category_of),
            Column(say("Public money"), self._aid_of, attrgetter("aid_cents"), is_number=True),
        )

    def _titled(self, line: ServiceLine) -> str:
        if not line.files:
            return _title_of(line)
        files = self._wording.plural("{count} file", "{count} files", line.files)
        return f"{_title_of(line)} · {files}"

    def _state_of(self, line: ServiceLine) -> str:
        return self._states[line.state]

    def _category_of(self, line: ServiceLine) -> str:
        return self._categories.get(line.category, line.category)

    def _day_of(self, line: ServiceLine) -> str:
        return self._wording.day(line.started_on)

    def _price_of(self, line: ServiceLine) -> str:
        return money_in_words(line.price_cents, self._wording)

    def _aid_of(self, line: ServiceLine) -> str:
        return money_in_words(line.aid_cents, self._wording) if line.aid_cents else ""


def _title_of(line: ServiceLine) -> str:
    return line.title or "—"


def _for_whom(line: ServiceLine) -> str:
    return line.company or line.project or "—"


def _state_place(line: ServiceLine) -> int:
    return SERVICE_STATES.index(line.state)
