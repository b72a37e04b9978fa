"""The quick wins as a list to tick off: what, how, who and by when."""

from reportlab.graphics.shapes import Drawing, Rect
from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, Spacer

from desktop.dossier import Dossier
from desktop.dossier.quick_wins import answers_behind
from desktop.planning.quick_wins import QuickWin
from desktop.report import style, terms
from desktop.report.advice_words import effort_in_words, source_in_words, total_in_words
from desktop.report.answer_words import evidence_in_words
from desktop.report.flowables import (
    Figure,
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

_BOX, _BOX_COLUMN, _LINES = 11.0, 22.0, 92.0
_ROOM_TO_WRITE = 13.0
_REASONS_SHOWN = 1


def quick_wins_page(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The list, a row for each quick win; nothing where there is none."""
    wins = dossier.quick_wins
    if not wins:
        return []
    heading = Heading.of(wording("Quick wins: this week"), style.PAGE_TITLE, "quick-wins")
    time = total_in_words((win.action for win in wins), wording)
    lead = Text(
        wording(
            "What you can do by yourselves, without a course and at little or no cost: {time} in all, "
            "the three priorities first, then what brings most for the time. "
            "Write down who and by when, and tick it off.",
            time=time,
        ),
        style.BODY,
    )
    rows = [[_box(wording), _what(win, dossier, wording), _blanks(wording)] for win in wins]
    widths = (_BOX_COLUMN, style.WIDTH - _BOX_COLUMN - _LINES, _LINES)
    look = (("TOPPADDING", (0, 0), (-1, -1), 6), ("BOTTOMPADDING", (0, 0), (-1, -1), 6))
    table = grid(rows, widths, lined(), *look, ("RIGHTPADDING", (1, 0), (1, -1), 16), reads="list")
    opening = [heading, lead, Spacer(1, 4)]
    return [CondPageBreak(height_of(opening) + height_of_beginning(table)), *opening, table, Spacer(1, 8)]


def _box(wording: Wording) -> Figure:
    drawing = Drawing(_BOX, _BOX + 1)
    square = Rect(0.5, 0.5, _BOX - 1, _BOX - 1, rx=2, ry=2, fillColor=None, strokeColor=style.ACCENT)
    square.strokeWidth = 1
    drawing.add(square)
    return Figure(drawing, wording("Box to tick"))


def _what(win: QuickWin, dossier: Dossier, wording: Wording) -> list[Flowable]:
    action = win.action
    text = dossier.library.catalogue.advice.action_text(action.id, wording.language)
    role = terms.role_name(action.role, dossier, wording.language)
    told: list[Flowable] = [
        Text(text.title, style.STRONG),
        Text(effort_in_words(action, role, wording), style.SMALL_MUTED),
        Spacer(1, 2),
        Text(
            joined(f"{number}.\N{NO-BREAK SPACE}{step}" for number, step in enumerate(text.steps, 1)),
            style.SMALL,
        ),
        Text(joined((strong(wording("Done when:")), text.proof)), style.SMALL),
        Text(joined((strong(wording("Why:")), text.why)), style.SMALL),
    ]
    library = dossier.library
    behind = answers_behind(win, dossier.competences, library.questionnaires, _REASONS_SHOWN)
    said = strong(wording("Because you said:"))
    told += [Text(joined((said, line)), style.SMALL) for line in evidence_in_words(behind, dossier, wording)]
    if action.source:
        told.append(Text(source_in_words(action.source, wording), style.ADDRESS))
    return told


def _blanks(wording: Wording) -> list[Flowable]:
    """Lines to write on: who, and by when."""
    told: list[Flowable] = []
    for label in (wording("Who does it"), wording("By when")):
        rule = HRFlowable(width="100%", thickness=0.5, color=style.MUTED, spaceBefore=0, spaceAfter=6)
        told += [Text(label, style.TINY_MUTED), Spacer(1, _ROOM_TO_WRITE), rule]
    return told
