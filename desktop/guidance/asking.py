"""At which of the doors told to ask for which help, so that nobody asks everybody for everything."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.guidance.doors import Door
from desktop.guidance.needs import Ask, Needs

_MOST = 2  # of one door: more than that nobody asks for in one visit


def with_asks(told: Sequence[Door], needs: Needs) -> tuple[Door, ...]:
    """The doors with what to ask for at each, the most needed first; each help is asked for at one door.

    That is the one of the kind that is best at it; of two, the one for this area alone, then the first.
    """
    shared: dict[str, list[str]] = {door.hub.id: [] for door in told}
    for ask in _most_needed_first(needs.asks):
        free = [door for door in told if len(shared[door.hub.id]) < _MOST and _gives(door, ask)]
        if free:
            best = min(free, key=lambda door: (_rank(door, ask), not door.is_specialist))
            shared[best.hub.id].append(ask.help)
    return tuple(replace(door, asks=tuple(shared[door.hub.id])) for door in told)


def _most_needed_first(asks: Iterable[Ask]) -> list[Ask]:
    """Each help once, with the weights of all its reasons and the area of the heaviest."""
    found: dict[str, Ask] = {}
    weights: dict[str, int] = {}
    for ask in asks:
        if ask.help:
            weights[ask.help] = weights.get(ask.help, 0) + ask.weight
            if ask.help not in found or ask.weight > found[ask.help].weight:
                found[ask.help] = ask
    return [found[name] for name in sorted(found, key=lambda name: (-weights[name], name))]


def _gives(door: Door, ask: Ask) -> bool:
    return ask.area in door.hub.areas and not set(ask.services).isdisjoint(door.hub.services)


def _rank(door: Door, ask: Ask) -> int:
    return ask.best_at.index(door.hub.kind) if door.hub.kind in ask.best_at else len(ask.best_at)
