"""The figures of a small territory worked out once more, company by company, in plain Python."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from desktop.content.company import size_class_of
from desktop.territory.figures.values import Mean
from desktop.territory.wanted import NOT_GIVEN, Wanted
from tests.territories import (
    AREAS,
    COMPETENCES,
    DIMENSIONS,
    PlainFirm,
    PlainRound,
    PlainService,
    PlainTerritory,
)

Given = tuple[int, int, int, int]


def size_of(firm: PlainFirm) -> str:
    return size_class_of(firm.headcount, firm.turnover, None)


def is_in(day: date, wanted: Wanted) -> bool:
    return (wanted.since or day) <= day <= (wanted.until or day)


@dataclass(frozen=True)
class PlainFigures:
    """What is wanted of a territory; offices by province are in `offices`."""

    territory: PlainTerritory
    wanted: Wanted
    offices: dict[str, str]

    def office_of(self, firm: PlainFirm) -> str:
        return firm.office or self.offices.get(firm.province, "")

    @property
    def firms(self) -> list[PlainFirm]:
        return [firm for firm in self.territory.firms if self._is_wanted(firm)]

    def _is_wanted(self, firm: PlainFirm) -> bool:
        wanted = self.wanted
        has = {
            "region": firm.region,
            "province": firm.province,
            "sector": firm.sector,
            "size": size_of(firm),
            "office": self.office_of(firm),
            "officer": firm.officer,
            "event": str(firm.event or ""),
        }
        for name, value in has.items():
            asked = getattr(wanted, name)
            if asked is not None and value != ("" if asked == NOT_GIVEN else asked):
                return False
        return True

    def rounds_of(self, firm: PlainFirm) -> list[PlainRound]:
        """Those that scored, in the period and of the stage."""
        return [
            each
            for each in firm.rounds
            if each.overall is not None
            and is_in(each.day, self.wanted)
            and self.wanted.stage in (None, f"T{each.turn}")
        ]

    @property
    def last(self) -> list[tuple[PlainFirm, PlainRound]]:
        return [(firm, found[-1]) for firm in self.firms if (found := self.rounds_of(firm))]

    @staticmethod
    def mean(values: Iterator[int | None] | list[int | None]) -> Mean:
        there = [value for value in values if value is not None]
        return Mean(sum(there), len(there))

    def group(self, name_of: Callable[[PlainFirm], str]) -> dict[str, tuple[Mean, dict[str, Mean]]]:
        found: dict[str, list[PlainRound]] = {}
        for firm, each in self.last:
            found.setdefault(name_of(firm), []).append(each)
        return {name: self.means(rounds) for name, rounds in found.items()}

    def means(self, rounds: list[PlainRound]) -> tuple[Mean, dict[str, Mean]]:
        by_dimension = {
            name: self.mean([each.scores[place] for each in rounds]) for place, name in enumerate(DIMENSIONS)
        }
        return self.mean([each.overall for each in rounds]), by_dimension

    @property
    def months(self) -> dict[int, Mean]:
        found: dict[int, list[int | None]] = {}
        for firm in self.firms:
            for each in self.rounds_of(firm):
                month = (each.day.year - 1970) * 12 + each.day.month - 1
                found.setdefault(month, []).append(each.overall)
        return {month: self.mean(values) for month, values in found.items()}

    def moved(self, turn: int) -> list[tuple[PlainRound, PlainRound]]:
        """Both rounds of those that have the one and the next."""
        pairs = (pair for firm in self.firms for pair in pairwise(firm.rounds))
        return [
            (before, after)
            for before, after in pairs
            if before.turn == turn
            and before.overall is not None
            and after.overall is not None
            and is_in(after.day, self.wanted)
        ]

    def lacks(self, each: PlainRound, area: str, level: int | None = None) -> bool:
        """Whether it is below a level it should have, or needs to reach one level of that."""
        told = zip(COMPETENCES, each.levels, each.targets, strict=True)
        known = [(int(has), int(should)) for name, has, should in told if AREAS[name] == area and has != "-"]
        if level is None:
            return any(has < should for has, should in known)
        return any(has < level <= should for has, should in known)

    def services(self) -> Iterator[tuple[int, PlainService]]:
        """Each with the number of its firm, -1 for all that are gone."""
        for number, firm in enumerate(self.territory.firms):
            if self._is_wanted(firm):
                yield from ((number, each) for each in firm.services if is_in(each.day, self.wanted))
        if not self.wanted.narrows_companies:
            yield from ((-1, each) for each in self.territory.gone if is_in(each.day, self.wanted))

    def given(self, test: Callable[[PlainService], bool]) -> Given:
        """How many, for how many companies, value and aid."""
        found = [(firm, each) for firm, each in self.services() if test(each)]
        firms = {firm for firm, _ in found}
        companies = max(len(firms - {-1}), 1 if firms else 0)
        prices, aids = (sum(getattr(each, name) for _, each in found) for name in ("price", "aid"))
        return len(found), companies, prices, aids
