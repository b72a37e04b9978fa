"""One page for the hub's officer: who, how mature, what matters, its limits, what it asks and says."""

from collections.abc import Iterable

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from desktop.content.brand import Brand
from desktop.dossier import AssessmentResult, Dossier
from desktop.report import style, terms
from desktop.report.brand_look import brand_in_a_line
from desktop.report.charts import small_bar
from desktop.report.columns import Columns
from desktop.report.company_words import demands_in_pairs, limits_in_pairs, who_in_pairs
from desktop.report.cover import door
from desktop.report.flowables import (
    ROOM_OF_A_PAGE,
    Figure,
    Grid,
    Heading,
    Text,
    grid,
    height_on_a_page,
    lined,
    on_one_page,
    side_by_side,
    text_width,
)
from desktop.report.officer_closing import closing
from desktop.report.officer_priorities import three_priorities
from desktop.report.palette import LIGHT
from desktop.report.scope_words import scope_in_a_line
from desktop.report.where_to_go import help_in_short, other_doors, services_in_short
from desktop.scores import Score
from desktop.text import Wording

_BAR = 26
_NUMBER = 20.0
_MOST_IN_DETAIL = 4  # questionnaires; of more than these the dimensions would not fit
_SECTION = ParagraphStyle("officer section", style.SECTION, spaceBefore=6, spaceAfter=2)
_TIGHT = (("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.2))


def officer(dossier: Dossier, wording: Wording, brand: Brand | None = None) -> list[Flowable]:
    """The page's content, never more than one page."""
    content: list[Flowable] = [
        Heading.of(wording("For the hub, on one page"), style.PAGE_TITLE, "officer"),
        Text(brand_in_a_line(brand) if brand else "", style.SMALL_MUTED),
        Text(scope_in_a_line(dossier.scope, wording), style.SMALL_MUTED),
        side_by_side(
            [_section(wording("Who")), _facts(who_in_pairs(dossier, wording))],
            [_section(wording("Limits of the plan")), _facts(limits_in_pairs(dossier, wording))],
        ),
        _section(wording("Digital maturity")),
        _maturity(dossier, wording),
        _section(wording("Three priorities")),
        three_priorities(dossier, wording),
        Spacer(1, 4),
        side_by_side(
            [
                _section(wording("What the plan asks")),
                _facts(demands_in_pairs(dossier, wording)),
                *help_in_short(dossier, wording),
            ],
            [
                _section(wording("The hub")),
                *door(dossier, wording),
                *services_in_short(dossier, wording),
                *other_doors(dossier, wording),
            ],
        ),
    ]
    content += closing(dossier, wording, _SECTION, ROOM_OF_A_PAGE - height_on_a_page(content))
    return [on_one_page(content)]


def _section(title: str) -> Text:
    return Heading.of(title, _SECTION, "", 1)


def _facts(pairs: Iterable[tuple[str, str]]) -> Grid:
    """Names and values in two narrow columns; pairs without a value are left out."""
    told = [(name, value) for name, value in pairs if value]
    rows = [[Text(name, style.SMALL_MUTED), Text(value, style.SMALL)] for name, value in told]
    names = min(text_width((name for name, _ in told), style.SMALL) + 10, style.HALF / 2)
    return grid(
        rows or [["", ""]],
        (names, style.HALF - names),
        *_TIGHT,
        lined(),
        _flush(1),
        reads="named rows" if rows else "layout",
    )


def _flush(column: int) -> tuple[object, ...]:
    return "RIGHTPADDING", (column, 0), (column, -1), 0


def _maturity(dossier: Dossier, wording: Wording) -> Flowable:
    """A table for each questionnaire, in two columns."""
    in_detail = len(dossier.results) <= _MOST_IN_DETAIL
    tables = [_scores(result, wording, in_detail=in_detail) for result in dossier.results]
    return Columns([[table, Spacer(1, 5)] for table in tables])


def _scores(result: AssessmentResult, wording: Wording, *, in_detail: bool) -> Grid:
    """The overall score, then a line for each dimension."""
    text = result.questionnaire.text(wording.language)
    overall = result.scorecard.overall
    bold = (style.TINY_STRONG, style.TINY_STRONG_RIGHT)
    levels = [terms.level_in_short(overall, result.questionnaire, wording)]
    rows = [_score(text.title, overall, levels[0], bold, wording)]
    rows[0][1] = ""  # the name may be long, and a ring on the cover shows the same
    for name, score in result.scorecard.dimensions.items() if in_detail else ():
        levels.append(terms.level_in_short(score, result.questionnaire, wording))
        looks = (style.TINY, style.TINY_RIGHT)
        rows.append(_score(text.dimensions[name].name, score, levels[-1], looks, wording))
    widest = min(text_width(levels, style.TINY_STRONG) + 8, style.HALF * 0.45)
    widths = (style.HALF - _BAR - _NUMBER - widest, _BAR, _NUMBER, widest)
    look = (
        ("SPAN", (0, 0), (1, 0)),
        ("LEFTPADDING", (3, 0), (3, -1), 7),
        ("RIGHTPADDING", (1, 0), (2, -1), 0),
    )
    return grid(rows, widths, *_TIGHT, lined(), *look, _flush(3))


def _score(
    name: str, score: Score, level: str, looks: tuple[ParagraphStyle, ParagraphStyle], wording: Wording
) -> list[Flowable | str]:
    words, figures = looks
    return [
        Text(name, words),
        Figure(small_bar(score, LIGHT, _BAR), f"{name}: {terms.score_in_words(score, wording)}"),
        Text(terms.headline_in_short(score), figures),
        Text(level, words),
    ]
