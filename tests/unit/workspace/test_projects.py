"""Projects of a hub: proposed from counted needs, taken up, led on, and put into the register."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.advising import ServiceLine
from desktop.errors import StorageError
from desktop.projects import Proposal
from desktop.storage import FILE_NAME, Merge
from desktop.text import wording
from desktop.workspace.project_doubts import doubts
from desktop.workspace.project_reasons import reasons
from desktop.workspace.project_words import ProjectWords
from desktop.workspace.projects import Found
from tests.hub_groups import CLASS, Hub

DAY = date(2026, 11, 23)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    made = Hub(tmp_path)
    yield made
    made.workspace.close()


def the_class(hub: Hub) -> Proposal | None:
    found = hub.workspace.hub.projects.look(DAY).proposals
    return next((each for each in found if each.way.id == "cloud-class"), None)


def services(hub: Hub) -> list[tuple[int, int, int, str]]:
    asked = "SELECT company_id, price_cents, aid_cents, category FROM service ORDER BY company_id"
    with closing(sqlite3.connect(hub.workspace.folder / FILE_NAME)) as file:
        return list(file.execute(asked))


def test_companies_with_the_same_need_are_proposed_for_the_hubs_class(hub: Hub) -> None:
    inside = hub.firms(7)
    hub.firm("Officina", sector="G")
    hub.firm("Lontana", province="BS")
    proposal = the_class(hub)
    assert proposal is not None
    assert (proposal.need, proposal.place.code, proposal.members) == (CLASS, "BG", tuple(inside))


def test_those_put_away_those_who_withdrew_and_those_in_a_project_are_left_out(hub: Hub) -> None:
    away, withdrew, agreed_again, *others = hub.firms(9)
    hub.workspace.register.archive(away)
    for company in (withdrew, agreed_again):
        hub.workspace.consent.record(hub.case(company), "1")
        hub.workspace.consent.withdraw(hub.case(company))
    hub.workspace.consent.record(hub.case(agreed_again), "1")
    found = hub.workspace.hub.projects.look(DAY)
    proposal = the_class(hub)
    assert proposal is not None
    assert proposal.members == (agreed_again, *others)
    assert found.withdrawn == 1
    project = hub.workspace.hub.projects.take_up(proposal, proposal.members, "Cloud")
    assert all(
        each.is_taken for each in hub.workspace.hub.projects.named("Panificio", CLASS) if each.id in others
    )
    assert the_class(hub) is None
    hub.workspace.hub.projects.save_state(project, "dropped")
    assert the_class(hub) is not None


def test_only_the_latest_round_counts(hub: Hub) -> None:
    companies = hub.firms(6)
    for company in companies:
        hub.workspace.rounds.begin(hub.case(company))
    hub.workspace.hub.counting.count(lambda _: None, lambda: False)
    assert the_class(hub) is not None  # a round that tells nothing yet leaves the one before


def test_a_project_is_led_on_and_each_company_that_is_in_becomes_one_line_of_the_register(hub: Hub) -> None:
    companies = hub.firms(7)
    projects = hub.workspace.hub.projects
    proposal = the_class(hub)
    assert proposal is not None
    number = projects.take_up(proposal, companies[:6], "Cloud a Bergamo")
    other = hub.firm("Nuova", {CLASS: 1})
    projects.add(number, [other, 4711])
    projects.save_members(number, {companies[0]: None, companies[1]: "out"})
    projects.save_members(number, dict.fromkeys(companies[2:5], "in"))
    projects.save_note(number, "Aula al primo piano")
    project = projects.one(number)
    assert (project.members, project.note) == ({"in": 3, "out": 1, "proposed": 2}, "Aula al primo piano")
    assert projects.write_services(project, DAY, "Luca Conti") == 3
    assert {line.officer for line in hub.workspace.hub.services.lines()} == {"Luca Conti"}
    assert services(hub) == [(each, 100_000, 100_000, "training") for each in companies[2:5]]
    assert projects.write_services(project, DAY, "Luca Conti") == 0
    assert projects.one(number).services == 3
    projects.remove(number)
    assert len(services(hub)) == 3
    with pytest.raises(StorageError, match="no longer"):
        projects.one(number)


def test_a_service_is_of_no_project_of_other_companies(hub: Hub) -> None:
    companies = hub.firms(7)
    projects, register = hub.workspace.hub.projects, hub.workspace.hub.services
    proposal = the_class(hub)
    assert proposal is not None
    number = projects.take_up(proposal, companies[:6], "Cloud a Bergamo")
    line = ServiceLine("", companies[0], "training", "Cloud", DAY, project_id=number)
    strange = replace(line, company_id=hub.firm("Nuova", {CLASS: 1}))
    with pytest.raises(StorageError, match="Nuova takes no part in the project “Cloud a Bergamo”"):
        register.save(line, strange)
    assert services(hub) == []
    register.save(line)
    projects.save_members(number, {companies[0]: None})
    [kept] = register.lines()
    register.save(replace(kept, note="Delivered all the same"))
    assert [each.note for each in register.lines()] == ["Delivered all the same"]


def test_of_two_companies_made_one_a_project_knows_how_far_the_one_asked_was(hub: Hub) -> None:
    companies = hub.firms(7)
    projects = hub.workspace.hub.projects
    proposal = the_class(hub)
    assert proposal is not None
    number = projects.take_up(proposal, companies[:6], "Cloud")
    projects.save_members(number, {companies[1]: "in"})
    for stays, goes in ((companies[0], companies[1]), (companies[6], companies[2])):
        hub.workspace.register.merge(Merge(stays, goes, same_stage="one"))
    assert projects.one(number).members == {"in": 1, "proposed": 4}
    assert {each.firm.id for each in projects.members(projects.one(number))} >= {companies[0], companies[6]}


def test_a_group_of_very_different_sizes_is_told(hub: Hub) -> None:
    hub.firms(6)
    assert "Very small" not in told(hub, hub.workspace.hub.projects.look(DAY))
    hub.firm("Acciaierie", {CLASS: 0}, headcount=180)
    assert "Very small" in told(hub, hub.workspace.hub.projects.look(DAY))


def test_members_tell_their_level_and_anybody_can_be_found_by_name(hub: Hub) -> None:
    hub.firms(6)
    one = hub.firm("Caffè 100%", {CLASS: 1})
    (line,) = hub.workspace.hub.projects.named("100%", CLASS)
    assert (line.id, line.level, line.target, line.email) == (one, 1, 2, "maria@example.org")
    assert not hub.workspace.hub.projects.named("_", CLASS)


def test_damaged_lines_and_projects_hide_no_others(hub: Hub) -> None:
    hub.firms(7)
    with closing(sqlite3.connect(hub.workspace.folder / FILE_NAME)) as file, file:
        file.execute("UPDATE need SET levels = '0é0' WHERE round_id = 1")
        file.execute("UPDATE company SET headcount = 'six', sector = x'ff' WHERE id = 2")
        columns = "uid, title, kind, about, state, note, made_at, changed_at"
        moment = "2026-01-01 00:00:00"
        values = ("x", "Broken", "party", "{]", "soon", "", moment, moment)
        file.execute(f"INSERT INTO project ({columns}) VALUES ({', '.join('?' * 8)})", values)  # noqa: S608
    assert the_class(hub) is None
    (project,) = hub.workspace.hub.projects.all()
    assert (project.title, project.about.need) == ("Broken", "")


def told(hub: Hub, found: Found) -> str:
    proposal = the_class(hub)
    assert proposal is not None
    about, say = hub.workspace.hub.projects.about(proposal), wording("en")
    words = ProjectWords(hub.workspace.library, say)
    why = reasons(about, found.facts(about, proposal.members), found.way(about), words)
    return "\n".join((*why, *doubts(found, about, proposal.members, say)))


def test_reasons_say_who_lacks_how_much_what_it_costs_and_what_speaks_against_it(hub: Hub) -> None:
    hub.firms(5)
    hub.firm("Caffè", {CLASS: 1})
    hub.firm("Bar", {CLASS: None, "ai-basics": 0})
    words = told(hub, hub.workspace.hub.projects.look(DAY))
    for sentence in (
        "6 companies are below their goal in “Understanding the cloud” (",
        "Missing to the goal: 2 levels for 5 companies, 1 level for 1 company.",
        "an offer of the hub for 6 to 15 companies.",
        "The price of €3,000 is shared: €500 for each company.",
        "Public money pays 100% of it: €0 is left for each company to pay.",
        "Just enough: if one company does not take part, it is too few.",
        "They start from different levels, 0 to 1.",
        "Of 1 more company there nothing is known about it",
    ):
        assert sentence in words, words
