"""The register of services searched, filtered and added up."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from desktop.advising.service import DONE, SERVICE_STATES, ServiceLine
from desktop.searching import folded

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
    def done_count(self) -> int:
        """How many were delivered or reported."""
        return sum(self.states.get(state, 0) for state in DONE)

    @property
    def shares(self) -> Mapping[str, Fraction]:
        """How much of the common value training and consulting have."""
        whole = sum(self.kinds_cents.values())
        return {kind: Fraction(cents, whole) for kind, cents in self.kinds_cents.items()} if whole else {}


class Register:
    """Lines with what they are found by, made once for many searches.

    `officers`, `providers` and `years` are those of the lines, the latest year first.
    """

    def __init__(self, lines: Iterable[ServiceLine]) -> None:
        self.lines = tuple(
            sorted(lines, key=lambda line: (line.started_on, line.company, line.uid), reverse=True)
        )
        self._told = {line.uid: _told(line) for line in self.lines}
        self.officers = tuple(sorted({line.officer for line in self.lines} - {""}))
        self.providers = tuple(sorted({line.provider for line in self.lines} - {""}))
        self.years = tuple(sorted({line.started_on.year for line in self.lines}, reverse=True))

    def find(self, wish: RegisterWish) -> tuple[ServiceLine, ...]:
        """The lines wanted, the one that begins last first."""
        found, told = self.lines, self._told
        for kept in _tests(wish):
            found = tuple(filter(kept, found))
        for word in folded(wish.words).split():
            found = tuple(line for line in found if word in told[line.uid])
        return found


def totals_of(lines: Iterable[ServiceLine]) -> ServiceTotals:
    """What some lines add up to, each looked at once: there are tens of thousands."""
    states, kinds, of_state = Counter[str](), Counter[str](), Counter[str]()
    attendees = aid_cents = 0
    for line in lines:
        states[line.state] += 1
        if line.state != "cancelled":
            attendees += line.attendees
            aid_cents += line.aid_cents
            kinds[line.kind] += line.price_cents
            of_state[line.state] += line.price_cents
    return ServiceTotals(
        count=states.total() - states["cancelled"],
        attendees=attendees,
        value_cents=of_state.total(),
        aid_cents=aid_cents,
        done_cents=sum(of_state[state] for state in DONE),
        kinds_cents={kind: kinds[kind] for kind in _KINDS},
        states={state: states[state] for state in SERVICE_STATES},
    )


def _tests(wish: RegisterWish) -> Iterator[Callable[[ServiceLine], bool]]:
    """What a line must hold to, but for the words."""
    if wish.state is not None:
        yield lambda line: line.state == wish.state
    if wish.category is not None:
        yield lambda line: line.category == wish.category
    if wish.officer is not None:
        yield lambda line: line.officer == wish.officer
    if wish.year is not None:
        yield lambda line: line.started_on.year == wish.year


def _told(line: ServiceLine) -> str:
    fields = (line.company, line.project, line.title, line.technology, line.provider, line.officer, line.note)
    return folded("\n".join(fields))
