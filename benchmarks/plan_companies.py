"""The companies that plans are compared on: the three examples, and generated ones, the same every time."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

from desktop.answers import Answer, Facts, answer_from_plain
from desktop.answers.reading import read_answers
from desktop.content.company import Company, Constraints, People
from desktop.content.library import Library
from desktop.content.plan_input import read_plan_input
from desktop.content.questionnaires.questionnaire import Choice, Question, QuestionKey, Questionnaire
from desktop.dossier import Situation
from desktop.paths import resources_folder

_DAY = date(2026, 11, 22)
_SIZES = ((1, 9), (10, 49), (50, 249), (250, 600))
_ASKED = (
    ("dma-sme", "technology-check"),
    ("quick",),
    ("dma-sme", "ai", "cloud", "cybersecurity", "quantum"),
)
_HALF_HOURS_A_WEEK = (1, 8)
_WEEKS = (8, 26)
_BUDGETS = (0, 0, 300, 1000, 2500, 5000)
_LANGUAGES = (("it",), ("it", "en"), ("en",))
_ONE_IN = 12
"""How often an answer is `unknown` where it may be."""


def examples(library: Library) -> Iterator[Situation]:
    """The companies of the three example files."""
    for path in sorted((resources_folder() / "examples").glob("*.yaml")):
        plan_input = read_plan_input(path)
        answered = read_answers(plan_input, library.questionnaires)
        pair = (answered.questionnaires, answered.sheet)
        yield Situation(library, plan_input.company, plan_input.constraints, *pair, made_on=_DAY)


def generated(library: Library, number: int, seed: int) -> Iterator[Situation]:
    """So many companies of all sizes, sectors and regions, from beginners to advanced."""
    random = Random(seed)
    for place in range(number):
        company = _company(library, random, place)
        asked = tuple(library.questionnaires[name] for name in _ASKED[place % len(_ASKED)])
        maturity = random.uniform(0.0, 0.8)
        sheet: dict[QuestionKey, Answer] = {}
        for questionnaire in asked:
            sheet |= _answers(questionnaire, random, maturity, Facts.of(company))
        yield Situation(library, company, _limits(random), asked, sheet, made_on=_DAY)


def _company(library: Library, random: Random, place: int) -> Company:
    least, most = _SIZES[place % len(_SIZES)]
    headcount = random.randint(least, most)
    it = random.choice((0, 1, 1 + headcount // 40)) if headcount > 1 else 0
    region = library.network.regions[random.choice(sorted(library.network.regions))]
    return Company(
        name=f"Company {place + 1}",
        headcount=headcount,
        country=region.country,
        region=region.code,
        sector=random.choice(sorted(library.network.sectors)),
        people=People(owner=1, employee=max(0, headcount - 1 - it), it=it),
    )


def _limits(random: Random) -> Constraints:
    """Hours, weeks, money and languages; of the employees some take courses."""
    employees = random.choice((0, 1, 3, 8))
    return Constraints(
        hours_per_week={
            role: Fraction(random.randint(*_HALF_HOURS_A_WEEK), 2) for role in ("owner", "employee", "it")
        },
        weeks=random.randint(*_WEEKS),
        budget_eur=random.choice(_BUDGETS),
        languages=random.choice(_LANGUAGES),
        people=People(owner=1, employee=employees, it=random.choice((0, 1))),
    )


def _answers(
    questionnaire: Questionnaire, random: Random, maturity: float, facts: Facts
) -> Iterator[tuple[QuestionKey, Answer]]:
    """An answer to every question but texts; those to questions that stay hidden do not count."""
    for question in questionnaire.questions.values():
        if question.kind != "text":
            plain = _plain(question, random, maturity, facts)
            yield question.key, answer_from_plain(question, plain)


def _plain(question: Question, random: Random, maturity: float, facts: Facts) -> Any:
    if question.allows_unknown and random.randrange(_ONE_IN) == 0:
        return "unknown"
    if question.kind == "number":
        low, high = question.minimum or 0, question.maximum
        return random.randint(int(low), int(facts.headcount if high is None else min(high, facts.headcount)))
    if question.kind == "many":
        return _some(question.choices, random, maturity)
    if question.kind == "grid":
        return {row.id: _cell(question, random, maturity) for row in question.rows}
    return _one(question.choices, random, maturity)


def _cell(question: Question, random: Random, maturity: float) -> Any:
    is_ticked = bool(question.columns)
    return (
        _some(question.columns, random, maturity) if is_ticked else _one(question.choices, random, maturity)
    )


def _one(choices: Sequence[Choice], random: Random, maturity: float) -> str:
    """A choice near the company's maturity, from the one worth least to the one worth most."""
    ranked = sorted(choices, key=lambda choice: choice.points)
    place = round(random.gauss(maturity, 0.25) * (len(ranked) - 1))
    return ranked[min(max(place, 0), len(ranked) - 1)].id


def _some(choices: Sequence[Choice], random: Random, maturity: float) -> list[str]:
    return [choice.id for choice in choices if not choice.exclusive and random.random() < maturity]
