"""A bakery of six with plausible answers to the shipped questionnaires, and a plan built by hand."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import cycle

from desktop.answers import Chosen, Facts, Number, Reserved, Rows, Text, answer_from_plain, shown_questions
from desktop.comparing import RoundAnswers, compare_rounds
from desktop.content.company import Company, Constraints, Contact, People
from desktop.content.library import Library, read_library
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.dossier import Dossier, EarlierRound, Situation, assess, quick_wins
from desktop.paths import assessments_folder, resources_folder
from desktop.planning.plan import REASONS, Need, OpenGap, Plan, PlannedCourse, Step
from desktop.report import build_pdf
from desktop.scores import score_competences

QUESTIONNAIRES = ("dma-sme", "technology-check")
START = date(2027, 1, 11)
_COURSES_EACH = {"owner": 4, "employee": 5}


@cache
def the_library() -> Library:
    return read_library(assessments_folder(), resources_folder())


def usual_questionnaires(library: Library) -> list[Questionnaire]:
    """What most tests print."""
    return [library.questionnaires[name] for name in QUESTIONNAIRES]


def a_bakery(**changes: object) -> Company:
    values = {
        "name": "Panificio Lorusso",
        "vat": "01234567897",
        "region": "ITF4",
        "sector": "C",
        "ateco": "10.71",
        "headcount": 6,
        "turnover_eur": 480_000,
        "people": People(owner=1, employee=5),
        "contact": Contact(
            name="Maria Lorusso", role="titolare", email="maria@lorusso.example", phone="+39 080 123456"
        ),
        "hub": "edih-cetma",
    }
    return Company(**{**values, **changes})


def some_constraints() -> Constraints:
    hours = {"owner": Fraction(2), "employee": Fraction(1)}
    return Constraints(hours_per_week=hours, weeks=26, start=START, budget_eur=500, languages=("it", "en"))


def plausible_answers(asked: Iterable[Questionnaire], company: Company) -> dict:
    """Every shown question answered somewhere in the lower half, some left unknown or unanswered."""
    sheet: dict = {}
    for questionnaire in asked:
        for turn in range(len(questionnaire.questions)):
            shown = shown_questions(questionnaire, sheet, Facts.of(company))
            if turn >= len(shown):
                break
            question = shown[turn]
            if turn % 9 == 7:
                if question.allows_unknown and turn % 2:
                    sheet[question.key] = Reserved.UNKNOWN
                continue
            sheet.setdefault(question.key, _answer(question, turn))
    return sheet


def _answer(question, turn):
    match question.kind:
        case "one" | "scale":
            return answer_from_plain(
                question, question.choices[min(1 + turn % 3, len(question.choices) - 1)].id
            )
        case "many":
            usable = [choice.id for choice in question.choices if not choice.exclusive]
            return answer_from_plain(question, usable[turn % 2 :: 3])
        case "grid" if question.columns:
            rows = {row.id: [c.id for c in question.columns[: n % 3]] for n, row in enumerate(question.rows)}
            return answer_from_plain(question, rows)
        case "grid":
            steps = [choice.id for choice in question.choices]
            rows = {row.id: steps[(n * n + turn) % 3] for n, row in enumerate(question.rows)}
            rows[question.rows[-1].id] = "unknown"
            rows.pop(question.rows[0].id)
            answer = answer_from_plain(question, rows)
            assert isinstance(answer, Rows)
            return answer
        case "number":
            return Number(Fraction(3))
        case _:
            return Text("Due negozi, un forno; il sabato c'è la fila <fino> a & oltre la piazza.")


def a_plan(library: Library, company: Company, competences: dict, *, courses: int | None = None) -> Plan:
    """Courses in a row for each role, and the gaps that are left; of a plan's shape, not optimal."""
    needs = tuple(_needs(library, company, competences))
    needed = {need.competence for need in needs}
    usable = [
        course
        for course in library.catalogue.courses.values()
        if needed & set(course.teaches) and {"it", "en"} & set(course.languages)
    ]
    usable.sort(key=lambda course: (course.level, "it" not in course.languages, course.id))
    chosen = []
    for role, count in _COURSES_EACH.items():
        for index, course in enumerate([c for c in usable if role in c.roles][: courses or count]):
            chosen.append(_planned(library, course, role, (4 * index) % 22, alternative=usable[-1].id))
    covered = {step.competence for planned in chosen for step in planned.steps}
    reasons = cycle(REASONS)
    gaps = tuple(
        OpenGap(need.competence, need.level + 1, need.target, next(reasons), number=need.level)
        for need in needs
        if need.competence not in covered
    )
    return Plan(START, 26, tuple(chosen), needs, gaps, value=312, bound=312, is_optimal=True)


