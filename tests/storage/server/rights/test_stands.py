"""Several stands at one event, each with visitors of its own: what they answer is on their computer alone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.answers import Reserved
from desktop.workspace import Workspace
from desktop.workspace.events import Stand, Visit
from tests.hub_server import Hub, hub_on
from tests.serving import Server

OPEN = "SELECT draft, choice FROM visitor ORDER BY id"


@pytest.fixture
def hub(server: Server) -> Iterator[Hub]:
    with hub_on(server) as made:
        yield made


def opened(desk: Workspace) -> Stand:
    events = desk.hub.events
    held = events.all()
    events.enter_mode(held[0].id if held else events.create("Fair", "", date(2027, 1, 4)))
    stand = events.stand
    assert stand is not None
    return stand


def answering(stand: Stand) -> Visit:
    visit = stand.save(stand.begin("it").told(sector="C", headcount=6))
    return stand.save_answer(visit, stand.questions(visit)[0], Reserved.UNKNOWN)


def test_a_stand_leaves_the_visitors_of_another_alone(hub: Hub, tmp_path: Path) -> None:
    with hub.desk("nora", tmp_path) as nora, hub.desk("sara", tmp_path) as sara:
        visit, other = answering(opened(nora)), opened(sara)
        assert other.interrupted() is None
        sara.hub.events.leave_mode()
        assert nora.hub.events.stand is not None
        assert nora.hub.events.stand.interrupted() == visit


def test_what_a_visitor_answers_never_reaches_the_server(hub: Hub, tmp_path: Path) -> None:
    with hub.desk("nora", tmp_path) as nora:
        visit = answering(opened(nora))
        assert hub.ask("postgres", OPEN) == ["|open"]
    with hub.desk("nora", tmp_path) as nora:  # the power failed
        stand = opened(nora)
        assert stand.interrupted() == visit
        stand.end(visit)
        assert stand.interrupted() is None
    assert hub.ask("postgres", OPEN) == ["|gone"]


def test_a_draft_that_came_with_a_file_is_the_coordinators(hub: Hub, tmp_path: Path) -> None:
    with hub.desk("carla", tmp_path) as carla:
        answering(opened(carla))
    hub.ask("postgres", "UPDATE visitor SET draft = 'secret'")
    assert [hub.ask(login, OPEN) for login in ("carla", "nora")] == [["secret|open"], []]


def test_a_visit_of_a_stand_that_never_came_back_is_over_after_a_day(hub: Hub, tmp_path: Path) -> None:
    with hub.desk("nora", tmp_path) as nora, hub.desk("sara", tmp_path) as sara:
        answering(opened(nora))
        hub.ask("postgres", "UPDATE visitor SET came_at = came_at - interval '25 hours'")
        opened(sara).interrupted()
        [event] = sara.hub.events.all()
        assert event.counts == {"gone": 1}
