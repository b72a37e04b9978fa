"""Plans side by side: a column for each, a row for each thing told about all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.content.catalogues.catalogue_file import ROLES, Role
from desktop.planning import Plan, compare_plans
from desktop.text import Wording
from desktop.ui.plan.change_words import limits_in_words, titles
from desktop.ui.plan.work import Solved, share_of


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """What a row tells, and a text for each plan; the present one first."""

    heading: str
    texts: tuple[str, ...]


def compared_rows(
    now: Solved, others: Sequence[Solved], roles: Mapping[Role, str], say: Wording
) -> list[ComparedRow]:
    """The rows of a comparison of the present plan with others."""
    every = (now, *others)
    plans = [each.plan for each in every]
    rows = [
        ComparedRow(say("Limits"), tuple(limits_in_words(each.limits, say) for each in every)),
        ComparedRow(say("Improvement"), tuple(_share(each, say) for each in every)),
        ComparedRow(say("Courses"), tuple(say.number(_courses(plan)) for plan in plans)),
    ]
    for role in ROLES:
        if any(plan.hours(role) for plan in plans):
            texts = (say("{hours} h", hours=say.number(plan.hours(role), 1)) for plan in plans)
            rows.append(ComparedRow(say("{role}, each", role=roles.get(role, role)), tuple(texts)))
    rows += [
        ComparedRow(say("Cost"), tuple(say.euro(plan.cost_eur) for plan in plans)),
        ComparedRow(say("Ends"), tuple(say.date(plan.end) if plan.courses else "–" for plan in plans)),
        ComparedRow(say("Stays open"), tuple(_open(plan, say) for plan in plans)),
    ]
    changes = [compare_plans(now.plan, plan) for plan in plans]
    rows.append(ComparedRow(say("Only in this plan"), tuple(titles(found.entering) for found in changes)))
    rows.append(ComparedRow(say("Not in this plan"), tuple(titles(found.leaving) for found in changes)))
    return [row for row in rows if any(row.texts)]


def _courses(plan: Plan) -> int:
    return len({planned.course.id for planned in plan.courses})


def _share(solved: Solved, say: Wording) -> str:
    return say("{percent}%", percent=say.number(100 * share_of(solved.plan.value, solved.whole)))


def _open(plan: Plan, say: Wording) -> str:
    return say.plural("{count} competence", "{count} competences", len(plan.open_gaps))
