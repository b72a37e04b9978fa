"""Plans are made once, remembered as long as there is room, and made ahead only while they are wanted."""

from collections.abc import Iterator
from fractions import Fraction
from threading import Thread

from desktop.content.company import People
from desktop.planning import PlanRequest, ReadyPlans, prove_plan
from desktop.planning.hours_curve import hours_curve
from tests.unit.planning.planning_builders import a_catalogue, a_course, a_request

COURSES = [a_course(f"copies-{n}", {"backup": (n, n + 1)}, hours=Fraction(3 * n + 1)) for n in range(2)]
SHOP = a_catalogue(COURSES)


def asking(weeks: int = 10, **limits) -> PlanRequest:
    return a_request(SHOP, weeks=weeks, **limits)


def test_a_plan_is_remembered_for_an_equal_request_alone() -> None:
    ready = ReadyPlans()
    assert ready.known(asking()) is None
    made = ready.make(asking())
    assert ready.known(asking()) is made
    assert ready.at_once(asking()) is made
    others = (asking(weeks=9), asking(budget_eur=1), asking(levels={"backup": 1}), asking(formats=("live",)))
    assert [ready.known(other) for other in others] == [None] * 4


def test_what_is_left_open_counts_as_it_is_taken() -> None:
    ready = ReadyPlans()
    made = ready.make(asking())
    assert ready.known(asking(people=People(), hours_per_week={"owner": Fraction(2)})) is not None
    assert ready.known(asking(hours_per_week={"it": Fraction(9)})) is made


def test_another_catalogue_has_plans_of_its_own() -> None:
    ready = ReadyPlans()
    ready.make(asking())
    other = a_request(a_catalogue(COURSES[:1]), weeks=10)
    assert ready.known(other) is None
    assert ready.make(other) == prove_plan(other)


def test_the_plan_not_asked_for_longest_is_forgotten_first() -> None:
    ready = ReadyPlans(most=2)
    for weeks in (1, 2, 1, 3):
        ready.make(asking(weeks))
    assert [ready.known(asking(weeks)) is not None for weeks in (1, 2, 3)] == [True, False, True]


def test_a_draft_is_not_taken_for_the_plan() -> None:
    ready = ReadyPlans()
    assert not ready.at_once(asking()).is_optimal
    assert ready.known(asking()) is None


def test_plans_are_made_ahead_only_while_they_are_wanted() -> None:
    ready = ReadyPlans()
    asked: list[int] = []

    def neighbours() -> Iterator[PlanRequest]:
        for weeks in (1, 2, 3):
            asked.append(weeks)
            yield asking(weeks)

    ready.make_ahead(neighbours(), lambda: len(asked) < 3)
    assert [ready.known(asking(weeks)) is not None for weeks in (1, 2, 3)] == [True, True, False]


def test_threads_share_the_plans() -> None:
    ready = ReadyPlans(most=3)
    threads = [Thread(target=ready.make, args=(asking(weeks),)) for weeks in (1, 2, 3, 1, 2, 3, 4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    remembered = [weeks for weeks in (1, 2, 3, 4) if ready.known(asking(weeks))]
    assert len(remembered) == 3
    assert all(ready.known(asking(weeks)) == prove_plan(asking(weeks)) for weeks in remembered)


def test_the_curve_tells_how_few_hours_bring_most() -> None:
    request = asking(weeks=2, hours_per_week={"owner": Fraction(4)})
    curve = hours_curve(ReadyPlans(), request, prove_plan(request), lambda: True)
    assert curve is not None
    assert [hours for hours, _ in curve.values] == [Fraction(n, 2) for n in range(1, 9)]
    values = [value for _, value in curve.values]
    assert values == sorted(values)
    hours, share = curve.enough
    assert share >= Fraction(4, 5)
    assert all(curve.share(value) < Fraction(4, 5) for fewer, value in curve.values if fewer < hours)
    assert curve.says_something


def test_the_curve_is_given_up_when_it_is_wanted_no_more() -> None:
    request = asking()
    assert hours_curve(ReadyPlans(), request, prove_plan(request), lambda: False) is None


def test_without_courses_there_is_no_curve() -> None:
    request = asking(levels={})
    assert hours_curve(ReadyPlans(), request, prove_plan(request), lambda: True) is None
