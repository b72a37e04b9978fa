"""Courses, and what a plan leaves out, in lines for the terminal."""

from collections.abc import Iterator

from desktop.dossier import Dossier
from desktop.planning import Plan, PlannedCourse
from desktop.report import terms
from desktop.report.decision_words import unkept_in_words
from desktop.report.no_course_words import empty_plan_in_words
from desktop.report.remedy_words import RemedyWords, gaps_by_reason
from desktop.text import Wording


def course_in_a_line(planned: PlannedCourse, plan: Plan, words: Wording) -> str:
    """When, what and for how long; the language where the provider has to confirm it."""
    when = terms.dates_in_words(planned, plan, words)
    hours = terms.hours_for_each(planned, words, is_for_many=planned.people > 1)
    language = terms.offered_language(planned, words) if planned.is_language_to_confirm else ""
    return " · ".join(filter(None, (f"{when}: {planned.course.title}", hours, language)))


def what_is_left_out(dossier: Dossier, words: Wording) -> Iterator[str]:
    """What could not be kept; where there is no course, why, and what would make one fit."""
    plan, catalogue = dossier.plan, dossier.library.catalogue
    if not plan.courses:
        yield empty_plan_in_words(plan, dossier.constraints, dossier.company, words)
    for each in plan.unkept:
        course = catalogue.courses.get(each.decision.course)
        title = course.title if course else each.decision.course
        role = terms.role_name(each.decision.role, dossier, words.language)
        yield f"{words('What could not be kept')}: {title} ({role}). {unkept_in_words(each, words)}"
    if plan.courses:
        return
    told = RemedyWords(catalogue, words)
    for reason, alike in gaps_by_reason(plan.open_gaps, words).items():
        names = (terms.competence_name(gap.competence, dossier, words.language) for gap in alike)
        yield f"  {'; '.join(names)}"
        yield f"    {reason}"
        yield from (f"    {sentence}" for sentence in told.together(alike))
