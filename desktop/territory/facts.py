"""What a hub knows of its companies, as plain facts that figures are made of."""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import TypeVar

import msgspec

from desktop.content.company import SizeClass

Key = TypeVar("Key", bound=Hashable)
Told = TypeVar("Told")
GIVEN = ("delivered", "reported")
"""The states of services that count: what is agreed or has begun is still to be given."""


class Firm(msgspec.Struct, frozen=True, gc=False):
    """A company; amounts are not told, only the size class they lead to (None where that is damaged)."""

    id: int
    uid: str
    name: str
    vat: str
    country: str
    region: str | None
    province: str | None
    sector: str | None
    size: SizeClass | None
    headcount: int
    since: date


class FirmRound(msgspec.Struct, frozen=True, gc=False):
    """A round of a company: T0, T1, ..., and the day on which what it tells was changed last."""

    id: int
    firm: int
    stage: str
    day: date

    @property
    def turn(self) -> int:
        """The number of the stage; 0 for one that is none."""
        return int(self.stage[1:]) if self.stage[1:].isdecimal() else 0


class RoundScores(msgspec.Struct, frozen=True):
    """What a round scored in a questionnaire, in hundredths of a point; `coverage` in percent."""

    round: int
    questionnaire: str
    overall: int | None
    coverage: int
    dimensions: Mapping[str, int | None]


class RoundNeeds(msgspec.Struct, frozen=True, gc=False):
    """What a round shows and should have, as lines of digits in the order of the competences.

    They stay lines until they are asked for: as pairs those of 160,000 rounds take half a gigabyte.
    """

    round: int
    competences: tuple[str, ...]
    shown: str
    wanted: str

    @property
    def tells(self) -> bool:
        """Whether any level is known."""
        return any(letter.isdecimal() for letter in set(self.shown))

    @property
    def levels(self) -> Mapping[str, tuple[int | None, int]]:
        """By competence the level (0-4) shown, None where nothing tells, and the one it should have."""
        told = zip(self.competences, self.shown, self.wanted, strict=False)
        return {
            name: (int(level) if level.isdecimal() else None, int(target))
            for name, level, target in told
            if target.isdecimal()
        }


class GivenService(msgspec.Struct, frozen=True):
    """A line of the service register, amounts in cents; `firm` is None where the company was deleted."""

    uid: str
    firm: int | None
    category: str
    kind: str
    title: str
    technology: str
    price_cents: int
    aid_cents: int
    aid_scheme: str
    started_on: date
    ended_on: date | None
    attendees: int
    state: str

    @property
    def is_given(self) -> bool:
        """Whether it counts."""
        return self.state in GIVEN

    @property
    def is_agreed(self) -> bool:
        """Whether it is still to be given."""
        return self.state not in (*GIVEN, "cancelled")


class HeldEvent(msgspec.Struct, frozen=True):
    """An event with how many came, and how many of them left their name."""

    uid: str
    name: str
    place: str
    held_on: date
    visitors: int
    listed: int


class Facts(msgspec.Struct, frozen=True):
    """Everything reports are made of; `agreed` are firms that agreed to what leaves, and still do."""

    firms: Mapping[int, Firm]
    rounds: Mapping[int, FirmRound]
    scores: tuple[RoundScores, ...]
    needs: tuple[RoundNeeds, ...]
    services: tuple[GivenService, ...]
    events: tuple[HeldEvent, ...]
    agreed: frozenset[int] = frozenset()


def latest_of(told: Iterable[tuple[Key, FirmRound, Told]]) -> Mapping[Key, Told]:
    """By key what the latest of its rounds tells: T2 before T1, of two of one stage the one made later.

    That is the latest round everywhere in the program: its day can be later because a note was mended in it.
    """
    found: dict[Key, tuple[tuple[int, int], Told]] = {}
    for key, round_, value in told:
        order = (round_.turn, round_.id)
        if key not in found or found[key][0] < order:
            found[key] = (order, value)
    return {key: value for key, (_, value) in found.items()}
