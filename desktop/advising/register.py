"""The register of services searched, filtered and added up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from desktop.advising.service import DONE, SERVICE_STATES, ServiceLine

_KINDS = ("training", "consulting")


@dataclass(frozen=True, slots=True)
class RegisterWish:
    """Which lines are wanted; None and empty words want all."""

    words: str = ""
    state: str | None = None
    category: str | None = None
    officer: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class ServiceTotals:
    """Sums over lines, without those cancelled; amounts in cents.

    `done_cents` is the value of what is delivered or reported. `shares` tell of the kinds that the hub's
    programme looks at how much of their common value each has (0-1); empty without any such value.
    """

    count: int
    attendees: int
    value_cents: int
    aid_cents: int
    done_cents: int
    kinds_cents: Mapping[str, int]
    states: Mapping[str, int]

    @property
    def shares(self) -> Mapping[str, Fraction]:
        """How much of the common value training and consulting have."""
        whole = sum(self.kinds_cents.values())
        return {kind: Fraction(cents, whole) for kind, cents in self.kinds_cents.items()} if whole else {}


def find_services(lines: Iterable[ServiceLine], wish: RegisterWish) -> tuple[ServiceLine, ...]:
    """The lines wanted, the one that begins last first."""
    words = wish.words.casefold().split()
    found = (line for line in lines if _is_wanted(line, wish) and _has(line, words))
    return tuple(sorted(found, key=lambda line: (line.started_on, line.company, line.uid), reverse=True))


def totals_of(lines: Iterable[ServiceLine]) -> ServiceTotals:
    """What some lines add up to."""
    told = tuple(lines)
    counted = [line for line in told if line.state != "cancelled"]
    return ServiceTotals(
        count=len(counted),
        attendees=sum(line.attendees for line in counted),
        value_cents=sum(line.price_cents for line in counted),
        aid_cents=sum(line.aid_cents for line in counted),
        done_cents=sum(line.price_cents for line in counted if line.state in DONE),
        kinds_cents={kind: sum(line.price_cents for line in counted if line.kind == kind) for kind in _KINDS},
        states={state: sum(line.state == state for line in told) for state in SERVICE_STATES},
    )


def _is_wanted(line: ServiceLine, wish: RegisterWish) -> bool:
    return (
        wish.state in (None, line.state)
        and wish.category in (None, line.category)
        and wish.officer in (None, line.officer)
        and wish.year in (None, line.started_on.year)
    )


def _has(line: ServiceLine, words: Iterable[str]) -> bool:
    fields = (line.company, line.project, line.title, line.technology, line.provider, line.officer, line.note)
    told = "\n".join(fields).casefold()
    return all(word in told for word in words)
