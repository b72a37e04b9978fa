"""How the courses follow one another, in words that the window and the printed plan share."""

from collections.abc import Mapping

from desktop.content.catalogues.catalogue_file import Role
from desktop.content.decisions import Pace
from desktop.planning import Plan
from desktop.text import Wording


def pace_in_words(pace: Pace, wording: Wording) -> str:
    """The pace of a plan, as a name that can stand by itself."""
    words = {
        "early": wording("As early as possible"),
        "even": wording("Evenly over the months"),
    }
    return words[pace]


def even_in_words(wording: Wording) -> str:
    """What an even calendar promises."""
    return wording("The courses are spread evenly: no month is fuller than it has to be.")


def unspread_in_words(plan: Plan, role_names: Mapping[Role, str], wording: Wording) -> str:
    """Whose courses come early although they were to be spread; empty where nobody's do."""
    if not plan.unspread:
        return ""
    return wording(
        "{roles}: the courses cannot be spread evenly over the months of this plan, so they come as early "
        "as possible. More weeks, or more hours a week, could make room.",
        roles=", ".join(role_names.get(role, role) for role in plan.unspread),
    )
