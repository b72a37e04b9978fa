"""What changes from one plan to another, in words."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import Constraints
from desktop.planning import CourseChange, PlanComparison, PlannedCourse
from desktop.text import Wording
from desktop.ui.plan.limits.controls import languages_in_words


def signed(number: Fraction | int, text: str) -> str:
    """A text for the size of a number, behind the number's sign."""
    return f"+{text}" if number > 0 else f"\N{MINUS SIGN}{text}"


def totals_in_words(found: PlanComparison, whole: int, roles: Mapping[Role, str], say: Wording) -> str:
    """By how much hours, cost and what is gained grow or shrink; empty where none does."""
    parts = [
        say(
            "{role} {hours} h each",
            role=roles.get(role, role),
            hours=signed(hours, say.number(abs(hours), 1)),
        )
        for role, hours in found.hours.items()
    ]
    if found.cost_eur:
        parts.append(signed(found.cost_eur, say.euro(abs(found.cost_eur))))
    if found.value and whole:
        parts.append(gain_in_words(found.value, whole, say))
    return "  ·  ".join(parts)


def gain_in_words(points: int, whole: int, say: Wording) -> str:
    """A difference in points as percentage points of all the improvement possible."""
    share = Fraction(100 * abs(points), whole)
    shown = say.number(max(share, Fraction(1, 10)), 0 if share >= 1 else 1)
    return say("{share} of the possible improvement", share=say("{percent}%", percent=signed(points, shown)))


def course_change_in_words(change: CourseChange, roles: Mapping[Role, str], say: Wording) -> str:
    """What became of a course of the plan."""
    if change.is_new:
        return say("New")
    parts = []
    if change.new_for:
        parts.append(say("New for: {roles}", roles=", ".join(roles.get(r, r) for r in change.new_for)))
    if change.weeks > 0:
        parts.append(say.plural("{count} week later", "{count} weeks later", change.weeks))
    if change.weeks < 0:
        parts.append(say.plural("{count} week earlier", "{count} weeks earlier", -change.weeks))
    return "  ·  ".join(parts)


def titles(courses: Iterable[PlannedCourse]) -> str:
    """The titles of courses, each once."""
    return "; ".join(dict.fromkeys(planned.course.title for planned in courses))


def limits_in_words(limits: Constraints, say: Wording) -> str:
    """Hours a week of those who take part, weeks and budget; lines break between them only."""
    return ", ".join(words.replace(" ", "\u00a0") for words in _limits(limits, say).values() if words)


def proposed_name(limits: Constraints, others: Iterable[Constraints], say: Wording) -> str:
    """A name from what differs between limits and others; from hours and budget where nothing does."""
    mine = _limits(limits, say) | dict(_wishes(limits, say))
    differing: dict[str, str] = {}
    for other in others:
        theirs = _limits(other, say) | dict(_wishes(other, say))
        differing |= {name: words for name, words in mine.items() if theirs.get(name) != words}
    chosen = [words for name, words in mine.items() if name in differing and words]
    return ", ".join(chosen or [mine["hours"], mine["budget"]])


def _limits(limits: Constraints, say: Wording) -> dict[str, str]:
    each = limits.hours_per_week.values()
    hours = dict.fromkeys(say("{hours} h", hours=say.number(number, 1)) for number in each)
    return {
        "hours": say("{hours} a week", hours=" / ".join(hours)) if hours else "",
        "weeks": say.plural("{count} week", "{count} weeks", limits.weeks),
        "budget": say.euro(limits.budget_eur),
    }


def _wishes(limits: Constraints, say: Wording) -> Iterator[tuple[str, str]]:
    yield "languages", languages_in_words(limits.languages, say)
    if people := limits.people:
        count = people.owner + people.employee + people.it
        yield "people", say.plural("{count} person", "{count} people", count)
    if limits.decisions:
        yield "decisions", say.plural("{count} decision", "{count} decisions", len(limits.decisions))
