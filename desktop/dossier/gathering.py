"""Answers scored and planned: everything a printed plan or a result file speaks of."""

from collections.abc import Mapping

from desktop.answers import AnswerSheet, Facts, shown_questions
from desktop.answers.people_reading import AnsweredPeople
from desktop.content.company import Company
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.dossier.dossier import AssessmentResult, Dossier
from desktop.dossier.quick_wins import quick_wins_for
from desktop.dossier.situation import Situation
from desktop.planning import Plan, explain_alternatives, explain_open_gaps, make_plan, reason_gaps
from desktop.planning.quick_wins import QuickWin
from desktop.scores import CompetenceSpread, next_level, score, spread


def gather(situation: Situation, plan: Plan | None = None) -> Dossier:
    """Score the answers, make the plan, find alternatives and what would close gaps; the solver runs here.

    A `plan` proven before for the same situation is taken, and why its gaps stay open is found out.
    """
    request = situation.request
    made = plan_for(situation) if plan is None else reason_gaps(request, plan)
    explained = explain_alternatives(request, made)
    return Dossier(
        library=situation.library,
        company=situation.company,
        constraints=situation.constraints,
        made_on=situation.made_on,
        sheet=situation.sheet,
        results=tuple(
            assess(questionnaire, situation.sheet, situation.facts)
            for questionnaire in situation.questionnaires
        ),
        competences=situation.competences,
        plan=explain_open_gaps(request, explained),
        quick_wins=quick_wins(situation),
        people=situation.people,
    )


def spread_of(library: Library, company: Company, answered: AnsweredPeople) -> Mapping[str, CompetenceSpread]:
    """How far apart the people of an input file are in each competence."""
    bounds = library.catalogue.competence_bounds
    return spread(answered.questionnaires, answered.people, Facts.of(company), bounds)


def plan_for(situation: Situation) -> Plan:
    """The best plan, without the alternatives; the solver runs here."""
    return make_plan(situation.request)


def quick_wins(situation: Situation) -> tuple[QuickWin, ...]:
    """What the company can do by itself, without any plan of courses."""
    return quick_wins_for(situation.request, situation.questionnaires, situation.sheet)


def assess(questionnaire: Questionnaire, sheet: AnswerSheet, facts: Facts) -> AssessmentResult:
    """The result of one questionnaire."""
    return AssessmentResult(
        questionnaire,
        shown_questions(questionnaire, sheet, facts),
        score(questionnaire, sheet, facts),
        next_level(questionnaire, sheet, facts),
    )