def _needs(library, company, competences):
    for name, target in library.catalogue.targets.items():
        found = competences.get(name)
        level = (found.level or 0) if found else 0
        if (wanted := library.catalogue.target_level(name, company)) > level:
            yield Need(name, level, wanted, target.priority)


def _planned(library, course, role, week, *, alternative):
    people = 1 if role == "owner" else 5
    hours = library.catalogue.hours(course)
    return PlannedCourse(
        course=course,
        role=role,
        people=people,
        language="it" if "it" in course.languages else "en",
        is_language_to_confirm="it" in course.languages_to_confirm,
        hours=hours,
        is_hours_estimated=course.hours is None,
        cost_eur=int(course.cost_eur or 0) * people,
        weeks={week + part: hours / 3 for part in (0, 1, 3)},
        steps=tuple(Step(name, reached) for name, (_, reached) in course.teaches.items()),
        value=24,
        alternative=alternative,
        lost_with_alternative=6,
    )


@cache
def a_dossier(
    *, courses: int | None = None, names: tuple[str, ...] = QUESTIONNAIRES, **company_changes: object
) -> Dossier:
    """`courses` are those of each role, `names` the ids of the questionnaires answered."""
    library, company = the_library(), a_bakery(**company_changes)
    asked = tuple(library.questionnaires[name] for name in names)
    sheet, facts = plausible_answers(asked, company), Facts.of(company)
    results = tuple(assess(questionnaire, sheet, facts) for questionnaire in asked)
    bounds = library.catalogue.competence_bounds
    competences = score_competences(asked, sheet, facts, bounds)
    return Dossier(
        library=library,
        company=company,
        constraints=some_constraints(),
        made_on=date(2026, 12, 1),
        sheet=sheet,
        results=results,
        competences=competences,
        plan=a_plan(library, company, competences, courses=courses),
        quick_wins=quick_wins(
            Situation(
                library,
                company,
                some_constraints(),
                asked,
                sheet,
                made_on=date(2026, 12, 1),
            )
        ),
    )


@cache
def printed(language: str = "en", *, courses: int | None = None, **company_changes: object) -> bytes:
    """The PDF of `a_dossier`, made once for all tests that only read it."""
    return build_pdf(a_dossier(courses=courses, **company_changes), language)


def an_earlier_round(*, questionnaires: list[Questionnaire] | None = None) -> EarlierRound:
    """The bakery a year before: the first choice everywhere, nothing ticked."""
    library, company = the_library(), a_bakery()
    asked = questionnaires or usual_questionnaires(library)
    sheet: dict = {}
    for questionnaire in asked:
        for question in questionnaire.questions.values():
            if question.kind in ("one", "scale"):
                sheet[question.key] = answer_from_plain(question, question.choices[0].id)
            if question.kind == "many":
                sheet[question.key] = answer_from_plain(question, [])
    facts, bounds = Facts.of(company), library.catalogue.competence_bounds
    results = tuple(assess(questionnaire, sheet, facts) for questionnaire in asked)
    return EarlierRound("T0", date(2025, 11, 3), results, score_competences(asked, sheet, facts, bounds))


@cache
def a_second_round() -> Dossier:
    """T1 of the bakery after a T0 in which everything was answered with the first choice, or not known."""
    dossier, earlier = a_dossier(), an_earlier_round()
    asked = tuple(usual_questionnaires(the_library()))
    worst = {
        question.key: Chosen(question.choices[0].id)
        if question.kind in ("one", "scale") and place % 2
        else Reserved.UNKNOWN
        for each in asked
        for place, question in enumerate(each.questions.values())
    }
    then, now = RoundAnswers(asked, worst), RoundAnswers(asked, dossier.sheet)
    found = compare_rounds(then, now, Facts.of(a_bakery()))
    return replace(dossier, stage="T1", earlier=(replace(earlier, changes=found.questionnaires),))


def an_empty_dossier() -> Dossier:
    """Nothing answered, nothing planned, nearly nothing known of the company."""
    library, company = the_library(), Company(name="X", headcount=1)
    facts = Facts.of(company)
    results = tuple(assess(questionnaire, {}, facts) for questionnaire in usual_questionnaires(library))
    plan = Plan(START, 26, (), (), (), value=0, bound=0, is_optimal=True)
    return Dossier(library, company, Constraints(), date(2026, 12, 1), {}, results, {}, plan)
