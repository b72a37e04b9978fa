"""The levels of people by role: order does not matter, more people and less knowledge only widen."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from desktop.answers import Reserved, Respondent, answer_from_plain, questions_for, role_questions
from desktop.content.catalogues.catalogue_file import ROLES
from desktop.scores import CompetenceSpread, LevelRange, levels_by_role, spread
from tests.builders import a_questionnaire, a_structure, best_answers, some_answers, some_facts, worst_answers
from tests.examples import examples

BOUNDS = (20, 40, 60, 80)
HEAD = """\
format: 1
id: small
version: "1"
source_language: it
languages: [it]
answered_by: person
"""
QUESTIONS = """\
      - id: place
        kind: one
        weight: 0
        choices: [{id: owner}, {id: employee}, {id: it}]
      - id: copies
        kind: one
        competences: {backup: 3}
        choices: [{id: never, points: 0}, {id: some, points: 1}, {id: tested, points: 3}]
      - id: locks
        kind: many
        choices: [{id: phone, competences: {devices: 2}}, {id: screen, competences: {devices: 4}}]
      - id: servers
        kind: one
        competences: {backup: 4}
        when: {question: place, in: [it]}
        choices: [{id: never, points: 0}, {id: daily, points: 1}]
"""
PERSONAL = a_questionnaire(a_structure(QUESTIONS, head=HEAD))
FACTS = some_facts()
PLAIN = {
    "copies": ["never", "some", "tested"],
    "locks": [[], ["phone"], ["phone", "screen"]],
    "servers": ["never", "daily"],
}


@st.composite
def people(draw: st.DrawFn, *, reserved: bool = True) -> Respondent:
    sheet = {}
    for name, values in PLAIN.items():
        question = PERSONAL.questions[name]
        plain = draw(st.sampled_from([*values, *(["unknown", None] if reserved else [])]))
        if plain is not None:
            sheet[question.key] = answer_from_plain(question, plain)
    return Respondent.of(draw(st.sampled_from(ROLES)), sheet, (PERSONAL,))


def spread_of(group: list[Respondent]) -> Mapping[str, CompetenceSpread]:
    return spread((PERSONAL,), group, FACTS, BOUNDS)


def ranges(spreads: Mapping[str, CompetenceSpread]) -> dict[tuple[str, str], LevelRange]:
    by_role = {(name, role): found for name, each in spreads.items() for role, found in each.by_role.items()}
    return {**by_role, **{(name, "all"): each.everyone for name, each in spreads.items()}}


def contains(outer: LevelRange, inner: LevelRange) -> bool:
    return outer.lowest <= inner.lowest and inner.highest <= outer.highest


def somebody(role: str = "employee", **plain: object) -> Respondent:
    return Respondent.of(role, some_answers(PERSONAL, **plain), (PERSONAL,))


@examples(60)
@given(group=st.lists(people(), max_size=5), data=st.data())
def test_the_order_of_people_does_not_matter(group: list[Respondent], data: st.DataObject) -> None:
    assert spread_of(data.draw(st.permutations(group))) == spread_of(group)


@examples(60)
@given(group=st.lists(people(), max_size=4), another=people())
def test_another_person_never_makes_a_range_narrower(group: list[Respondent], another: Respondent) -> None:
    before, after = ranges(spread_of(group)), ranges(spread_of([*group, another]))
    assert all(contains(after[name], found) for name, found in before.items())
    assert all(after[name].people >= found.people for name, found in before.items())


@examples(60)
@given(group=st.lists(people(reserved=False), min_size=1, max_size=4), data=st.data())
def test_not_knowing_only_widens(group: list[Respondent], data: st.DataObject) -> None:
    person = data.draw(st.sampled_from(group))
    question = PERSONAL.questions[data.draw(st.sampled_from(sorted(PLAIN)))]
    unsure = Respondent(person.role, {**person.sheet, question.key: Reserved.UNKNOWN})
    others = [each for each in group if each is not person]
    before, after = ranges(spread_of([*others, person])), ranges(spread_of([*others, unsure]))
    assert all(contains(after[name], found) for name, found in before.items())


@examples(60)
@given(group=st.lists(people(), min_size=1, max_size=5))
def test_the_middle_is_a_level_that_half_of_the_people_reach(group: list[Respondent]) -> None:
    for found in ranges(spread_of(group)).values():
        assert 0 <= found.lowest <= found.median <= found.highest <= 4
        assert 2 * sum(level >= found.median for level in found.levels) >= found.people
        assert found.median in found.levels


def test_of_two_in_the_middle_the_lower_one_counts() -> None:
    group = [somebody(copies=each) for each in ("never", "never", "tested", "tested")]
    found = spread_of(group)["backup"].by_role["employee"]
    assert (found.people, found.lowest, found.median, found.highest) == (4, 0, 0, 3)


def test_what_somebody_has_not_answered_says_nothing_of_anybody() -> None:
    group = [somebody(copies="tested"), somebody("owner", locks=["phone", "screen"]), somebody("it")]
    found = spread_of(group)
    assert found["backup"].everyone == LevelRange((3,), 3, 3)
    assert set(found["devices"].by_role) == {"owner"}
    assert levels_by_role(found) == {"owner": {"devices": 4}, "employee": {"backup": 3}}


def test_lowest_and_highest_are_told_of_three_people_not_of_two() -> None:
    group = [somebody(copies=each) for each in ("never", "some", "tested")]
    assert spread_of(group)["backup"].everyone.tells_range
    assert not spread_of(group[:2])["backup"].everyone.tells_range


def test_the_best_people_stand_above_the_worst() -> None:
    best = Respondent.of("it", best_answers(PERSONAL), (PERSONAL,))
    worst = Respondent.of("it", worst_answers(PERSONAL), (PERSONAL,))
    found = spread_of([best, worst, best])["backup"].everyone
    assert (found.levels, found.below(4)) == ((0, 4, 4), 1)


def test_the_role_is_not_asked_again_and_opens_what_is_for_it() -> None:
    asked = {role: questions_for(PERSONAL, somebody(role).sheet, FACTS) for role in ROLES}
    assert [question.id for question in asked["owner"]] == ["copies", "locks"]
    assert [question.id for question in asked["it"]] == ["copies", "locks", "servers"]


def test_a_question_about_the_role_is_told_by_its_choices() -> None:
    assert [question.id for question in role_questions(PERSONAL)] == ["place"]
    firm = a_questionnaire(a_structure(QUESTIONS))
    assert role_questions(firm) == ()
