"""Results of the bakery of the report's tests, and of any answers to a questionnaire."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from desktop.answers import AnswerSheet, Facts, shown_questions
from desktop.content.company import Company
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.dossier import AssessmentResult, Consent, Dossier, Provenance, Scope
from desktop.exchange.results.making import result_of
from desktop.exchange.results.result import Result
from desktop.scores import score, score_competences
from tests.unit.report.report_builders import a_bakery, a_dossier, a_plan, plausible_answers, the_library

FOUR = ("dma-sme", "quick", "ai", "cybersecurity")
PROVENANCE = Provenance(
    "018f3a5e-7b1c-7000-9d3a-1f2e3d4c5b6a", datetime(2026, 11, 20, 9, 1, 2, 345, tzinfo=UTC), "ABCD-2345"
)


def answered(questionnaires: tuple[Questionnaire, ...], sheet: AnswerSheet, company: Company) -> Dossier:
    """The bakery's dossier with other questionnaires, answers and company."""
    facts, made = Facts.of(company), a_dossier(courses=6)
    bounds = made.library.catalogue.competence_bounds
    return replace(
        made,
        company=company,
        sheet=sheet,
        results=tuple(
            AssessmentResult(each, shown_questions(each, sheet, facts), score(each, sheet, facts), None)
            for each in questionnaires
        ),
        competences=score_competences(questionnaires, sheet, facts, bounds),
        provenance=PROVENANCE,
        consent=Consent(date(2026, 11, 20), "2026-11"),
    )


@cache
def the_four() -> Dossier:
    """Four shipped questionnaires answered, twelve courses chosen, all of the company told."""
    library, company = the_library(), a_bakery()
    questionnaires = tuple(library.questionnaires[name] for name in FOUR)
    sheet = plausible_answers(questionnaires, company)
    made = answered(questionnaires, sheet, company)
    plan = a_plan(library, company, dict(made.competences), courses=6)
    assert len(plan.courses) == 12
    return replace(made, plan=plan)


def a_result(scope: Scope = "full") -> Result:
    return result_of(the_four(), scope, "Sestante 0.1.0")


def finding(*questionnaires: Questionnaire):
    """Finds some questionnaires by id and version."""
    known: Mapping[Any, Questionnaire] = {(each.id, each.version): each for each in questionnaires}
    return lambda name, version: known.get((name, version))
