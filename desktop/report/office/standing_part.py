"""Who the company is, how mature it is, and what it does well."""

from collections.abc import Iterator

from desktop.dossier import AssessmentResult, Dossier
from desktop.report import terms
from desktop.report.answer_words import short_answer
from desktop.report.company_words import demands_in_pairs, limits_in_pairs, who_in_pairs
from desktop.report.office.blocks import (
    Block,
    Cell,
    Heading,
    Line,
    Table,
    bullets,
    cell,
    facts,
    muted,
    name,
    strong,
)
from desktop.report.strength_words import strongest_and_weakest
from desktop.scores import Score
from desktop.text import Wording

_WIDTHS = (0.44, 0.12, 0.11, 0.12, 0.21)
_SHOWN = 3


def whose_it_is(dossier: Dossier) -> str:
    """The company's name; where that is withheld, the code that stands for it, or nothing."""
    if dossier.scope != "scores":
        return dossier.company.name
    return dossier.provenance.code if dossier.provenance else ""


def opening(dossier: Dossier, wording: Wording) -> Iterator[Block]:
    """Title, whose plan it is, and its day."""
    yield Line((wording("Digital maturity plan"),), "Title")
    if whose := whose_it_is(dossier):
        yield Line((name(whose),), "Subtitle")
    yield Line((muted(wording("Made on {date}", date=wording.date(dossier.made_on))),))


def who(dossier: Dossier, wording: Wording) -> Iterator[Block]:
    """The company; with a plan its limits and what it asks."""
    title = wording("Who")
    yield Heading(title, 1)
    if dossier.scope == "scores":
        place = (
            (wording("Sector"), terms.sector_name(dossier.company, dossier, wording.language)),
            (wording("Country"), terms.place_name(dossier.company, dossier, wording)),
        )
        yield facts(place, title)
        return
    yield facts(who_in_pairs(dossier, wording), title)
    for section, pairs in (
        (wording("Limits of the plan"), limits_in_pairs(dossier, wording)),
        (wording("What the plan asks"), demands_in_pairs(dossier, wording)),
    ):
        yield Heading(section, 2)
        yield facts(pairs, section)


def standing(dossier: Dossier, wording: Wording) -> Iterator[Block]:
    """The scores of every questionnaire with their levels."""
    yield Heading(wording("Where you stand"), 1)
    if not dossier.results:
        yield Line((wording("No questionnaire has been answered yet."),))
        return
    yield Line(
        (
            wording(
                "Every score goes from 0 to 100. Lowest and highest say what unanswered questions and "
                "“don't know” leave open."
            ),
        )
    )
    for result in dossier.results:
        yield from _result(result, wording)


def _result(result: AssessmentResult, wording: Wording) -> Iterator[Block]:
    text = result.questionnaire.text(wording.language)
    overall = result.scorecard.overall
    yield Heading(text.title, 2)
    level = overall.level
    meaning = text.levels[level.id].meaning if level and level.id in text.levels else ""
    said = strong(f"{terms.level_name(level, result.questionnaire, wording)}.")
    yield Line((said, f" {meaning} {terms.first_look(result, wording)}".rstrip()))
    rows = [_row(cell(strong(wording("Overall"))), overall, result, wording)]
    for key, score in result.scorecard.dimensions.items():
        dimension = text.dimensions[key]
        means = dimension.told_at(score.headline) if score.headline is not None else ""
        rows.append(_row(cell(strong(dimension.name), muted(means)), score, result, wording))
    head = (
        wording("Dimension"),
        wording("Score"),
        wording("Lowest"),
        wording("Highest"),
        wording("Level"),
    )
    yield Table(head, tuple(rows), _WIDTHS, wording("Scores: {title}", title=text.title))


def _row(title: Cell, score: Score, result: AssessmentResult, wording: Wording) -> tuple[Cell, ...]:
    numbers = (score.headline, score.low, score.high)
    shown = (cell("–" if number is None else wording.number(number)) for number in numbers)
    return title, *shown, cell(terms.level_in_words(score, result.questionnaire, wording))


def strengths(dossier: Dossier, wording: Wording) -> Iterator[Block]:
    """What the answers show as done, by dimension; nothing where they show nothing."""
    found = [
        (strong(f"{result.questionnaire.text(wording.language).dimensions[key].name}: "), "; ".join(good))
        for result in dossier.results
        for key in result.scorecard.dimensions
        if (good := _good(dossier, result, key, wording))
    ]
    if found:
        yield Heading(wording("What you do well"), 1)
        yield from bullets(found)


def _good(dossier: Dossier, result: AssessmentResult, dimension: str, wording: Wording) -> list[str]:
    """The strongest rows and choices; where there is none, the questions that earned all their points."""
    strongest, _ = strongest_and_weakest(dossier, result, dimension, wording)
    if strongest:
        return [wording("“{question}”", question=words) for words in strongest]
    contributions = result.scorecard.dimensions[dimension].contributions
    best = [part.question for part in contributions if part.points == part.of]
    return [_answered(dossier, result, question, wording) for question in best[:_SHOWN]]


def _answered(dossier: Dossier, result: AssessmentResult, asked: str, wording: Wording) -> str:
    question = result.questionnaire.questions[asked]
    text = result.questionnaire.text(wording.language).questions[asked]
    answer = short_answer(question, text, dossier.sheet.get(question.key), wording)
    return " – ".join(filter(None, (wording("“{question}”", question=text.text), answer)))
