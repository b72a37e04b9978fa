"""Where the company stands: levels, what each score tells, and the way to the next level."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.dossier import AssessmentResult, Dossier
from desktop.report import style, terms
from desktop.report.answer_words import item_text
from desktop.report.brevity import is_first_look, is_long
from desktop.report.charts import NamedScores, radar, small_bar
from desktop.report.columns import Columns, ColumnsWithEnd
from desktop.report.flowables import (
    Figure,
    Heading,
    Text,
    grid,
    height_of,
    height_on_a_page,
    joined,
    muted,
    strong,
)
from desktop.report.like_words import Likes, likes_of, median_in_words, similar_in_words
from desktop.report.palette import LIGHT
from desktop.scores import Lift, Score
from desktop.text import Wording

_RADAR_WIDE, _RADAR_HIGH, _RADAR_LEAST = 300, 196.0, 150.0
_FEWEST_AXES, _MOST_WITH_RADAR = 3, 2
_LIFTS, _LIFTS_OF_MANY = 3, 2
_NAMES = 0.5
_TIGHT = (("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0))
_GAIN = 56.0


def standing(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The questionnaires one after the other, the fullest with a radar, smaller if all fit a page then."""
    content = _standing(dossier, wording, _RADAR_HIGH)
    over = height_on_a_page(content) - style.HEIGHT
    if 0 < over <= _RADAR_HIGH - _RADAR_LEAST:
        return _standing(dossier, wording, _RADAR_HIGH - over)
    return content


def _standing(dossier: Dossier, wording: Wording, radar_high: float) -> list[Flowable]:
    lead = wording(
        "Every score goes from 0 to 100. The dark part of a bar is certain; the light part is what "
        "unanswered questions and “don't know” leave open."
    )
    content: list[Flowable] = []
    opening: list[Flowable] = [
        Heading.of(wording("Where you stand"), style.PAGE_TITLE, "standing"),
        Text(lead, style.BODY),
    ]
    most = _LIFTS_OF_MANY if is_long(dossier) else _LIFTS
    pictured = _pictured(dossier)
    for result in dossier.results:
        likes = likes_of(result, dossier)
        end = [*_similar_firms(likes, wording), *_next_level(result, most, wording)]
        columns = ColumnsWithEnd(_dimensions(result, likes, wording), end)
        opening += _verdict(result, wording, radar_high if result is pictured else 0)
        room = height_of(opening) + columns.height_of_beginning()
        content += [CondPageBreak(min(room, style.HEIGHT)), *opening, columns]
        opening = []
    return [*content, *opening]


def named_scores(result: AssessmentResult, language: str) -> NamedScores:
    """The dimensions' names and scores in the questionnaire's order."""
    names = result.questionnaire.text(language).dimensions
    return [(names[name].name, score) for name, score in result.scorecard.dimensions.items()]


def _pictured(dossier: Dossier) -> AssessmentResult | None:
    """The fullest questionnaire, where there is room for a picture and enough to see in it."""
    results = dossier.results
    if is_first_look(dossier) or len(results) > _MOST_WITH_RADAR:
        return None
    return max(results, key=_fullness, default=None)


def _fullness(result: AssessmentResult) -> tuple[int, int]:
    told = sum(score.headline is not None for score in result.scorecard.dimensions.values())
    return told, len(result.shown)


def _verdict(result: AssessmentResult, wording: Wording, radar_high: float) -> list[Flowable]:
    """The overall score and level; large beside a radar, in a sentence where that has no height."""
    text = result.questionnaire.text(wording.language)
    overall, scores = result.scorecard.overall, named_scores(result, wording.language)
    level = terms.level_name(overall.level, result.questionnaire, wording)
    meaning = text.levels[overall.level.id].meaning if overall.level else ""
    look = terms.first_look(result, wording)
    heading = Heading.of(text.title, style.SECTION, f"standing-{result.questionnaire.id}", 1)
    said = terms.score_in_words(overall, wording)
    if not radar_high or len(scores) < _FEWEST_AXES:
        return [heading, Text(joined((strong(f"{said} · {level}."), meaning, look))), Spacer(1, 4)]
    alternative = "; ".join(f"{name}: {terms.score_in_words(score, wording)}" for name, score in scores)
    picture = Figure(radar(scores, LIGHT, (_RADAR_WIDE, int(radar_high))), alternative)
    words: list[Flowable] = [
        Text(terms.headline_in_short(overall), style.FIGURE),
        Text(level, style.BLOCK),
        Spacer(1, 4),
        *([Text(meaning), Spacer(1, 4)] if meaning else []),
        Text(said, style.SMALL_MUTED),
        *([Text(look, style.SMALL_MUTED)] if look else []),
    ]
    widths = (style.WIDTH - picture.width, picture.width)
    middle = ("VALIGN", (0, 0), (0, 0), "MIDDLE")
    flush = (("RIGHTPADDING", (1, 0), (1, 0), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 8))
    return [heading, grid([[words, picture]], widths, middle, ("RIGHTPADDING", (0, 0), (0, 0), 24), *flush)]


