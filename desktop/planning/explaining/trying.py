"""The limits with a remedy in them."""

from fractions import Fraction
from typing import cast

import msgspec

from desktop.content.company import Constraints, People
from desktop.content.decisions import CourseFormat
from desktop.planning.deciding import Choice, with_choice
from desktop.planning.remedy import Remedy


def with_remedy(limits: Constraints, remedy: Remedy, company_people: People) -> Constraints:
    """The limits with a remedy in them; `company_people` take part where the limits name nobody."""
    if remedy.wish is not None:
        role, course = remedy.wish
        limits = with_choice(limits, Choice(course, (role,), "wanted"))
    if remedy.role is None:
        return _with_more(limits, remedy)
    if remedy.kind == "hours":
        hours = limits.hours(remedy.role) + Fraction(remedy.number, 2)
        return msgspec.structs.replace(limits, hours_per_week=limits.hours_per_week | {remedy.role: hours})
    if remedy.kind == "people":
        people = msgspec.structs.replace(limits.people or company_people, **{remedy.role: 1})
        return msgspec.structs.replace(limits, people=people)
    return with_choice(limits, Choice(remedy.name, (remedy.role,), None))


def _with_more(limits: Constraints, remedy: Remedy) -> Constraints:
    if remedy.kind == "weeks":
        return msgspec.structs.replace(limits, weeks=limits.weeks + remedy.number)
    if remedy.kind == "budget":
        return msgspec.structs.replace(limits, budget_eur=limits.budget_eur + remedy.number)
    if remedy.kind == "language":
        return msgspec.structs.replace(limits, languages=(*limits.languages, remedy.name))
    if remedy.kind == "form":
        form = cast("CourseFormat", remedy.name)
        return msgspec.structs.replace(limits, formats=(*limits.formats, form))
    return limits
