"""Reports of a workspace: what the hub knows, counted, put into the form others take, and written."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.clock import today
from desktop.content.library import Library
from desktop.report.placing import place
from desktop.report.writing import ReportError
from desktop.stopping import refuse_if_stopped
from desktop.territory.years import of_year
from desktop.text import Sentence, joined, say
from desktop.workspace.case import Case
from desktop.workspace.counting import Counting
from desktop.workspace.outgoing import Outgoing
from desktop.workspace.reports.kinds import Kind, Wish, Written
from desktop.workspace.stores import Stores

if TYPE_CHECKING:
    from desktop.exchange.results.desk_key import DeskKey
    from desktop.workspace.reports.making import Making
    from desktop.workspace.reports.register_import import RegisterImport
    from desktop.workspace.services import Services

_EMPTY: Mapping[Kind, Sentence] = {
    "dma-list": say("Nothing was written: no company has answered the digital maturity assessment (DMA)."),
    "dma-csv": say("Nothing was written: no company has answered the whole DMA."),
    "services": say("Nothing was written: there is no service in the register."),
    "open-data": say("Nothing was written: there is no company to tell of."),
    "monitoring": say("Nothing was written: there are fewer than five companies to tell of."),
    "benchmark": say(
        "Nothing was written: fewer than five companies have answered most of a questionnaire, so there is "
        "nothing to compare with."
    ),
}
_HUB, _LONGEST = "report_hub", 200
_TOLD = 5  # remarks beside an error


class Reports:
    """Makes reports. Each counts first what changed, some 20 ms a round: call it in a worker thread."""

    def __init__(
        self,
        library: Library,
        stores: Stores,
        load: Callable[[int], Case],
        counting: Counting,
        services: "Callable[[], Services]",
    ) -> None:
        self._library = library
        self._stores = stores
        self._load = load
        self._counting = counting
        self._services = services

    @cached_property
    def register(self) -> "RegisterImport":
        """What brings services in; at first use, because it brings what reads spreadsheets."""
        from desktop.workspace.reports.register_import import RegisterImport

        return RegisterImport(self._stores, self._services())

    @property
    def hub(self) -> str:
        """In whose name reports are made: as said last, else the edition's hub, else empty."""
        kept = self._stores.reader.preference(_HUB)
        if isinstance(kept, str):
            return kept
        known = self._library.network.hubs.get(self._library.hub_desk.hub) or self._library.brand
        return known.name if known else ""

    def save_hub(self, name: str) -> None:
        """Remember in whose name reports are made."""
        self._stores.desk.save_preference(_HUB, name.strip()[:_LONGEST])

    def write(self, wish: Wish) -> Written:
        """Write a report; ReportError where there is nothing to tell, or the file cannot be written."""
        wish.refuse_other_end()
        from desktop.workspace.reports.makers import MAKERS

        made = MAKERS[wish.kind](self._making(wish))
        if not made.count:
            raise ReportError(joined((_EMPTY[wish.kind], *made.remarks[:_TOLD]), "\n"))
        place(wish.path, made.data)
        return Written(wish.path, made.count, made.remarks)

    def _making(self, wish: Wish) -> "Making":
        from desktop.workspace.reports.making import Making

        self._counting.count(_ignore, _never)
        facts = self._stores.hub.facts.read()
        return Making(
            wish=wish,
            facts=facts if wish.year is None else of_year(facts, wish.year),
            library=self._library,
            load=self._load,
            day_of=self._day_of,
            code=self._code_of,
            made_on=today(),
        )

    @cached_property
    def _key(self) -> "DeskKey":
        return Outgoing(self._stores).key

    def _code_of(self, uid: str) -> str:
        """What stands for a company, always the same from this desk."""
        return self._key.code(uid)

    def _day_of(self, round_id: int) -> date:
        """The day on which a round was answered."""
        return next(each.day for each in self._stores.rounds.beside(round_id) if each.id == round_id)


def _ignore(_count: int) -> None:
    """Nobody watches the counting."""


def _never() -> bool:
    """Ends the work where nobody waits for it any more."""
    refuse_if_stopped()
    return False
