"""Which proposals a list shows, and what its filters offer."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.projects import Proposal
from desktop.workspace.project_words import ProjectWords

SIZES = (5, 10, 15, 30)
"""Least companies that can be asked for."""


@dataclass(frozen=True, slots=True)
class GroupWish:
    """What proposals must have; None where that does not matter. `place` is a province or a region."""

    way: str | None = None
    area: str | None = None
    sector: str | None = None
    place: str | None = None
    least: int | None = None


def wished(proposals: Iterable[Proposal], wish: GroupWish, words: ProjectWords) -> tuple[Proposal, ...]:
    """The proposals wished for, in their order."""
    return tuple(
        each
        for each in proposals
        if wish.way in (None, each.way.kind)
        and wish.area in (None, words.library.catalogue.area_of(each.need))
        and wish.sector in (None, each.sector)
        and wish.place in (None, each.place.code, each.place.region)
        and each.count >= (wish.least or 0)
    )


def offered(
    proposals: Sequence[Proposal], value: Callable[[Proposal], str], name: Callable[[str], str]
) -> list[tuple[str, str]]:
    """The values that proposals have, with their names, by name."""
    found = {value(each) for each in proposals} - {""}
    return sorted(((each, name(each)) for each in found), key=lambda pair: (pair[1].casefold(), pair[0]))
