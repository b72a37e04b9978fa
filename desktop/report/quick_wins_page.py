"""The quick wins as a list to tick off: what, how, who and by when."""

from collections.abc import Iterator, Sequence
from datetime import date

from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, Spacer

from desktop.dossier import Dossier
from desktop.dossier.quick_win_days import suggested_days
from desktop.planning.quick_wins import QuickWin
from desktop.report import style, terms
from desktop.report.advice_words import effort_in_words, source_in_words, total_in_words
from desktop.report.brevity import is_first_look
from desktop.report.flowables import (
    Heading,
    Text,
    grid,
    height_of,
    height_of_beginning,
    joined,
    lined,
    muted,
    strong,
)
from desktop.report.step_words import state_in_words, state_of_win
from desktop.report.tick_box import tick_box
from desktop.text import Wording

_BOX_COLUMN = 34.0
_WHO, _WHEN = 68.0, 76.0
_ROOM_TO_WRITE = 17.0
_MOST_IN_SHORT = 6


def quick_wins_page(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The list, a row for each quick win; nothing where there is none."""
    wins = dossier.quick_wins
    if not wins:
        return []
    heading = Heading.of(wording("Quick wins: do them first"), style.PAGE_TITLE, "quick-wins")
    time = total_in_words((win.action for win in wins), wording)
    shown = wins[: _MOST_IN_SHORT if is_first_look(dossier) else None]
    lead = Text(
        wording(
            "What you can do on your own, without a course and at little or no cost: {time} in all, the "
            "three priorities first, then what brings most for the time. Write down who does it, and tick "
            "it off.",
            time=time,
        ),
        style.BODY,
    )
    labels = (wording("Done"), wording("What to do"), wording("Who does it"), wording("By when"))
    rows: list[list[Flowable | list[Flowable]]] = [[Text(label, style.LABEL) for label in labels]]
    days = suggested_days(wins, dossier.constraints, dossier.plan.start)
    for number, (win, day) in enumerate(zip(shown, days, strict=False), 1):
        what = _what(number, win, dossier, wording)
        box = tick_box(wording, is_ticked=state_of_win(win, dossier) == "done")
        rows.append([box, what, _who(win, dossier, wording), _when(day, wording)])
    widths = (_BOX_COLUMN, style.WIDTH - _BOX_COLUMN - _WHO - _WHEN, _WHO, _WHEN)
    look = (("TOPPADDING", (0, 1), (-1, -1), 4), ("BOTTOMPADDING", (0, 1), (-1, -1), 4))
    table = grid(
        rows,
        widths,
        lined(),
        *look,
        ("RIGHTPADDING", (1, 0), (1, -1), 14),
        ("RIGHTPADDING", (2, 0), (2, -1), 12),
        ("RIGHTPADDING", (3, 0), (3, -1), 0),
        repeatRows=1,
        reads="rows",
    )
    opening = [heading, lead, Spacer(1, 4)]
    room = height_of(opening) + height_of_beginning(table)
    return [
        CondPageBreak(room),
        *opening,
        table,
        *_others(wins[len(shown) :], dossier, wording),
        Spacer(1, 4),
    ]


def _others(wins: Sequence[QuickWin], dossier: Dossier, wording: Wording) -> Iterator[Flowable]:
    """By their titles alone those that short paper has no room for."""
    if wins:
        advice = dossier.library.catalogue.advice
        names = "; ".join(advice.action_text(win.action.id, wording.language).title for win in wins)
        yield Spacer(1, 3)
        yield Text(wording("Next, explained in Sestante: {names}.", names=names), style.TINY)


def _what(number: int, win: QuickWin, dossier: Dossier, wording: Wording) -> list[Flowable]:
    action, library = win.action, dossier.library
    text = library.catalogue.advice.action_text(action.id, wording.language)
    steps = joined(f"{place}.\N{NO-BREAK SPACE}{step}" for place, step in enumerate(text.steps, 1))
    effort = effort_in_words(action, "", wording)
    state = state_of_win(win, dossier)
    told_state = "" if state == "open" else strong(state_in_words(state, wording))
    proof = (strong(wording("Done when:")), text.proof, strong(wording("Why:")), text.why)
    told: list[Flowable] = [
        Text(joined((strong(f"{number}. {text.title}"), muted(effort), told_state), "  ·  "), style.BODY),
        Text(steps, style.SMALL),
        Text(joined(proof), style.SMALL),
    ]
    if action.source:
        told.append(Text(source_in_words(action.source, wording), style.ADDRESS))
    return told


def _who(win: QuickWin, dossier: Dossier, wording: Wording) -> list[Flowable]:
    """A line for a name, over the role that is meant."""
    role = terms.role_name(win.action.role, dossier, wording.language)
    return [Spacer(1, _ROOM_TO_WRITE), _rule(), Text(role, style.TINY_MUTED)]


def _when(day: date, wording: Wording) -> list[Flowable]:
    """A line for a date, over the one suggested."""
    suggested = joined((muted(wording("suggested:")), wording.short_date(day)))
    return [Spacer(1, _ROOM_TO_WRITE), _rule(), Text(suggested, style.TINY)]


def _rule() -> Flowable:
    return HRFlowable(width="100%", thickness=0.6, color=style.MUTED, spaceBefore=0, spaceAfter=1)
