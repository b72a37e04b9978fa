"""Why something was matched, and what to be careful about, as data that a front end words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.guidance.freshness import is_stale


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason or a caveat.

    Reasons: `chosen`; `province`, `region`, `country` (where it works, with the names or the code); `areas`
    (with their ids, the heaviest first); `services` (with their ids); `sector` (with the NACE letter); `hub`
    (with the id of the hub that gives it); `members` (for members of a training fund).
    Caveats: `part` (only in the provinces given); `not-in` (not in the provinces given); `stale` (known as of
    the month given); `firms-only` (not for freelancers); `status` (with the hub's status); `check` (may have
    ended).
    """

    kind: str
    values: tuple[str, ...] = ()


def age_caveats(as_of: str, day: date) -> Iterator[Reason]:
    """A caveat where what is known is older than a year."""
    if is_stale(as_of, day):
        yield Reason("stale", (as_of,))
