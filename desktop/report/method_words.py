"""How everything in the plan was computed, and from which versions of which content, in words."""

from collections.abc import Iterator

from desktop.dossier import AssessmentResult, Dossier
from desktop.report import terms
from desktop.report.like_words import likes_of, source_in_words
from desktop.report.scope_words import is_nameless
from desktop.text import Wording


def method_notes(dossier: Dossier, wording: Wording) -> Iterator[tuple[str, str]]:
    """What each note is about, with its sentences."""
    bounds = ", ".join(str(bound) for bound in dossier.library.catalogue.competence_bounds)
    yield (
        wording("Scores"),
        wording(
            "Each answer earns a share of its question's points; a dimension is the weighted mean of its"
            " questions, the overall score the weighted mean of the dimensions. Follow-up questions "
            "count within the question that opens them. Everything is computed with exact fractions and "
            "rounded once, when printed."
        ),
    )
    yield (
        wording("Intervals"),
        wording(
            "“Don't know” counts as nothing in the headline. The interval goes from the worst to the "
            "best the open answers could turn out to be. “Does not apply” leaves the score altogether."
        ),
    )
    for result in dossier.results:
        yield _questionnaire(result, wording)
    yield (
        wording("Competences"),
        wording(
            "Each goes from 0 (nothing yet) to 4 (leading), computed from every answer that tells about "
            "it; levels 1 to 4 begin at {bounds} of 100. The level needed follows from size and sector.",
            bounds=bounds,
        ),
    )
    yield wording("Similar firms"), _similar_firms(dossier, wording)
    if not is_nameless(dossier):
        yield wording("Plan"), _plan(dossier, wording)
        yield wording("Catalogue"), _catalogue(dossier, wording)
    yield (
        wording("Limits of this paper"),
        wording(
            "It rests on what the company said of itself. Dates, prices and languages of courses are the"
            " providers' and may change: check them before enrolling."
        ),
    )


def _questionnaire(result: AssessmentResult, wording: Wording) -> tuple[str, str]:
    questionnaire = result.questionnaire
    unanswered = (
        wording("An unanswered question counts as nothing.")
        if questionnaire.unanswered_counts_zero
        else wording("An unanswered question is left out of the headline.")
    )
    words = wording(
        "Version {version}, fingerprint {hash}. {unanswered} Answered: {share}%; below {needed}% no "
        "level is shown. Levels go by their lower bound.",
        version=questionnaire.version,
        hash=questionnaire.hash,
        unanswered=unanswered,
        share=wording.number(100 * result.scorecard.overall.coverage),
        needed=wording.number(100 * questionnaire.required_coverage),
    )
    return questionnaire.text(wording.language).title, words


def _similar_firms(dossier: Dossier, wording: Wording) -> str:
    """Whose figures the scores stand beside, once for all questionnaires of the same source."""
    found = {source_in_words(likes_of(result, dossier), wording): None for result in dossier.results}
    return " ".join(found) or source_in_words({}, wording)


def _plan(dossier: Dossier, wording: Wording) -> str:
    plan = dossier.plan
    how = wording(
        "Points count the levels gained, weighted by how urgent a competence is, how much it matters to "
        "a role, and more for the first steps than for the last. Courses must fit hours, weeks, budget, "
        "languages and prerequisites."
    )
    verdict = (
        wording(
            "This plan, worth {points} points, is the best possible under this catalogue, these weights "
            "and limits: that was proven, not guessed.",
            points=wording.number(plan.value),
        )
        if plan.is_optimal
        else wording(
            "This plan is worth {points} points; the best possible under this catalogue, these weights "
            "and limits lies between {points} and {bound}.",
            points=wording.number(plan.value),
            bound=wording.number(plan.bound),
        )
    )
    return f"{how} {verdict}"


def _catalogue(dossier: Dossier, wording: Wording) -> str:
    courses = dossier.library.catalogue.courses
    dates = sorted(course.as_of for course in courses.values())
    number = wording.plural("{count} course", "{count} courses", len(courses))
    if not dates:
        return number
    return wording(
        "{courses}, facts dated {first} to {last}. Where the provider does not say, hours are marked ≈: "
        "three courses in four at the same level take no longer.",
        courses=number,
        first=terms.month_in_words(dates[0], wording),
        last=terms.month_in_words(dates[-1], wording),
    )
