"""A block for each dimension: its score, what that means, and the answers that made it."""

from collections.abc import Iterator

from reportlab.graphics.shapes import Drawing
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from desktop.dossier import AssessmentResult, Dossier
from desktop.report import style, terms
from desktop.report.answer_words import short_answer
from desktop.report.charts import bar
from desktop.report.flowables import Figure, Heading, Text, grid, joined, lined, muted, strong
from desktop.report.palette import LIGHT
from desktop.report.strength_words import strongest_and_weakest
from desktop.scores import Contribution, Score
from desktop.text import Wording

_ITEMS = 3
_BAR = 90
_FEW = 4
_ROOM = 190


def dimensions(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The blocks of all questionnaires, several on a page."""
    content: list[Flowable] = [
        CondPageBreak(style.HEIGHT * 0.45),
        Heading.of(wording("What makes your scores"), style.PAGE_TITLE, "dimensions"),
    ]
    for result in dossier.results:
        text = result.questionnaire.text(wording.language)
        title = Heading.of(text.title, style.SECTION, f"dimensions-{result.questionnaire.id}", 1)
        for index, (name, score) in enumerate(result.scorecard.dimensions.items()):
            block = _block(dossier, result, name, score, wording)
            whole = [title, *block] if index == 0 else block
            is_long = len(score.contributions) > _FEW
            content += [CondPageBreak(_ROOM), *whole] if is_long else [KeepTogether(whole)]
    return content


def _block(
    dossier: Dossier, result: AssessmentResult, name: str, score: Score, wording: Wording
) -> list[Flowable]:
    text = result.questionnaire.text(wording.language).dimensions[name]
    level = terms.level_in_words(score, result.questionnaire, wording)
    head = [
        Heading.of(text.name, style.BLOCK, f"dimension-{result.questionnaire.id}-{name}", 2),
        Text(joined((strong(terms.score_in_words(score, wording)), muted(level)), " · "), style.SMALL_RIGHT),
    ]
    rule = ("LINEABOVE", (0, 0), (-1, 0), 1, style.ACCENT)
    block: list[Flowable] = [
        grid(
            [head],
            (style.WIDTH * 0.5, style.WIDTH * 0.5),
            rule,
            ("RIGHTPADDING", (1, 0), (1, 0), 0),
            ("TOPPADDING", (0, 0), (0, 0), 4),
            ("TOPPADDING", (1, 0), (1, 0), 6.5),
        )
    ]
    if score.headline is not None:
        block.append(Text(text.told_at(score.headline), style.SMALL))
        block.append(Spacer(1, 2))
    block += [Text(words, style.SMALL) for words in _extremes(dossier, result, name, wording)]
    if score.contributions:
        block += [Spacer(1, 3), _contributions(dossier, result, score, wording)]
    return [*block, Spacer(1, 14)]


def _contributions(dossier: Dossier, result: AssessmentResult, score: Score, wording: Wording) -> Flowable:
    rows = []
    for part in score.contributions:
        question = result.questionnaire.questions[part.question]
        text = result.questionnaire.text(wording.language).questions[part.question]
        answer = short_answer(question, text, dossier.sheet.get(question.key), wording)
        points = wording(
            "{points} of {of}",
            points="–" if part.points is None else wording.number(part.points, 1),
            of=wording.number(part.of, 1),
        )
        rows.append(
            [
                Text(joined((text.text, muted(answer) if answer else ""), " – "), style.TINY),
                Figure(_part_bar(part), ""),
                Text(points, style.TINY_RIGHT),
            ]
        )
    widths = (style.WIDTH - _BAR - 66, _BAR + 6, 60)
    return grid(rows, widths, lined(), ("RIGHTPADDING", (2, 0), (2, -1), 0), reads="named rows")


def _part_bar(part: Contribution) -> Drawing:
    share = None if part.points is None else 100 * part.points / part.of
    score = Score(share, share, share, coverage=part.of, level=None)
    return Drawing(_BAR, 9, bar(score, LIGHT, (0, 2, _BAR, 5)))


def _extremes(dossier: Dossier, result: AssessmentResult, dimension: str, wording: Wording) -> Iterator[str]:
    strongest, weakest = strongest_and_weakest(dossier, result, dimension, wording)
    for title, parts in ((wording("Strongest:"), strongest), (wording("Still to work on:"), weakest)):
        if parts:
            quoted = "; ".join(wording("“{question}”", question=words) for words in parts)
            yield joined((strong(title), quoted))
