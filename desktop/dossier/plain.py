"""Results as plain data for `--json`, documented in docs/json.md: numbers rounded once, ids not wording."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from desktop.answers import AnswerSheet, answer_to_plain
from desktop.dossier.dossier import AssessmentResult, Dossier
from desktop.dossier.plain_guidance import guidance_to_plain
from desktop.dossier.quick_wins import answers_behind
from desktop.dossier.services import service_for_gap
from desktop.guidance import is_stale
from desktop.planning import OpenGap, PlannedCourse, Remedy
from desktop.planning.quick_wins import QuickWin
from desktop.scores import CompetenceScore, CompetenceSpread, NextLevel, Score

FORMAT = 1
_ANSWERS_TOLD = 3


def dossier_to_plain(dossier: Dossier) -> dict[str, Any]:
    """Everything: company, assessments with answers and scores, competences, plan."""
    company = dossier.company
    return {
        "format": FORMAT,
        "made_on": dossier.made_on.isoformat(),
        "company": {
            "name": company.name,
            "vat": company.vat,
            "country": company.country,
            "region": company.region,
            "sector": company.sector,
            "headcount": company.headcount,
            "size_class": company.size_class,
            "dma_staff_band": company.dma_staff_band,
        },
        "assessments": [assessment_to_plain(result, dossier.sheet) for result in dossier.results],
        "competences": [competence_to_plain(found) for found in dossier.competences.values()],
        "people": people_to_plain(dossier.people),
        "plan": _plan(dossier),
        "quick_wins": [_quick_win(win, dossier) for win in dossier.quick_wins],
        "guidance": guidance_to_plain(dossier.guidance),
    }


def assessment_to_plain(result: AssessmentResult, sheet: AnswerSheet) -> dict[str, Any]:
    """One questionnaire with its answers, scores and the way to the next level."""
    questionnaire, card = result.questionnaire, result.scorecard
    return {
        "id": questionnaire.id,
        "version": questionnaire.version,
        "hash": questionnaire.hash,
        "answers": {q.id: answer_to_plain(sheet[q.key]) for q in result.shown if q.key in sheet},
        "overall": _score(card.overall),
        "dimensions": {name: _score(found) for name, found in card.dimensions.items()},
        "next_level": None if result.next_level is None else _next_level(result.next_level),
    }


def competence_to_plain(found: CompetenceScore) -> dict[str, Any]:
    """A competence with its interval from 0 to 4 and the reached level."""
    return {
        "id": found.competence,
        "low": _rounded(found.low),
        "headline": _rounded(found.headline),
        "high": _rounded(found.high),
        "level": found.level,
    }


def people_to_plain(spreads: Mapping[str, CompetenceSpread]) -> list[dict[str, Any]]:
    """The levels of those who answered for themselves, by competence and role; nothing says who is where."""
    return [
        {
            "competence": name,
            "by_role": {
                role: {
                    "people": found.people,
                    "lowest": found.lowest if found.tells_range else None,
                    "median": found.median,
                    "highest": found.highest if found.tells_range else None,
                }
                for role, found in each.by_role.items()
            },
        }
        for name, each in spreads.items()
    ]


def _rounded(value: Fraction | None, digits: int = 2) -> float | None:
    return None if value is None else float(round(value, digits))


def _score(found: Score) -> dict[str, Any]:
    return {
        "low": _rounded(found.low),
        "headline": _rounded(found.headline),
        "high": _rounded(found.high),
        "coverage": _rounded(found.coverage),
        "level": found.level.id if found.level else None,
        "contributions": [
            {"question": part.question, "points": _rounded(part.points), "of": _rounded(part.of)}
            for part in found.contributions
        ],
    }


def _next_level(found: NextLevel) -> dict[str, Any]:
    return {
        "level": found.level.id,
        "missing": _rounded(found.missing),
        "lifts": [
            {"question": lift.question, "item": lift.item, "choice": lift.choice, "gain": _rounded(lift.gain)}
            for lift in found.lifts
        ],
    }


def _plan(dossier: Dossier) -> dict[str, Any]:
    plan = dossier.plan
    return {
        "start": plan.start.isoformat(),
        "weeks": plan.number_of_weeks,
        "value": plan.value,
        "bound": plan.bound,
        "is_optimal": plan.is_optimal,
        "cost_eur": plan.cost_eur,
        "courses": [_course(planned, dossier.made_on) for planned in plan.courses],
        "needs": [
            {
                "competence": need.competence,
                "level": need.level,
                "target": need.target,
                "priority": need.priority,
            }
            for need in plan.needs
        ],
        "open_gaps": [_open_gap(gap, dossier) for gap in plan.open_gaps],
        "pace": dossier.constraints.pace,
        "unspread": list(plan.unspread),
        "unkept": [
            {
                "id": each.decision.course,
                "role": each.decision.role,
                "reason": each.reason,
                "number": each.number,
            }
            for each in plan.unkept
        ],
    }


def _open_gap(gap: OpenGap, dossier: Dossier) -> dict[str, Any]:
    service = service_for_gap(gap, dossier.library, dossier.company)
    return {
        "competence": gap.competence,
        "level": gap.level,
        "target": gap.target,
        "reason": gap.reason,
        "service": service.id if service else None,
        "remedies": [_remedy(remedy) for remedy in gap.remedies],
    }


def _remedy(remedy: Remedy) -> dict[str, Any]:
    wish = None if remedy.wish is None else {"role": remedy.wish[0], "id": remedy.wish[1]}
    return {
        "kind": remedy.kind,
        "number": _rounded(Fraction(remedy.number, 2)) if remedy.kind == "hours" else remedy.number,
        "role": remedy.role,
        "name": remedy.name or None,
        "courses": list(remedy.courses),
        "wish": wish,
    }


def _quick_win(win: QuickWin, dossier: Dossier) -> dict[str, Any]:
    action = win.action
    behind = answers_behind(win, dossier.competences, dossier.library.questionnaires, _ANSWERS_TOLD)
    return {
        "id": action.id,
        "competence": action.competence,
        "step": list(action.step),
        "minutes": action.minutes,
        "role": action.role,
        "repeats_months": action.repeats,
        "value": win.value,
        "because": [
            {"assessment": part.questionnaire, "question": part.question, "item": part.item}
            for part in behind
        ],
    }


def _course(planned: PlannedCourse, day: date) -> dict[str, Any]:
    return {
        "id": planned.course.id,
        "title": planned.course.title,
        "role": planned.role,
        "people": planned.people,
        "language": planned.language,
        "is_language_to_confirm": planned.is_language_to_confirm,
        "hours": _rounded(planned.hours),
        "is_hours_estimated": planned.is_hours_estimated,
        "cost_eur": planned.cost_eur,
        "weeks": {str(week): _rounded(hours) for week, hours in sorted(planned.weeks.items())},
        "steps": [{"competence": step.competence, "level": step.level} for step in planned.steps],
        "value": planned.value,
        "alternative": planned.alternative,
        "decision": None if planned.decision is None else planned.decision.state,
        "status": planned.course.status,
        "as_of": planned.course.as_of,
        "is_stale": is_stale(planned.course.as_of, day),
    }
