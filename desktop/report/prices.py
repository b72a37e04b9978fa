"""What courses cost, in words, for paper and window; a price nobody has confirmed is told as such."""

from desktop.content.catalogues.catalogue_file import CourseEntry
from desktop.planning.plan import Plan, PlannedCourse
from desktop.text import Wording


def cost_in_words(planned: PlannedCourse, wording: Wording) -> str:
    """What the course costs for all its people."""
    return price_in_words(planned.course, planned.cost_eur, wording)


def price_in_words(course: CourseEntry, cost_eur: int, wording: Wording) -> str:
    """An amount for a course, and whether it still has to be confirmed."""
    if course.cost_eur is None:
        return wording("price to be asked")
    if course.cost_note is None:
        return wording.euro(cost_eur) if cost_eur else wording("free of charge")
    if not cost_eur:
        return wording("free of charge, to be confirmed")
    return wording("{cost}, to be confirmed", cost=wording.euro(cost_eur))


def total_in_words(plan: Plan, wording: Wording) -> str:
    """What all courses cost together, and how many of their prices are not certain."""
    return ", ".join(filter(None, (wording.euro(plan.cost_eur), prices_to_confirm(plan, wording))))


def prices_to_confirm(plan: Plan, wording: Wording) -> str:
    """How many courses have a price that is not certain; empty where all are."""
    uncertain = {
        planned.course.id
        for planned in plan.courses
        if planned.course.cost_eur is None or planned.course.cost_note is not None
    }
    if not uncertain:
        return ""
    return wording.plural("{count} price to confirm", "{count} prices to confirm", len(uncertain))
