"""The score of the European assessment equals the published formula on the golden vectors."""

from fractions import Fraction
from typing import Any

import pytest

from desktop.answers import AnswerSheet
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.scores import Score, Scorecard, score
from tests.builders import ASSESSMENTS, a_questionnaire, shipped, some_answers, some_facts

DIMENSIONS = ("strategy", "readiness", "people", "data", "automation", "green")
ADOPTION = ("not-used", "considering", "prototyping", "testing", "implementing", "operational")
EXTENT = ("no", "partly", "yes")


def dma(*changes: tuple[str, str]) -> Questionnaire:
    """The shipped questionnaire, with some of its text changed."""
    structure = (ASSESSMENTS / "dma-sme.yaml").read_text(encoding="utf-8")
    for written, changed in changes:
        assert structure.count(written) == 1, written
        structure = structure.replace(written, changed)
    texts = {
        name: (ASSESSMENTS / f"dma-sme.{name}.yaml").read_text(encoding="utf-8") for name in ("it", "en")
    }
    return a_questionnaire(structure, texts)


def ticked(questionnaire: Questionnaire, name: str, count: int) -> list[str]:
    earning = [
        choice.id
        for choice in questionnaire.questions[name].choices
        if choice.points and not choice.exclusive
    ]
    return earning[:count] if count else ["none"]


def stepped(
    questionnaire: Questionnaire, name: str, steps: list[int], words: tuple[str, ...]
) -> dict[str, str]:
    rows = [row.id for row in questionnaire.questions[name].rows]
    return {row: words[step] for row, step in zip(rows, steps, strict=True)}


def answers(
    questionnaire: Questionnaire, *, already: int, planned: int, counts: dict[str, int], **steps: list[int]
) -> AnswerSheet:
    rows = [row.id for row in questionnaire.questions["invested-areas"].rows]
    cells = {row: ["already"] * (n < already) + ["planned"] * (n < planned) for n, row in enumerate(rows)}
    plain: dict[str, Any] = {name: ticked(questionnaire, name, count) for name, count in counts.items()}
    plain["advanced-technologies"] = stepped(
        questionnaire, "advanced-technologies", steps["advanced"], ADOPTION
    )
    plain["automation"] = stepped(questionnaire, "automation", steps["automation"], ADOPTION)
    plain["green-practices"] = stepped(questionnaire, "green-practices", steps["practices"], EXTENT)
    named = {name.replace("-", "_"): value for name, value in plain.items()}
    return some_answers(questionnaire, invested_areas=cells, **named)


TICKED = ("readiness-steps", "everyday-technologies", "staff-skills", "staff-involvement")
TICKED += ("data-management", "data-security", "green-choices")
LITTLE = dict(zip(TICKED, (4, 5, 2, 3, 3, 3, 3), strict=True))
FULL = dict(zip(TICKED, (10, 10, 7, 8, 7, 6, 10), strict=True))
NONE = dict.fromkeys(TICKED, 0)
BEST = {"advanced": [5] * 7, "automation": [5] * 5, "practices": [2] * 5}


def firm_m(questionnaire: Questionnaire) -> AnswerSheet:
    steps = {"advanced": [0, 0, 1, 0, 1, 0, 0], "automation": [2, 0, 0, 0, 1], "practices": [1, 0, 0, 1, 2]}
    return answers(questionnaire, already=2, planned=3, counts=LITTLE, **steps)


def nothing(questionnaire: Questionnaire) -> AnswerSheet:
    return answers(
        questionnaire,
        already=0,
        planned=0,
        counts=NONE,
        advanced=[0] * 7,
        automation=[0] * 5,
        practices=[0] * 5,
    )


def everything(questionnaire: Questionnaire) -> AnswerSheet:
    return answers(questionnaire, already=10, planned=10, counts=FULL, **BEST)


def no_plans(questionnaire: Questionnaire) -> AnswerSheet:
    return answers(questionnaire, already=10, planned=0, counts=FULL, **BEST)


PLAN_HALF = (
    ("{id: planned, points: 1}", "{id: planned, points: 1/2}"),
    ("weight: 2               # two columns", "weight: 1               # two columns"),
)
EXCLUDE = (("\n  unanswered: zero\n", "\n  unanswered: exclude\n"),)
NEGATIVE_COUNTS = (("{id: not-digital, points: 0, exclusive: true}", "{id: not-digital, points: 1}"),)


