"""Register, dashboard and report for the region tell the same of the same services."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.advising import SERVICE_STATES, ServiceLine, totals_of
from desktop.territory.money import money_of
from desktop.territory.wanted import Wanted
from tests.hub_groups import Hub


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    """Six companies with a service in each of the states."""
    made = Hub(tmp_path / "data")
    services = made.workspace.hub.services
    for number in made.firms(6):
        for place, state in enumerate(SERVICE_STATES):
            day, price = date(2026, 5, 4), 100 * 10**place
            services.save(
                ServiceLine(
                    "", number, "training", "Cloud", day, price_cents=price, aid_cents=50, state=state
                )
            )
    yield made
    made.workspace.close()


def test_what_was_given_is_the_same_in_every_room(hub: Hub) -> None:
    register = totals_of(hub.workspace.hub.services.lines()).done_cents
    shown = hub.workspace.hub.territory.figures(Wanted()).services.total
    _, told = money_of(hub.workspace._stores.hub.facts.read().services)
    assert told is not None
    assert register == shown.price_cents == told.price_cents == 6 * (10_000 + 100_000)
    assert shown.count == told.services == 12
