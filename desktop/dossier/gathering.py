"""Answers scored and planned: everything a printed plan or a result file speaks of."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.advice import Guidance, guide, needs_of
from desktop.answers import AnswerSheet, Facts, shown_questions
from desktop.content.company import Company, Constraints
from desktop.content.library import Library
from desktop.content.questionnaire import Question, Questionnaire
from desktop.dossier.quick_wins import quick_wins_for
from desktop.planning import Plan, PlanRequest, explain_alternatives, make_plan
from desktop.planning.quick_wins import QuickWin
from desktop.scores import CompetenceScore, NextLevel, Scorecard, items, next_level, score, score_competences

_FEW = 3


@dataclass(frozen=True, slots=True)
class AssessmentResult:
    """One questionnaire with the questions that were shown, its scores and the way to the next level."""

    questionnaire: Questionnaire
    shown: tuple[Question, ...]
    scorecard: Scorecard
    next_level: NextLevel | None

    @property
    def is_first_look(self) -> bool:
        """Whether each dimension rests on a few single answers: too little for more than an impression."""
        told = Counter(
            question.dimension for question in self.shown if question.is_scored for _ in items(question, None)
        )
        return bool(told) and max(told.values()) <= _FEW


@dataclass(frozen=True, slots=True)
class Dossier:
    """A company, its answers, scores and plan on a day."""

    library: Library
    company: Company
    constraints: Constraints
    made_on: date
    sheet: AnswerSheet
    results: tuple[AssessmentResult, ...]
    competences: Mapping[str, CompetenceScore]
    plan: Plan
    quick_wins: tuple[QuickWin, ...] = ()

    @property
    def guidance(self) -> Guidance:
        """Where to go with the plan, as known on its day."""
        needs = needs_of(self.plan, self.library.catalogue, self.company)
        return guide(self.library.network, self.company, needs, self.made_on)


def gather(
    library: Library,
    company: Company,
    constraints: Constraints,
    answered: tuple[tuple[Questionnaire, ...], AnswerSheet],
    *,
    made_on: date,
) -> Dossier:
    """Score the answers, make the plan and find the alternatives to its courses; the solver runs here."""
    questionnaires, sheet = answered
    facts = Facts.of(company)
    competences = score_competences(questionnaires, sheet, facts, library.catalogue.competence_bounds)
    request = _request(library, company, constraints, competences, made_on=made_on)
    return Dossier(
        library=library,
        company=company,
        constraints=constraints,
        made_on=made_on,
        sheet=sheet,
        results=tuple(assess(questionnaire, sheet, facts) for questionnaire in questionnaires),
        competences=competences,
        plan=explain_alternatives(request, make_plan(request)),
        quick_wins=quick_wins_for(request, questionnaires, sheet),
    )


def plan_for(
    library: Library,
    company: Company,
    constraints: Constraints,
    competences: Mapping[str, CompetenceScore],
    *,
    made_on: date,
) -> Plan:
    """The best plan for the competence levels found, without the alternatives; the solver runs here."""
    return make_plan(_request(library, company, constraints, competences, made_on=made_on))


def quick_wins(
    library: Library,
    company: Company,
    constraints: Constraints,
    answered: tuple[tuple[Questionnaire, ...], AnswerSheet],
    *,
    made_on: date,
) -> tuple[QuickWin, ...]:
    """What the company can do by itself, without any plan of courses."""
    questionnaires, sheet = answered
    bounds = library.catalogue.competence_bounds
    competences = score_competences(questionnaires, sheet, Facts.of(company), bounds)
    request = _request(library, company, constraints, competences, made_on=made_on)
    return quick_wins_for(request, questionnaires, sheet)


def _request(
    library: Library,
    company: Company,
    constraints: Constraints,
    competences: Mapping[str, CompetenceScore],
    *,
    made_on: date,
) -> PlanRequest:
    return PlanRequest(
        catalogue=library.catalogue,
        company=company,
        levels={name: found.level for name, found in competences.items()},
        constraints=constraints,
        start=constraints.start or next_monday(made_on),
    )


def assess(questionnaire: Questionnaire, sheet: AnswerSheet, facts: Facts) -> AssessmentResult:
    """The result of one questionnaire."""
    return AssessmentResult(
        questionnaire,
        shown_questions(questionnaire, sheet, facts),
        score(questionnaire, sheet, facts),
        next_level(questionnaire, sheet, facts),
    )


def next_monday(day: date) -> date:
    """The first Monday after a day: when a plan starts if nobody says otherwise."""
    return day + timedelta(days=7 - day.weekday())