def rounded(part: Score) -> float:
    assert part.headline is not None
    return float(round(part.headline, 2))


def card_of(questionnaire: Questionnaire, sheet: AnswerSheet) -> Scorecard:
    return score(questionnaire, sheet, some_facts())


VECTORS = [
    pytest.param(firm_m, (), (30.00, 27.86, 33.04, 46.43, 12.00, 35.00), 30.72, "average", id="M"),
    pytest.param(
        firm_m,
        NEGATIVE_COUNTS,
        (30.00, 27.86, 33.04, 43.75, 12.00, 35.00),
        30.27,
        "average",
        id="M-negative-counts",
    ),
    pytest.param(nothing, (), (0, 0, 0, 0, 0, 0), 0, "basic", id="nothing"),
    pytest.param(everything, (), (100, 100, 100, 100, 100, 100), 100, "advanced", id="everything"),
    pytest.param(no_plans, (), (66.67, 100, 100, 100, 100, 100), 94.44, "advanced", id="everything-no-plans"),
]


@pytest.mark.parametrize(("firm", "changes", "dimensions", "overall", "band"), VECTORS)
def test_a_golden_vector_has_its_scores_and_band(
    firm: Any, changes: Any, dimensions: Any, overall: float, band: str
) -> None:
    questionnaire = dma(*changes)
    card = card_of(questionnaire, firm(questionnaire))
    assert tuple(rounded(card.dimensions[name]) for name in DIMENSIONS) == dimensions
    assert rounded(card.overall) == overall
    assert card.overall.level is not None
    assert card.overall.level.id == band


def test_a_planned_area_at_half_a_point_gives_the_other_programmes_score() -> None:
    questionnaire = dma(*PLAN_HALF)
    card = card_of(questionnaire, firm_m(questionnaire))
    assert rounded(card.dimensions["strategy"]) == 31.67
    assert rounded(card.overall) == 31.00


def test_a_planned_area_at_half_a_point_can_still_reach_full_marks() -> None:
    questionnaire = dma(*PLAN_HALF)
    assert rounded(card_of(questionnaire, everything(questionnaire)).overall) == 100


@pytest.mark.parametrize(("changes", "data"), [(NEGATIVE_COUNTS, 6.25), ((), 0)])
def test_a_firm_that_only_keeps_paper_earns_what_the_setting_says(changes: Any, data: float) -> None:
    questionnaire = dma(*changes)
    sheet = {**nothing(questionnaire), **some_answers(questionnaire, data_management=["not-digital"])}
    assert rounded(card_of(questionnaire, sheet).dimensions["data"]) == data


def test_a_perfect_firm_loses_a_little_where_the_negative_row_counts() -> None:
    questionnaire = dma(*NEGATIVE_COUNTS)
    card = card_of(questionnaire, answers(questionnaire, already=10, planned=10, counts=FULL, **BEST))
    assert (rounded(card.dimensions["data"]), rounded(card.overall)) == (93.75, 98.96)


@pytest.mark.parametrize(("changes", "headline"), [((), 50), (EXCLUDE, 100)])
def test_an_unanswered_question_counts_what_the_setting_says(changes: Any, headline: int) -> None:
    questionnaire = dma(*changes)
    sheet = some_answers(questionnaire, data_security=ticked(questionnaire, "data-security", 6))
    found = card_of(questionnaire, sheet).dimensions["data"]
    assert (found.low, found.headline, found.high) == (50, headline, 100)


@pytest.mark.parametrize(("changes", "headline"), [((), 40), (EXCLUDE, 100)])
def test_an_unanswered_row_counts_what_the_setting_says(changes: Any, headline: int) -> None:
    questionnaire = dma(*changes)
    sheet = some_answers(questionnaire, automation={"language": "operational", "vision": "operational"})
    found = card_of(questionnaire, sheet).dimensions["automation"]
    assert (found.low, found.headline, found.high, found.coverage) == (40, headline, 100, Fraction(2, 5))


def test_the_eleven_questions_hold_eighty_six_rows() -> None:
    questions = shipped()["dma-sme"].questions.values()
    rows = [
        row
        for question in questions
        for row in (question.rows or [c for c in question.choices if c.id != "none"])
    ]
    assert (len(questions), len(rows)) == (11, 86)
