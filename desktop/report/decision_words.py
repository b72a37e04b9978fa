"""Words for what was decided about courses: that one is kept, and why another could not be."""

from collections.abc import Sequence

from desktop.planning.plan import PlannedCourse, Unkept
from desktop.text import Wording


def decision_in_words(card: Sequence[PlannedCourse], wording: Wording) -> str:
    """That a course stands in the plan because it was decided; empty where the plan chose it."""
    decisions = [planned.decision for planned in card if planned.decision is not None]
    if not decisions:
        return ""
    if any(each.state == "under-way" for each in decisions):
        return wording("Under way")
    week = max((each.week for each in decisions if each.week is not None), default=None)
    if week == 0:
        return wording("Wanted by you, from the first week on")
    if week is not None:
        return wording("Wanted by you, not before week {week}", week=week + 1)
    return wording("Wanted by you")


def unkept_in_words(unkept: Unkept, wording: Wording) -> str:
    """Why a course that was to be kept is not in the plan."""
    sentences = {
        "gone": wording("It is no longer among the courses."),
        "no-role": wording("Nobody in this plan has that role."),
        "hours": wording.plural(
            "It needs {count} hour more than is left.",
            "It needs {count} hours more than are left.",
            unkept.number,
        ),
        "budget": wording(
            "It costs {amount} more than is left of the budget.",
            amount=wording.euro(unkept.number),
        ),
        "entry": wording(
            "It builds on things that nobody here has learned yet and that no course can teach in time."
        ),
        "together": wording(
            "Together with the other courses kept and those it builds on, it does not fit the hours and "
            "the budget."
        ),
    }
    return sentences[unkept.reason]
