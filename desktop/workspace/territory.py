"""The figures of a workspace's territory, what they can be narrowed to, and who is behind them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import numpy as np

from desktop.clock import today
from desktop.content.library import Library
from desktop.content.networks.hub_desk import HubDesk
from desktop.errors import ContentError
from desktop.territory.coding import Coded
from desktop.territory.columns import Territory
from desktop.territory.figures import Figures, Ground, figures_of
from desktop.territory.figures.behind import Behind, companies_behind
from desktop.territory.figures.reached import Target
from desktop.territory.wanted import Chosen, Wanted
from desktop.workspace.kept_territory import KeptTerritory
from desktop.workspace.preferences import PreferenceBook

if TYPE_CHECKING:
    from desktop.workspace.stores import Stores

DEFAULT = "dma-sme"
"""The questionnaire figures are of, where anybody took it."""
OWN_TARGET = "own"
"""The id of the target that was set in the room."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What figures can be narrowed to: the names there are, events by their number, and stages."""

    regions: tuple[str, ...]
    provinces: tuple[str, ...]
    sectors: tuple[str, ...]
    sizes: tuple[str, ...]
    offices: tuple[str, ...]
    officers: tuple[str, ...]
    questionnaires: tuple[str, ...]
    stages: tuple[str, ...]
    events: Mapping[str, str]


class TerritoryBook:
    """Figures of all companies. Everything takes its time the first time, so call it in a worker thread."""

    def __init__(self, library: Library, stores: "Stores", preferences: PreferenceBook) -> None:
        self._library = library
        self._preferences = preferences
        self._kept = KeptTerritory(stores, self._offices)

    def figures(self, wanted: Wanted, *, at_once: bool = False) -> Figures:
        """The figures of what is wanted, as the workspace is now.

        `at_once` they may be of what was read last, where reading a server's companies anew takes long.
        """
        return figures_of(self._chosen(wanted, at_once=at_once), self._ground())

    def behind(self, wanted: Wanted, behind: Behind) -> frozenset[int]:
        """The ids of the companies behind a figure that was shown at once."""
        return companies_behind(self._chosen(wanted, at_once=True), self._ground(), behind)

    @property
    def as_of(self) -> datetime | None:
        """When what is at hand was read, where something changed since; None where it is of now."""
        return self._kept.as_of

    @property
    def pause(self) -> float:
        """Seconds until it is worth its while to read anew what others have changed."""
        return self._kept.pause

    def renew(self, wanted: Wanted) -> bool:
        """Read what is there now, while figures can be had at once; whether anything had changed."""
        return self._kept.renew(wanted.questionnaire or DEFAULT)

    def offered(self) -> Offered:
        """What figures can be narrowed to."""
        territory = self._kept.read(DEFAULT, at_once=True)
        companies, taken = territory.companies, Counter(territory.questionnaires)
        turns = sorted(set(territory.rounds.turn.tolist()))
        return Offered(
            regions=_there(companies.region),
            provinces=_there(companies.province),
            sectors=_there(companies.sector),
            sizes=_there(companies.size),
            offices=_there(companies.office),
            officers=_there(companies.officer),
            questionnaires=tuple(name for name, _ in taken.most_common()),
            stages=tuple(f"T{turn}" for turn in turns),
            events={str(number): name for number, name in territory.events.items()},
        )

    def questionnaire(self, wanted: Wanted) -> str:
        """The questionnaire that is wanted, else the usual one, else the one taken most often."""
        return _questionnaire_of(self._kept.read(DEFAULT, at_once=True), wanted)

    @property
    def hub_desk(self) -> HubDesk:
        """The hub as it works; an empty one where its file cannot be read, which the editions tell."""
        try:
            return self._library.hub_desk
        except ContentError:
            return HubDesk()

    def targets(self) -> tuple[Target, ...]:
        """What the hub has to reach: by its file, else what was set in the room."""
        desk = self.hub_desk
        found = (
            Target(each.id, each.counts, each.value, each.begins, each.by) for each in desk.targets.values()
        )
        return tuple(found) or self._own_target()

    def set_target(self, companies: int, by: date | None) -> None:
        """Set how many companies are to be reached by a day; none where it is None."""
        kept = replace(
            self._preferences.read(),
            target_companies=companies if by else 0,
            target_by=by.isoformat() if by else "",
        )
        self._preferences.save(kept)

    def _own_target(self) -> tuple[Target, ...]:
        kept = self._preferences.read()
        try:
            by = date.fromisoformat(kept.target_by)
        except ValueError:
            return ()
        return (Target(OWN_TARGET, "companies", kept.target_companies, None, by),)

    def _ground(self) -> Ground:
        competences = self._library.catalogue.competences
        areas = {name: entry.area for name, entry in competences.items()}
        return Ground(areas, self.targets(), today())

    def _chosen(self, wanted: Wanted, *, at_once: bool) -> Chosen:
        territory = self._kept.read(wanted.questionnaire or DEFAULT, at_once=at_once)
        name = _questionnaire_of(territory, wanted)
        return Chosen(territory, self._kept.scores(territory, name), wanted)

    def _offices(self) -> Mapping[str, str]:
        return {province: each.id for province, each in self.hub_desk.office_by_province.items()}


def _questionnaire_of(territory: Territory, wanted: Wanted) -> str:
    taken = territory.questionnaires
    if wanted.questionnaire in taken:
        return wanted.questionnaire
    if DEFAULT in taken or not taken:
        return DEFAULT
    return max(taken, key=lambda name: (taken[name], name))


def _there(column: Coded) -> tuple[str, ...]:
    """The names that some row has, in their order."""
    return tuple(column.names[code] for code in np.unique(column.codes).tolist() if code >= 0)
