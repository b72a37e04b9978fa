"""Where the company stands: radar, bars with intervals, and what the next level needs."""

from fractions import Fraction
from itertools import groupby

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from desktop.dossier import AssessmentResult, Dossier
from desktop.report import style, terms
from desktop.report.answer_words import item_text
from desktop.report.charts import NamedScores, bars, number, radar
from desktop.report.flowables import Figure, Heading, Text, grid, joined, lined, muted, strong
from desktop.report.palette import LIGHT
from desktop.scores import Lift
from desktop.text import Wording

_RADAR = (318, 232)
_SHOWN_LIFTS = 8


def standing(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The page's content, beginning a page."""
    content: list[Flowable] = [
        CondPageBreak(style.HEIGHT - 1),
        Heading.of(wording("Where you stand"), style.PAGE_TITLE, "standing"),
        Text(
            wording(
                "Every score goes from 0 to 100. The dark part of a bar is certain; the light part is what "
                "unanswered questions and “don't know” leave open."
            ),
            style.BODY,
        ),
        Spacer(1, 6),
    ]
    for index, result in enumerate(dossier.results):
        content += _result(result, wording, has_radar=index == 0)
    return content


def named_scores(result: AssessmentResult, language: str) -> NamedScores:
    """The dimensions' names and scores in the questionnaire's order."""
    names = result.questionnaire.text(language).dimensions
    return [(names[name].name, score) for name, score in result.scorecard.dimensions.items()]


def _result(result: AssessmentResult, wording: Wording, *, has_radar: bool) -> list[Flowable]:
    text = result.questionnaire.text(wording.language)
    scores = named_scores(result, wording.language)
    overall = result.scorecard.overall
    level = terms.level_name(overall.level, result.questionnaire, wording)
    meaning = text.levels[overall.level.id].meaning if overall.level else ""
    alternative = "; ".join(f"{name}: {terms.score_in_words(score, wording)}" for name, score in scores)
    heading = Heading.of(text.title, style.SECTION, f"standing-{result.questionnaire.id}", 1)
    verdict = joined(
        (
            strong(f"{terms.score_in_words(overall, wording)} · {level}."),
            meaning,
            terms.first_look(result, wording),
        )
    )
    bounds = [entry.bound for entry in result.questionnaire.levels]
    chart = Figure(bars(scores, LIGHT, int(style.WIDTH), bounds), alternative)
    if has_radar:
        picture = Figure(radar(scores, LIGHT, _RADAR), alternative)
        words: list[Flowable] = [
            Spacer(1, 40),
            Text(number(overall), style.FIGURE),
            Text(level, style.BLOCK),
            Spacer(1, 4),
            Text(meaning),
            Spacer(1, 4),
            Text(terms.score_in_words(overall, wording), style.SMALL_MUTED),
            Text(terms.first_look(result, wording), style.SMALL_MUTED),
        ]
        widths = (picture.width + 14, style.WIDTH - picture.width - 14)
        first: list[Flowable] = [heading, grid([[picture, words]], widths)]
    else:
        first = [heading, Text(verdict), Spacer(1, 5)]
    return [KeepTogether([*first, chart, Spacer(1, 12), *_next_level(result, wording)]), Spacer(1, 6)]


def _next_level(result: AssessmentResult, wording: Wording) -> list[Flowable]:
    goal = result.next_level
    if goal is None:
        return []
    name = terms.level_name(goal.level, result.questionnaire, wording)
    lead = wording(
        "The shortest way to the level “{level}”, {points} away: these answers would be enough.",
        level=name,
        points=terms.points_in_words(goal.missing, wording),
    )
    rows = []
    for question, lifts in groupby(goal.lifts[:_SHOWN_LIFTS], key=lambda lift: lift.question):
        chosen = list(lifts)
        gain = terms.points_in_words(sum((lift.gain for lift in chosen), Fraction(0)), wording)
        rows.append(
            [
                Text(_lifts_in_words(result, question, chosen, wording), style.SMALL),
                Text(f"+{gain}", style.SMALL_RIGHT),
            ]
        )
    more = len(goal.lifts) - _SHOWN_LIFTS
    content: list[Flowable] = [
        Text(lead, style.STRONG),
        grid(rows, (style.WIDTH - 66, 66), lined(), ("RIGHTPADDING", (1, 0), (1, -1), 0), reads="named rows"),
    ]
    if more > 0:
        words = wording.plural(
            "and {count} more answer of this kind", "and {count} more answers of this kind", more
        )
        content.append(Text(words, style.SMALL_MUTED))
    return [*content, Spacer(1, 6)]


def _lifts_in_words(result: AssessmentResult, question: str, lifts: list[Lift], wording: Wording) -> str:
    text = result.questionnaire.text(wording.language).questions[question]
    goals = []
    for lift in lifts:
        step = text.choices.get(lift.choice or "") or text.columns.get(lift.choice or "")
        goals.append(
            " → ".join(
                filter(None, (item_text(text, lift.item) if lift.item else "", step.text if step else ""))
            )
        )
    return joined((muted(text.text), strong("; ".join(goals))), " ")
