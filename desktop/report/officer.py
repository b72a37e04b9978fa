"""One page for the hub's officer: who, how mature, what matters, within which limits, what it asks."""

from reportlab.platypus import Flowable, Spacer

from desktop.content.brand import Brand
from desktop.dossier import AssessmentResult, Dossier
from desktop.report import style, terms
from desktop.report.brand_look import brand_in_a_line
from desktop.report.charts import number, small_bar
from desktop.report.company_words import demands_in_pairs, limits_in_pairs, who_in_pairs
from desktop.report.cover import door
from desktop.report.flowables import (
    Figure,
    Grid,
    Heading,
    Text,
    facts,
    grid,
    lined,
    on_one_page,
    side_by_side,
    text_width,
)
from desktop.report.officer_priorities import three_priorities
from desktop.report.palette import LIGHT
from desktop.report.scope_words import scope_in_a_line
from desktop.report.where_to_go import help_in_short, other_doors
from desktop.text import Wording

_DMA = "dma-sme"
_BAR = 26
_NUMBER = 20.0


def officer(dossier: Dossier, wording: Wording, brand: Brand | None = None) -> list[Flowable]:
    """The page's content, never more than one page."""
    content: list[Flowable] = [
        Heading.of(wording("For the hub, on one page"), style.PAGE_TITLE, "officer"),
        Text(brand_in_a_line(brand) if brand else "", style.SMALL_MUTED),
        Text(scope_in_a_line(dossier.scope, wording), style.SMALL_MUTED),
        Spacer(1, 4),
        side_by_side(
            [_section(wording("Who")), facts(who_in_pairs(dossier, wording), style.HALF)],
            [
                _section(wording("Limits of the plan")),
                facts(limits_in_pairs(dossier, wording), style.HALF),
                *help_in_short(dossier, wording),
            ],
        ),
        _section(wording("Digital maturity")),
        *_maturity(dossier, wording),
        _section(wording("Three priorities")),
        three_priorities(dossier, wording),
        Spacer(1, 10),
        side_by_side(
            [_section(wording("What the plan asks")), facts(demands_in_pairs(dossier, wording), style.HALF)],
            [_section(wording("The hub")), *door(dossier, wording), *other_doors(dossier, wording)],
        ),
    ]
    return [on_one_page(content)]


def _section(title: str) -> Text:
    return Heading.of(title, style.SECTION, "", 1)


def _maturity(dossier: Dossier, wording: Wording) -> list[Flowable]:
    tables = [_scores(result, wording) for result in dossier.results]
    pairs = [tables[index : index + 2] for index in range(0, len(tables), 2)]
    return [side_by_side([pair[0]], pair[1:]) for pair in pairs]


def _scores(result: AssessmentResult, wording: Wording) -> Grid:
    text = result.questionnaire.text(wording.language)
    overall = result.scorecard.overall
    level = terms.level_name(overall.level, result.questionnaire, wording)
    levels = [level]
    rows: list[list[Flowable]] = [[Text(text.title, style.SMALL_STRONG)]]
    rows.append(
        [
            Text(wording("Overall"), style.SMALL_STRONG),
            Figure(
                small_bar(overall, LIGHT, _BAR), f"{text.title}: {terms.score_in_words(overall, wording)}"
            ),
            Text(number(overall), style.SMALL_STRONG_RIGHT),
            Text(level, style.SMALL),
        ]
    )
    for name, score in result.scorecard.dimensions.items():
        alternative = f"{text.dimensions[name].name}: {terms.score_in_words(score, wording)}"
        levels.append(terms.level_in_words(score, result.questionnaire, wording))
        rows.append(
            [
                Text(text.dimensions[name].name, style.SMALL),
                Figure(small_bar(score, LIGHT, _BAR), alternative),
                Text(number(score), style.SMALL_RIGHT),
                Text(levels[-1], style.SMALL),
            ]
        )
    return grid(
        rows,
        _score_widths(levels),
        lined(),
        ("SPAN", (0, 0), (3, 0)),
        ("RIGHTPADDING", (0, 1), (1, -1), 0),
        ("RIGHTPADDING", (3, 0), (3, -1), 0),
        reads="named rows",
    )


def _score_widths(levels: list[str]) -> tuple[float, float, float, float]:
    """Columns for name, bar, number and level; the level stays on one line, a long name may take two."""
    level = min(text_width(levels, style.SMALL), style.HALF * 0.45)
    return style.HALF - _BAR - _NUMBER - level, _BAR, _NUMBER, level