def _similar_firms(likes: Likes, wording: Wording) -> list[Flowable]:
    """What the triangles mark; where there are none, the method says why."""
    if not likes:
        return []
    return [Text(" ".join(similar_in_words(likes, wording)), style.TINY_MUTED), Spacer(1, 2)]


def _dimensions(result: AssessmentResult, likes: Likes, wording: Wording) -> Columns:
    """A piece for each dimension: its name, score and level over a bar, and what they tell."""
    text = result.questionnaire.text(wording.language)
    pieces: list[list[Flowable]] = []
    for name, score in result.scorecard.dimensions.items():
        said = joined((strong(terms.headline_in_short(score)), _level(result, score, wording)), " · ")
        head = [Text(text.dimensions[name].name, style.SMALL_STRONG), Text(said, style.TINY_RIGHT)]
        widths = (style.HALF * _NAMES, style.HALF * (1 - _NAMES))
        alternative = f"{text.dimensions[name].name}: {terms.score_in_words(score, wording)}"
        like = likes.get(name)
        if like is not None:
            alternative = f"{alternative}; {median_in_words(like, wording)}"
        told = "" if score.headline is None else text.dimensions[name].told_at(score.headline)
        pieces.append(
            [
                grid([head], widths, ("RIGHTPADDING", (1, 0), (1, 0), 0), *_TIGHT),
                Figure(
                    small_bar(score, LIGHT, int(style.HALF), like.spread.median if like else None),
                    alternative,
                ),
                *([Spacer(1, 1.5), Text(told, style.TINY)] if told else []),
                Spacer(1, 5),
            ]
        )
    return Columns(pieces)


def _level(result: AssessmentResult, score: Score, wording: Wording) -> str:
    """The level, and the interval of a score that is not certain."""
    name = terms.level_in_short(score, result.questionnaire, wording)
    if score.headline is None or score.low == score.high:
        return name
    bounds = {"low": wording.number(score.low or 0), "high": wording.number(score.high or 0)}
    interval = wording("{low} to {high}", **bounds).replace(" ", "\N{NO-BREAK SPACE}")
    return f"{name} ({interval})"


def _next_level(result: AssessmentResult, most: int, wording: Wording) -> list[Flowable]:
    goal = result.next_level
    if goal is None:
        return [Spacer(1, 4)]
    name = terms.level_name(goal.level, result.questionnaire, wording)
    lead = wording(
        "The shortest way to the level “{level}”, {points} away: these answers would be enough.",
        level=name,
        points=terms.points_in_words(goal.missing, wording),
    )
    rows = list(_lifts(result, goal.lifts[:most], wording))
    more = len(goal.lifts) - most
    if more > 0:
        words = wording.plural(
            "and {count} more answer of this kind", "and {count} more answers of this kind", more
        )
        rows.append([Text(words, style.TINY_MUTED), ""])
    table = grid(
        rows,
        (style.WIDTH - _GAIN, _GAIN),
        ("RIGHTPADDING", (1, 0), (1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0.5),
        reads="named rows",
    )
    lines: list[Flowable] = [Spacer(1, 5), Text(lead, style.SMALL_STRONG), table]
    return [*lines, Spacer(1, 4)]


def _lifts(
    result: AssessmentResult, lifts: Sequence[Lift], wording: Wording
) -> Iterator[list[Flowable | str]]:
    for question, found in groupby(lifts, key=lambda lift: lift.question):
        chosen = list(found)
        gain = terms.points_in_words(sum((lift.gain for lift in chosen), Fraction(0)), wording)
        words = _lifts_in_words(result, question, chosen, wording)
        yield [Text(words, style.TINY), Text(f"+{gain}", style.TINY_RIGHT)]


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
