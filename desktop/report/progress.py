"""Then and now: what changed since the round before, and what cannot be compared."""

from collections.abc import Iterable, Sequence

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.dossier import Dossier
from desktop.dossier.progress import last_round, progress_since
from desktop.report import style
from desktop.report.change_causes import change_causes
from desktop.report.flowables import (
    Figure,
    Grid,
    Heading,
    Text,
    grid,
    height_of,
    height_of_beginning,
    lined,
)
from desktop.report.palette import LIGHT
from desktop.report.progress_chart import dumbbell
from desktop.report.progress_words import (
    Named,
    cautions,
    figures,
    in_short,
    left_out_in_words,
    named_changes,
    named_competences,
    other_competences_in_words,
)
from desktop.text import Wording

_CHART, _FIGURE = 150.0, 44.0
_SCORES, _LEVELS = 100, 4
_LABEL_RIGHT = ParagraphStyle("label right", style.LABEL, alignment=TA_RIGHT)


def progress(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The section; nothing where there is no earlier round."""
    earlier = last_round(dossier)
    if earlier is None:
        return []
    found = progress_since(earlier, dossier)
    since = wording(
        "{earlier} was answered on {date}; this assessment is {stage}. Hollow marks show the earlier "
        "assessment, filled ones this one.",
        earlier=earlier.stage,
        date=wording.date(earlier.answered_on),
        stage=dossier.stage,
    )
    opening: list[Flowable] = [
        Heading.of(wording("Then and now"), style.PAGE_TITLE, "progress"),
        Text(since, style.BODY),
        *(Text(line, style.BODY) for line in in_short(found, dossier, wording)),
    ]
    content: list[Flowable] = []
    for each in found.questionnaires:
        title = each.now.questionnaire.text(wording.language).title
        table = _table(named_changes(each, wording), _SCORES, (earlier.stage, dossier.stage), wording)
        key = f"progress-{each.now.questionnaire.id}"
        content += _part(opening, Heading.of(title, style.SECTION, key, 1), table)
        content += [Text(line, style.TINY_MUTED) for line in cautions(each, wording)]
        opening = []
    if found.competences:
        heading = Heading.of(wording("Competences"), style.SECTION, "progress-competences", 1)
        named = named_competences(found, dossier, wording)
        table = _table(named, _LEVELS, (earlier.stage, dossier.stage), wording)
        content += _part(opening, heading, table) if named else [*opening, heading]
        content += [Text(line, style.TINY) for line in other_competences_in_words(found, dossier, wording)]
        opening = []
    return [
        *content,
        *opening,
        *change_causes(earlier, dossier.stage, wording),
        *(Text(line, style.TINY_MUTED) for line in left_out_in_words(found, dossier, wording)),
    ]


def _part(opening: Sequence[Flowable], heading: Heading, table: Grid) -> list[Flowable]:
    whole = [*opening, heading]
    room = height_of(whole) + height_of_beginning(table)
    return [CondPageBreak(min(room, style.HEIGHT)), *whole, table, Spacer(1, 2)]


def _table(changes: Iterable[Named], most: int, rounds: tuple[str, str], wording: Wording) -> Grid:
    """A row for each value: its name, the marks, then, now, and the difference."""
    scale = wording("From 0 to {most}", most=most)
    names = [Text(label, style.LABEL) for label in (wording("Name"), scale)]
    heads = [Text(label, _LABEL_RIGHT) for label in (*rounds, wording("Difference"))]
    rows: list[list[Flowable]] = [[*names, *heads]]
    for named in changes:
        then, now, difference = figures(named.change, wording)
        said = difference or wording("not comparable")
        alternative = f"{named.name}: {wording('{low} to {high}', low=then, high=now)}"
        rows.append(
            [
                Text(named.name, style.SMALL),
                Figure(dumbbell(named.change, LIGHT, _CHART, most), alternative),
                Text(then, style.SMALL_RIGHT),
                Text(now, style.SMALL_STRONG_RIGHT),
                Text(said, style.SMALL_STRONG_RIGHT if difference else style.TINY_RIGHT),
            ]
        )
    last = 84.0
    widths = (style.WIDTH - _CHART - 14 - 2 * _FIGURE - last, _CHART + 14, _FIGURE, _FIGURE, last)
    tight = (("TOPPADDING", (0, 0), (-1, -1), 1.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5))
    flush = ("RIGHTPADDING", (2, 0), (4, -1), 0)
    return grid(rows, widths, lined(), *tight, flush, repeatRows=1, reads="named rows")
