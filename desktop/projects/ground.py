"""The companies as arrays: what each lacks of every competence, where it is and what it does."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from desktop.guidance.place import PROFESSIONS
from desktop.projects.firms import Firms
from desktop.projects.way import Way
from desktop.territory.coding import NOTHING, Coded, Mask, Numbers

_ZERO, _TOP = ord("0"), 4
Small = NDArray[np.int8]


@dataclass(frozen=True)
class Ground:
    """Companies in the order of their ids; of `levels` and `targets` a row for each competence.

    A level is -1 where nothing tells it.
    """

    competences: tuple[str, ...]
    ids: Numbers
    levels: Small
    targets: Small
    countries: Coded
    regions: Coded
    provinces: Coded
    sectors: Coded
    sizes: Coded
    headcounts: Numbers
    staff: Numbers
    counted: tuple[str, ...]

    @cached_property
    def lacks(self) -> Small:
        """How many levels are missing; 0 where none are or nothing is known."""
        return np.where(self.levels == NOTHING, 0, np.maximum(self.targets - self.levels, 0)).astype(np.int8)

    def may_take(self, way: Way) -> Mask:
        """The companies a way is for, whatever they lack."""
        found = np.ones(len(self.ids), dtype=np.bool_)
        for column, wanted in (
            (self.sizes, way.sizes),
            (self.sectors, way.sectors),
            (self.regions, way.regions),
            (self.provinces, way.provinces),
            (self.countries, frozenset({way.country} if way.country and not way.regions else ())),
        ):
            if wanted:
                found &= column.among(wanted)
        if way.without_provinces:
            found &= (self.provinces.codes >= 0) & ~self.provinces.among(way.without_provinces)
        if way.of_staff:
            found &= self.staff > 0
        if way.firms_only:
            alone = self.sectors.among(PROFESSIONS) | (self.sectors.codes < 0)
            found &= ~((self.headcounts == 1) & alone)
        return found

    def places_of(self, ids: Sequence[int]) -> Numbers:
        """Where companies stand in the arrays; those not known are left out."""
        wanted = np.asarray(ids, dtype=np.int64)
        return np.flatnonzero(np.isin(self.ids, wanted))


def ground_of(firms: Firms, competences: Sequence[str]) -> Ground:
    """The companies as arrays over the competences of a catalogue; damaged lines of digits tell nothing."""
    ids = np.array(firms.ids, dtype=np.int64)
    order = np.argsort(ids, kind="stable")
    lines = firms.levels, firms.targets
    levels, targets = (_digits(firms, each, competences)[:, order] for each in lines)
    return Ground(
        competences=tuple(competences),
        ids=ids[order],
        levels=levels,
        targets=targets,
        countries=_coded(firms.countries, order),
        regions=_coded(firms.regions, order),
        provinces=_coded(firms.provinces, order),
        sectors=_coded(firms.sectors, order),
        sizes=_coded(firms.sizes, order),
        headcounts=np.array(firms.headcounts, dtype=np.int64)[order],
        staff=np.array(firms.staff, dtype=np.int64)[order],
        counted=tuple(map(firms.counted.__getitem__, order.tolist())),
    )


def _coded(column: Sequence[str | None], order: Numbers) -> Coded:
    values = tuple(sorted({value for value in column if value is not None}))
    codes: dict[str | None, int] = {value: code for code, value in enumerate(values)}
    codes[None] = NOTHING
    found = np.fromiter(map(codes.__getitem__, column), dtype=np.int32, count=len(column))
    return Coded(values, found[order])


def _digits(firms: Firms, lines: Sequence[str], competences: Sequence[str]) -> Small:
    """A row for each competence; lines of one frame are read together."""
    found = np.full((len(competences), len(lines)), NOTHING, dtype=np.int8)
    rows = {name: row for row, name in enumerate(competences)}
    frames = np.array(firms.frames, dtype=np.int64)
    lengths = np.fromiter(map(len, lines), dtype=np.int64, count=len(lines))
    for frame, names in (firms.frame_names or {}).items():
        of_frame = np.flatnonzero((frames == frame) & (lengths == len(names)))
        written = "".join(map(lines.__getitem__, of_frame.tolist())).encode("ascii", "replace")
        read = np.frombuffer(written, dtype=np.uint8).reshape(len(of_frame), len(names)) - np.uint8(_ZERO)
        known = [(place, rows[name]) for place, name in enumerate(names) if name in rows]
        for place, row in known:
            digits = read[:, place]
            found[row, of_frame] = np.where(digits <= _TOP, digits.astype(np.int8), NOTHING)
    return found
