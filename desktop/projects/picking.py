"""The proposals worth a coordinator's time: few of them, and nobody in many."""

from collections import Counter
from collections.abc import Iterable

from desktop.projects.proposal import Proposal
from desktop.projects.way import WayKind

BEST = 20
"""Proposals that somebody reads through at one sitting."""
MOST_OF_A_KIND = 2
"""Picked proposals of one kind of solution in which a company may be."""
_SHARED = 4  # at most every fourth company of a proposal is in an earlier one of its kind


def best(proposals: Iterable[Proposal], most: int = BEST) -> tuple[Proposal, ...]:
    """The first ones, in their order, without those whose companies are nearly all in earlier ones.

    Of one kind of solution they hardly overlap: at most a quarter of the companies of a proposal is in
    earlier ones, and no company is in more than two.
    """
    picked: list[Proposal] = []
    seen: Counter[tuple[WayKind, int]] = Counter()
    for proposal in proposals:
        if len(picked) >= most:
            break
        inside = [(proposal.way.kind, member) for member in proposal.members]
        again = [seen[each] for each in inside if each in seen]
        if len(again) * _SHARED <= len(inside) and max(again, default=0) < MOST_OF_A_KIND:
            seen.update(inside)
            picked.append(proposal)
    return tuple(picked)
