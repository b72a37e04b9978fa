"""The targets as shipped: what a firm needs depends on its size, its sector and who does what."""

from itertools import pairwise

import pytest

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import ROLES, Role
from desktop.content.company import Company, People
from desktop.content.library import Library

ALL = People(owner=1, employee=4, it=1)
HEADCOUNTS = (5, 25, 100, 300)


@pytest.fixture(scope="module")
def catalogue(library: Library) -> Catalogue:
    return library.catalogue


def target(catalogue: Catalogue, competence: str, role: Role, *, people: People, sector: str = "C") -> int:
    bakery = Company(name="Panificio", headcount=6, sector=sector, people=people)
    return catalogue.role_target(competence, bakery, role, people.by_role())


def test_staff_of_a_bakery_are_not_sent_where_one_person_is_enough(catalogue: Catalogue) -> None:
    asked = {name for name in catalogue.targets if target(catalogue, name, "employee", people=ALL) > 0}
    assert {"cyber-fraud", "cyber-accounts", "digital-tools"} <= asked
    assert asked.isdisjoint(
        {"digital-sales", "digital-strategy", "quantum-safety", "cloud-costs", "ai-solutions"}
    )


def test_a_micro_firm_needs_no_specialists_level(catalogue: Catalogue) -> None:
    needed = {name: target(catalogue, name, role, people=ALL) for name in catalogue.targets for role in ROLES}
    assert [name for name, level in needed.items() if level > 3] == []
    trades = ("ai-building", "cloud-building", "quantum-computing", "quantum-uses")
    assert [needed[name] for name in trades] == [0, 0, 0, 0]


def test_an_owner_without_it_people_stands_in_for_them(catalogue: Catalogue) -> None:
    alone = People(owner=1, employee=5)
    assert target(catalogue, "cyber-backup", "owner", people=alone) == 3
    assert target(catalogue, "cyber-backup", "owner", people=ALL) == 2


def test_software_makers_need_more_where_their_trade_asks_for_it(catalogue: Catalogue) -> None:
    assert target(catalogue, "ai-building", "it", people=ALL, sector="J") == 1
    assert target(catalogue, "ai-building", "owner", people=ALL, sector="J") == 0


@pytest.mark.parametrize("sector", [None, *"ABCDEFGHIJKLMNOPQRSTUV"])
def test_someone_in_the_firm_is_asked_for_what_the_firm_needs(
    catalogue: Catalogue, sector: str | None
) -> None:
    for people in (ALL, People(), People(owner=1, employee=9)):
        for headcount in HEADCOUNTS:
            company = Company(name="-", headcount=headcount, sector=sector, people=people)
            for name in catalogue.targets:
                roles = people.by_role()
                asked = [catalogue.role_target(name, company, role, roles) for role in roles]
                assert max(asked) == catalogue.target_level(name, company)


def test_a_larger_firm_never_needs_less(catalogue: Catalogue) -> None:
    for name in catalogue.targets:
        levels = [
            [catalogue.role_target(name, Company(name="-", headcount=count), role, ROLES) for role in ROLES]
            for count in HEADCOUNTS
        ]
        assert all(
            small <= large
            for before, after in pairwise(levels)
            for small, large in zip(before, after, strict=True)
        )


def test_machines_that_exchange_data_are_for_medium_makers_and_nobody_trains_himself(
    catalogue: Catalogue,
) -> None:
    def owner(competence: str, headcount: int, sector: str) -> int:
        company = Company(name="-", headcount=headcount, sector=sector, people=ALL)
        return catalogue.role_target(competence, company, "owner", ALL.by_role())

    assert [owner("digital-processes", size, "C") for size in (6, 24, 100)] == [2, 2, 3]
    assert [owner("digital-people", size, "M") for size in (1, 24)] == [1, 3]
