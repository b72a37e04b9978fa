"""Where the changes since the round before come from: a table of parts that add up, and what they mean."""

from collections.abc import Iterator, Sequence

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.comparing import Cause, QuestionnaireChange, ScoreChange, whole_points
from desktop.dossier import EarlierRound
from desktop.report import style
from desktop.report.change_words import cause_about, cause_name, difference, signed
from desktop.report.flowables import (
    Grid,
    Heading,
    Text,
    grid,
    height_of,
    height_of_beginning,
    joined,
    lined,
    strong,
)
from desktop.text import Wording

_LABEL_RIGHT = ParagraphStyle("label of a cause", style.LABEL, alignment=TA_RIGHT)
_CAUSE, _CHANGE = 78.0, 54.0


def change_causes(earlier: EarlierRound, stage: str, wording: Wording) -> list[Flowable]:
    """The section; nothing where no score changed or where nothing was worked out."""
    changes = [each for each in earlier.changes if any(_rows(each))]
    if not changes:
        return []
    about = wording(
        "First the answers of {then} are moved to the questions of {now}, so that different versions can "
        "be compared too. From there each cause takes its part, in the order of the columns; what is left "
        "at the end is the real change. The parts of a line add up to its change.",
        then=earlier.stage,
        now=stage,
    )
    content: list[Flowable] = [
        Heading.of(wording("Where the changes come from"), style.SECTION, "progress-causes", 1),
        Text(about, style.SMALL),
    ]
    causes = tuple(cause for cause in Cause if any(_has(cause, each) for each in changes))
    table = _table(changes, causes, wording)
    room = min(height_of(content) + height_of_beginning(table), style.HEIGHT)
    return [CondPageBreak(room), *content, Spacer(1, 3), table, Spacer(1, 3), *_legend(causes, wording)]


def _has(cause: Cause, changes: QuestionnaireChange) -> bool:
    return any(change.parts[cause] for change in _rows(changes))


def _rows(change: QuestionnaireChange) -> Iterator[ScoreChange]:
    """The scores of which some part changed."""
    return (each for each in (change.overall, *change.dimensions) if any(each.parts.values()))


def _table(changes: Sequence[QuestionnaireChange], causes: Sequence[Cause], wording: Wording) -> Grid:
    """The overall score of each questionnaire under its title, then its dimensions."""
    heads = (*(cause_name(cause, wording) for cause in causes), wording("Difference"))
    rows: list[list[Flowable]] = [
        [Text(wording("Name"), style.LABEL), *(Text(head, _LABEL_RIGHT) for head in heads)]
    ]
    for found in changes:
        text = found.now.text(wording.language)
        for change in _rows(found):
            overall = wording("{title}: overall", title=text.title)
            name = text.dimensions[change.name].name if change.name else overall
            points = whole_points(change)
            rows.append(
                [
                    Text(name, style.SMALL if change.name else style.SMALL_STRONG),
                    *(Text(_part(change, each, points[each], wording), style.SMALL_RIGHT) for each in causes),
                    Text(signed(difference(change), wording), style.SMALL_STRONG_RIGHT),
                ]
            )
    widths = (style.WIDTH - len(causes) * _CAUSE - _CHANGE, *(_CAUSE for _ in causes), _CHANGE)
    tight = (("TOPPADDING", (0, 0), (-1, -1), 1.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5))
    flush = ("RIGHTPADDING", (-1, 0), (-1, -1), 0)
    return grid(rows, widths, lined(), *tight, flush, repeatRows=1, reads="named rows")


def _part(change: ScoreChange, cause: Cause, points: int, wording: Wording) -> str:
    """Whole points with their sign; a dash where a cause has no part, "<1" where it has less than one."""
    if not change.parts[cause]:
        return "–"
    return signed(points, wording) if points else "< 1"


def _legend(causes: Sequence[Cause], wording: Wording) -> Iterator[Flowable]:
    for cause in causes:
        name = strong(f"{cause_name(cause, wording)}:")
        yield Text(joined((name, cause_about(cause, wording))), style.TINY)
