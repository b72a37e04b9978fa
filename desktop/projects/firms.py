"""The companies that could join projects, column by column as they are read."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.content.company import SizeClass


@dataclass(frozen=True, slots=True)
class Firms:
    """One entry of every column for each company; None where nothing was told.

    `levels` and `targets` are lines of digits, whose places the frame of the same entry names; `staff` are
    people besides the owners, `counted` the days (ISO) of which the lines tell.
    """

    ids: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()
    regions: tuple[str | None, ...] = ()
    provinces: tuple[str | None, ...] = ()
    sectors: tuple[str | None, ...] = ()
    sizes: tuple[SizeClass, ...] = ()
    headcounts: tuple[int, ...] = ()
    staff: tuple[int, ...] = ()
    frames: tuple[int, ...] = ()
    levels: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    frame_names: Mapping[int, tuple[str, ...]] | None = None
