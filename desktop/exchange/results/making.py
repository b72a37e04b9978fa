"""A dossier as a result in the format that travels."""

from msgspec import UNSET

from desktop import VERSION
from desktop.advising import ExpertRemark
from desktop.answers import answer_to_plain
from desktop.dossier import AssessmentResult, Dossier, Scope, SeveralVoices, people_to_plain, share
from desktop.exchange.results.result import (
    KIND,
    Result,
    ResultAssessment,
    ResultConsent,
    ResultCourse,
    ResultGap,
    ResultPeople,
    ResultPlan,
    ResultRemark,
    ResultRound,
    ResultVoices,
    RolePeople,
    least_format,
)
from desktop.exchange.results.telling import competence_of, firm_of, in_one_line, score_of, titles_of
from desktop.planning import Plan, PlannedCourse

MADE_BY = f"Sestante {VERSION}"


def result_of(dossier: Dossier, scope: Scope, made_by: str) -> Result:
    """What leaves of a dossier under a scope; `made_by` names the program and its version."""
    shared = share(dossier, scope)
    is_named = shared.scope != "scores"
    company, consent = shared.company, shared.consent
    return Result(
        format=least_format(
            company if is_named else None, has_voices=bool(shared.voices), has_remarks=bool(shared.remarks)
        ),
        kind=KIND,
        scope=shared.scope,
        made_on=shared.made_on,
        made_by=made_by,
        round=_round(shared),
        firm=firm_of(company),
        company=company if is_named else None,
        limits=shared.constraints if is_named else None,
        consent=ResultConsent(agreed_on=consent.agreed_on, text_version=consent.text_version)
        if consent
        else None,
        assessments=tuple(_assessment(result, shared) for result in shared.results),
        competences=tuple(competence_of(found) for found in shared.competences.values()),
        people=_people(shared),
        plan=_plan(shared.plan, shared) if is_named else None,
        voices=tuple(_voices(each) for each in shared.voices) if shared.voices else UNSET,
        remarks=tuple(_remark(each) for each in shared.remarks) if shared.remarks else UNSET,
    )


def _round(dossier: Dossier) -> ResultRound:
    known = dossier.provenance
    if known is None:
        return ResultRound(stage=dossier.stage, company_id=None, code="", changed_at=None)
    if dossier.scope == "scores":
        return ResultRound(stage=dossier.stage, company_id=None, code=known.code, changed_at=None)
    return ResultRound(stage=dossier.stage, company_id=known.company_id, code="", changed_at=known.changed_at)


def _assessment(result: AssessmentResult, dossier: Dossier) -> ResultAssessment:
    questionnaire, sheet = result.questionnaire, dossier.sheet
    return ResultAssessment(
        id=questionnaire.id,
        version=questionnaire.version,
        hash=questionnaire.hash,
        title=titles_of(questionnaire),
        answers={q.id: answer_to_plain(sheet[q.key]) for q in result.shown if q.key in sheet},
        overall=score_of(result.scorecard.overall),
        dimensions={name: score_of(found) for name, found in result.scorecard.dimensions.items()},
    )


def _people(dossier: Dossier) -> tuple[ResultPeople, ...]:
    return tuple(
        ResultPeople(
            competence=each["competence"],
            by_role={role: RolePeople(**told) for role, told in each["by_role"].items()},
        )
        for each in people_to_plain(dossier.people)
    )


def _voices(told: SeveralVoices) -> ResultVoices:
    """By role alone under every scope: names are for the paper that the company hands over itself."""
    apart = told.apart
    return ResultVoices(
        id=apart.questionnaire.id,
        roles=tuple(voice.role for voice in told.voices),
        answered=len(apart.answered),
        agreed=apart.agreed,
        distant=tuple(each.question for each in apart.differing),
        overall=tuple(score_of(each) for each in apart.overall.scores),
        dimensions={
            name: tuple(score_of(each) for each in ranged.scores) for name, ranged in apart.dimensions.items()
        },
    )


def _remark(told: ExpertRemark) -> ResultRemark:
    return ResultRemark(
        uid=told.uid, about=told.about, text=told.text, by=in_one_line(told.by), made_on=told.made_on
    )


def _plan(plan: Plan, dossier: Dossier) -> ResultPlan:
    return ResultPlan(
        start=plan.start,
        weeks=plan.number_of_weeks,
        value=plan.value,
        bound=plan.bound,
        is_optimal=plan.is_optimal,
        courses=tuple(_course(planned) for planned in plan.courses),
        quick_wins=tuple(win.action.id for win in dossier.quick_wins),
        open_gaps=tuple(
            ResultGap(competence=gap.competence, level=gap.level, target=gap.target, reason=gap.reason)
            for gap in plan.open_gaps
        ),
    )


def _course(planned: PlannedCourse) -> ResultCourse:
    return ResultCourse(
        id=planned.course.id,
        title=in_one_line(planned.course.title),
        role=planned.role,
        people=planned.people,
        hours=float(planned.hours),
        cost_eur=planned.cost_eur,
        weeks={str(week): float(hours) for week, hours in sorted(planned.weeks.items())},
    )
