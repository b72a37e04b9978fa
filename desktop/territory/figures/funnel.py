"""How far companies get: from an event to a first assessment, a plan, services, and the next assessment."""

from typing import Literal

import numpy as np

from desktop.territory.coding import NOTHING, Mask, Numbers
from desktop.territory.figures.given import service_rows
from desktop.territory.figures.values import FunnelStep
from desktop.territory.wanted import Chosen

Step = Literal["visitors", "listed", "first", "plan", "services", "second"]
COMPANY_STEPS: tuple[Step, ...] = ("first", "plan", "services", "second")
_WHOLE = 100


def funnel(chosen: Chosen) -> tuple[FunnelStep, ...]:
    """How many got to each step; who left a name counts among the companies from then on."""
    visitors = chosen.territory.visitors
    came = chosen.in_period(visitors.day)
    if chosen.wanted.event is not None:
        came &= visitors.event == int(chosen.wanted.event)
    has_events = bool(chosen.territory.events)
    of_events = chosen.territory.companies.event != NOTHING
    steps = [
        FunnelStep("visitors", int(came.sum()), None),
        FunnelStep("listed", int((came & visitors.is_listed).sum()), None),
    ]
    for step in COMPANY_STEPS:
        got_there = got_to(chosen, step)
        from_events = int((got_there & of_events).sum()) if has_events else None
        steps.append(FunnelStep(step, from_events, int(got_there.sum())))
    return tuple(steps) if has_events else tuple(steps[2:])


def got_to(chosen: Chosen, step: Step) -> Mask:
    """Which companies got to a step: the first assessment is whole, a plan was made or came in, ..."""
    if step == "first":
        return chosen.companies & _scored(chosen, 0, whole=True)
    if step == "plan":
        return chosen.companies & chosen.territory.companies.has_plan
    if step == "second":
        return chosen.companies & _scored(chosen, 1, whole=False)
    return chosen.companies & _served(chosen)


def _scored(chosen: Chosen, turn: int, *, whole: bool) -> Mask:
    """Which companies have a score in the questionnaire in a round, in the period."""
    rounds, scores = chosen.territory.rounds, chosen.scores
    rows = (rounds.turn[scores.round] == turn) & chosen.in_period(rounds.day[scores.round])
    if whole:
        rows &= scores.coverage >= _WHOLE
    return _marked(chosen, rounds.company[scores.round[rows]])


def _served(chosen: Chosen) -> Mask:
    found = chosen.territory.services
    rows = service_rows(chosen) & found.is_given & (found.company != NOTHING)
    return _marked(chosen, found.company[rows])


def _marked(chosen: Chosen, places: Numbers) -> Mask:
    found = np.zeros(chosen.territory.companies.count, np.bool_)
    found[places] = True
    return found
