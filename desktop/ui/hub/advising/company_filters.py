"""What the advised companies are searched by: words, the office, a person."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.content.networks.hub_desk import HubDesk
from desktop.report.advising_words import AdviceWords
from desktop.searching import folded
from desktop.ui.fields import Picker
from desktop.ui.look import Look
from desktop.ui.search_field import search_field
from desktop.workspace.advising import AdvisedCompany

NOBODY = "-"


@dataclass(frozen=True, slots=True)
class CompanyWish:
    """Which companies are wanted; None wants all."""

    words: Sequence[str]
    office: str | None
    person: str | None

    def among(self, companies: Sequence[AdvisedCompany]) -> Sequence[AdvisedCompany]:
        """Those of some companies, in their order; one wish after the other, for tens of thousands."""
        found, person = companies, self.person
        if self.office is not None:
            office = "" if self.office == NOBODY else self.office
            found = [each for each in found if each.row.engagement.office == office]
        if person == NOBODY:
            found = [each for each in found if not each.row.engagement.people]
        elif person is not None:
            found = [each for each in found if person in each.row.engagement.people]
        for word in self.words:
            found = [each for each in found if word in each.key]
        return found


class CompanyFilters(QWidget):
    """The fields in a row.

    Signals: `wished` after any of them was changed.
    """

    wished = Signal()

    def __init__(self, hub: HubDesk, words: AdviceWords, look: Look) -> None:
        super().__init__()
        self._wording = say = look.wording
        self._hub, self._words = hub, words
        self._search = search_field("advised-search", say("Search"), look)
        self._office = Picker(look, "advised-office", say("Office"))
        self._person = Picker(look, "advised-person", say("Person"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._search, 2)
        row.addWidget(self._office, 1)
        row.addWidget(self._person, 1)
        self._search.textChanged.connect(self._on_changed)
        self._office.picked.connect(self._on_changed)
        self._person.picked.connect(self._on_changed)

    def wish(self) -> CompanyWish:
        """What is searched for."""
        return CompanyWish(folded(self._search.text()).split(), self._office.choice(), self._person.choice())

    def show_known(self, companies: Sequence[AdvisedCompany]) -> None:
        """The offices there are, and those who look after some of the companies."""
        say = self._wording
        engagements = {id(each.row.engagement): each.row.engagement for each in companies}.values()
        offices = dict.fromkeys((*self._hub.offices, *sorted({each.office for each in engagements})))
        people = dict.fromkeys(person for each in engagements for person in each.people)
        named = sorted(((name, self._words.person(name)) for name in people), key=_second)
        self._office.show_entries(
            [
                (None, say("All offices")),
                (NOBODY, say("No office yet")),
                *((name, self._words.office(name)) for name in offices if name),
            ],
            self._office.choice(),
        )
        self._person.show_entries(
            [(None, say("All people")), (NOBODY, say("Nobody yet")), *named], self._person.choice()
        )

    def _on_changed(self, *_: object) -> None:
        self.wished.emit()


def _second(pair: tuple[str, str]) -> str:
    return pair[1].casefold()
