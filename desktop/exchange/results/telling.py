"""Scores, firms and titles as a result tells them, whether made from a dossier or computed anew."""

from fractions import Fraction

from desktop.content.company import Company, without_controls
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.exchange.results.result import LONGEST_TEXT, Firm, ResultCompetence, ResultScore
from desktop.scores import CompetenceScore, Score

_DIGITS = 2


def firm_of(company: Company) -> Firm:
    """What may be told of a company without saying which it is."""
    return Firm(
        country=company.country,
        region=company.region,
        sector=company.sector,
        size_class=company.size_class,
    )


def score_of(found: Score) -> ResultScore:
    """A score, rounded once."""
    return ResultScore(
        low=_rounded(found.low),
        headline=_rounded(found.headline),
        high=_rounded(found.high),
        coverage=_rounded(found.coverage),
        level=found.level.id if found.level else None,
    )


def competence_of(found: CompetenceScore) -> ResultCompetence:
    """A competence, rounded once."""
    return ResultCompetence(
        id=found.competence,
        low=_rounded(found.low),
        headline=_rounded(found.headline),
        high=_rounded(found.high),
        level=found.level,
    )


def titles_of(questionnaire: Questionnaire) -> dict[str, str]:
    """The title in each language there is."""
    return {language: in_one_line(text.title) for language, text in sorted(questionnaire.texts.items())}


def in_one_line(text: str) -> str:
    """What an author wrote, in one line that the format takes."""
    return without_controls(" ".join(text.split()))[:LONGEST_TEXT]


def _rounded(value: Fraction | None) -> float | None:
    return None if value is None else float(round(value, _DIGITS))
