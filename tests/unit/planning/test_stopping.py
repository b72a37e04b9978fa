"""A search that nobody waits for any more ends early, and nothing of it is taken for a plan."""

from random import Random
from threading import Thread

import pytest
from planning_builders import a_catalogue, a_course, a_request

from desktop.planning import ReadyPlans
from desktop.planning.choosing.formulation import Row
from desktop.planning.choosing.program import Part, maximise
from desktop.stopping import Stop, StoppedError, ended_by

ENDLESS = 1e9


def hard_rows(size: int) -> list[Row]:
    """Knapsacks that no solver proves anything of within hours."""
    chance = Random(1)  # noqa: S311 - no secret
    return [
        Row(tuple((place, chance.randint(10, 99)) for place in range(size)), 25 * size) for _ in range(60)
    ]


def test_a_running_search_ends_when_it_is_stopped() -> None:
    stop, outcome = Stop(), []

    def search() -> None:
        with ended_by(stop), pytest.raises(StoppedError):
            maximise(range(100, 220), Part(tuple(range(120)), tuple(hard_rows(120))), ENDLESS)
        outcome.append("stopped")

    thread = Thread(target=search, daemon=True)
    thread.start()
    thread.join(0.3)
    assert thread.is_alive()
    stop.want()
    thread.join(30)
    assert outcome == ["stopped"]


def test_a_stopped_plan_is_not_remembered() -> None:
    request = a_request(a_catalogue([a_course("copies", {"backup": (0, 1)})]))
    ready, stop = ReadyPlans(), Stop()
    stop.want()
    with ended_by(stop), pytest.raises(StoppedError):
        ready.make(request)
    assert ready.known(request) is None
    assert ready.make(request).is_optimal
