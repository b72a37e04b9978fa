"""What is chosen for a course stands in the limits once, and can be taken back."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.content.catalogues.catalogue_file import ROLES
from desktop.content.company import Constraints
from desktop.planning.deciding import Choice, with_choice

STATES = ("wanted", "excluded", "under-way", "done")
CHOICES = st.builds(
    Choice,
    course=st.sampled_from(("copies", "letters")),
    roles=st.lists(st.sampled_from(ROLES), min_size=1, unique=True).map(tuple),
    state=st.sampled_from((*STATES, None)),
    week=st.none() | st.integers(0, 103),
)


@given(st.lists(CHOICES))
def test_the_last_choice_counts_for_each_role_and_there_is_one_at_most(choices: list[Choice]):
    limits = Constraints(budget_eur=7)
    last = {}
    for choice in choices:
        limits = with_choice(limits, choice)
        last |= {(role, choice.course): choice for role in choice.roles}
    stand = [((each.role, each.course), each.state, each.week) for each in limits.decisions]
    expected = [(key, choice.state, choice.week) for key, choice in last.items() if choice.state]
    assert sorted(stand, key=str) == sorted(expected, key=str)
    assert limits.budget_eur == 7


@given(CHOICES, CHOICES)
def test_a_choice_changed_keeps_its_place(first: Choice, second: Choice):
    limits = with_choice(with_choice(Constraints(), first), second)
    again = with_choice(limits, Choice(first.course, first.roles, "wanted", week=3))
    kept = [(each.role, each.course) for each in limits.decisions]
    assert [(each.role, each.course) for each in again.decisions][: len(kept)] == kept
