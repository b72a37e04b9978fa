"""Quick wins: the next step of each need, for this company, those for the priorities first."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planning_builders import a_catalogue, a_request

from desktop.content.catalogues.advice import Advice
from desktop.content.catalogues.advice_file import ActionEntry, ServiceEntry
from desktop.content.company import People
from desktop.planning import PlanRequest, Step
from desktop.planning.hub_services import service_for
from desktop.planning.quick_wins import QuickWin, choose_quick_wins

COMPETENCES = tuple(f"c{number}" for number in range(7))


def an_action(name: str, competence: str = "backup", **changes: object) -> ActionEntry:
    """An action of ten minutes for the owner of a firm that has done nothing yet."""
    facts = {"step": (0, 1), "minutes": 10, "role": "owner"}
    return ActionEntry(id=name, competence=competence, **(facts | changes))  # type: ignore[arg-type]


def asking(*actions: ActionEntry, **facts: object) -> PlanRequest:
    competences = facts.pop("competences", ("backup", "mail", "cloud"))
    catalogue = a_catalogue([], competences)  # type: ignore[arg-type]
    advice = Advice(actions={action.id: action for action in actions})
    return a_request(replace(catalogue, advice=advice), **facts)  # type: ignore[arg-type]


def names(wins: Iterable[QuickWin]) -> list[str]:
    return [win.action.id for win in wins]


def test_the_most_valuable_for_the_time_comes_first() -> None:
    long, short, deep = (
        an_action("a-long", minutes=60),
        an_action("b-short"),
        an_action("c-deep", step=(0, 2)),
    )
    assert names(choose_quick_wins(asking(long, an_action("m", "mail", minutes=9), deep))) == [
        "c-deep",
        "m",
        "a-long",
    ]
    assert names(choose_quick_wins(asking(long, short, deep))) == ["c-deep", "b-short"]


def test_a_long_first_step_of_a_priority_comes_before_short_ones_of_lesser_needs() -> None:
    competences = ("backup", *COMPETENCES)
    short = [an_action(f"{name}-{turn}", name, minutes=5) for name in COMPETENCES for turn in (1, 2)]
    request = asking(an_action("first-copy", minutes=90), *short, competences=competences)
    assert names(choose_quick_wins(request))[0] == "first-copy"


@pytest.mark.parametrize(("level", "expected"), [(0, ["first", "both"]), (1, ["second", "both"]), (2, [])])
def test_only_the_next_step_of_a_need_is_offered(level: int, expected: list[str]) -> None:
    first, second = an_action("first", minutes=5), an_action("second", step=(1, 2), minutes=2)
    wins = choose_quick_wins(asking(first, second, an_action("both", step=(0, 2)), levels={"backup": level}))
    assert names(wins) == expected


def test_what_was_not_assessed_brings_no_quick_win() -> None:
    assert choose_quick_wins(asking(an_action("a"), levels={"backup": None})) == ()


def test_what_is_done_or_not_meant_for_the_company_is_left_out() -> None:
    others = [
        an_action("large", sizes=("large",)),
        an_action("hotels", sectors=("I",)),
        an_action("it", role="it"),
    ]
    assert names(choose_quick_wins(asking(an_action("done"), an_action("todo"), *others), {"done"})) == [
        "todo"
    ]
    people = People(owner=1, it=1)
    assert names(choose_quick_wins(asking(*others, people=people))) == ["it"]


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(COMPETENCES),
        st.sampled_from([(0, 1), (0, 2), (1, 2), (1, 3)]),
        st.integers(1, 90),
        st.sampled_from(["owner", "it"]),
    ),
    max_size=40,
)


@given(entries=ACTIONS, level=st.integers(0, 2), random=st.randoms(use_true_random=False))
def test_the_choice_is_short_fair_and_the_same_in_any_order(
    entries: list[tuple[str, tuple[int, int], int, str]], level: int, random: Random
) -> None:
    actions = [
        an_action(f"a{number}", name, step=step, minutes=minutes, role=role)
        for number, (name, step, minutes, role) in enumerate(entries)
    ]
    facts = {"competences": COMPETENCES, "levels": dict.fromkeys(COMPETENCES, level)}
    wins = choose_quick_wins(asking(*actions, **facts))
    counts = [sum(win.need.competence == name for win in wins) for name in COMPETENCES]
    assert len(wins) == min(
        10, sum(min(2, sum(_fits(a, name, level) for a in actions)) for name in COMPETENCES)
    )
    assert max(counts) <= 2
    assert all(_fits(win.action, win.need.competence, level) for win in wins)
    leading = [name for name in COMPETENCES[:3] if any(_fits(a, name, level) for a in actions)]
    assert [win.need.competence for win in wins[: len(leading)]] == leading
    rest = [win.value_per_minute for win in wins[len(leading) :]]
    assert rest == sorted(rest, reverse=True)
    random.shuffle(actions)
    assert choose_quick_wins(asking(*actions, **facts)) == wins


def _fits(action: ActionEntry, competence: str, level: int) -> bool:
    is_next = action.step[0] <= level < action.step[1]
    return action.competence == competence and action.role == "owner" and is_next and level < 2


def test_the_service_about_the_fewest_things_is_asked_for_first() -> None:
    broad = ServiceEntry(id="broad", given_as=("training",), helps={"backup": (0, 2), "mail": (0, 2)})
    narrow = ServiceEntry(id="narrow", given_as=("training",), helps={"backup": (0, 1)})
    request = asking()
    catalogue = replace(request.catalogue, advice=Advice(services={"broad": broad, "narrow": narrow}))
    found = [service_for(Step("backup", level), catalogue, request.company) for level in (1, 2, 3)]
    assert found == [narrow, broad, None]
