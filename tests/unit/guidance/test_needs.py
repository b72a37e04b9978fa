"""What a plan leaves to be done: the areas it needs and what hubs are asked for."""

from datetime import date

from guidance_builders import a_bakery

from desktop.content.catalogues.advice import Advice
from desktop.content.catalogues.advice_file import ServiceEntry
from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import CompetenceEntry
from desktop.guidance import Ask, Needs, needs_of
from desktop.planning import Need, OpenGap, Plan

CHECK = ServiceEntry(id="check", given_as=("training", "test-before-invest"), helps={"backup": (0, 4)})


def a_catalogue() -> Catalogue:
    areas = {"backup": "cyber", "sales": "digital"}
    return Catalogue(
        competence_bounds=(20, 40, 60, 80),
        competences={name: CompetenceEntry(id=name, area=area, roles={}) for name, area in areas.items()},
        competence_texts={},
        targets={},
        target_texts={},
        courses={},
        course_summaries={},
        advice=Advice(services={"check": CHECK}),
    )


def needs(*wanted: Need, gaps: tuple[OpenGap, ...] = ()) -> Needs:
    plan = Plan(date(2027, 1, 4), 26, (), wanted, gaps, value=0, bound=0, is_optimal=True)
    return needs_of(plan, a_catalogue(), a_bakery())


def test_what_no_course_covers_weighs_twice() -> None:
    found = needs(Need("backup", 0, 2, 5), Need("sales", 0, 1, 3), gaps=(OpenGap("backup", 1, 2, "hours"),))
    assert found.areas == {"cyber": 20, "digital": 3}


def test_a_gap_asks_for_the_service_that_helps_and_for_money_where_that_is_the_reason() -> None:
    found = needs(Need("backup", 1, 2, 5), gaps=(OpenGap("backup", 2, 2, "budget"),))
    check = Ask(("training", "test-before-invest"), 5, "check", "cyber")
    assert found.asks == (check, Ask(("funding-support",), 5))
    assert found.service_share(("training",)) * 2 == 1
    assert found.service_share(("training", "funding-support", "networking")) == 1


def test_labs_are_for_whoever_is_past_the_first_steps() -> None:
    assert needs(Need("backup", 0, 3, 5), Need("sales", 1, 2, 3)).lab_areas == {"digital"}


def test_a_plan_without_needs_asks_for_nothing() -> None:
    assert needs() == Needs()
