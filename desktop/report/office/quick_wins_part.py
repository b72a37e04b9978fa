"""The quick wins as a list to tick off, with room for who and by when."""

from collections.abc import Iterator
from datetime import date

from desktop.dossier import Dossier
from desktop.dossier.quick_win_days import suggested_days
from desktop.dossier.quick_wins import answers_behind
from desktop.planning.quick_wins import QuickWin
from desktop.report import terms
from desktop.report.advice_words import effort_in_words, source_in_words, total_in_words
from desktop.report.answer_words import evidence_in_words
from desktop.report.office.blocks import Block, Cell, Heading, Line, Table, cell, link, muted, strong, told
from desktop.report.step_words import state_of_win
from desktop.text import Wording

_WIDTHS = (0.06, 0.62, 0.18, 0.14)
_REASONS_SHOWN = 1


def quick_wins_part(dossier: Dossier, wording: Wording) -> Iterator[Block]:
    """A row for each quick win; nothing where there is none."""
    wins = dossier.quick_wins
    if not wins:
        return
    title = wording("Quick wins: do them first")
    yield Heading(title, 1)
    yield Line(
        (
            wording(
                "What you can do on your own, without a course and at little or no cost: {time} in all, "
                "the three priorities first, then what brings most for the time. Write down who and by "
                "when, and tick it off.",
                time=total_in_words((win.action for win in wins), wording),
            ),
        )
    )
    head = ("\N{CHECK MARK}", wording("What to do"), wording("Who does it"), wording("By when"))
    days = suggested_days(wins, dossier.constraints, dossier.plan.start)
    rows = tuple(
        (_box(win, dossier), _what(win, dossier, wording), (), _when(day, wording))
        for win, day in zip(wins, days, strict=True)
    )
    yield Table(head, rows, _WIDTHS, title)


def _box(win: QuickWin, dossier: Dossier) -> Cell:
    is_done = state_of_win(win, dossier) == "done"
    return (Line(("",), "Table Text", has_box=True, is_ticked=is_done),)


def _when(day: date, wording: Wording) -> Cell:
    """The date suggested, to be kept or written over."""
    return cell(muted(" ".join((wording("suggested:"), wording.short_date(day)))))


def _what(win: QuickWin, dossier: Dossier, wording: Wording) -> Cell:
    action = win.action
    text = dossier.library.catalogue.advice.action_text(action.id, wording.language)
    role = terms.role_name(action.role, dossier, wording.language)
    source = action.source
    return cell(
        strong(text.title),
        muted(effort_in_words(action, role, wording)),
        *(Line((step,), "List Number") for step in text.steps),
        told(strong(wording("Done when:")), f" {text.proof}"),
        told(strong(wording("Why:")), f" {text.why}"),
        *(told(strong(wording("Because you said:")), f" {said}") for said in said_of(win, dossier, wording)),
        link(source_in_words(source, wording), source.url) if source else "",
    )


def said_of(win: QuickWin, dossier: Dossier, wording: Wording) -> Iterator[str]:
    """The answers that ask for a quick win."""
    behind = answers_behind(win, dossier.competences, dossier.library.questionnaires, _REASONS_SHOWN)
    yield from evidence_in_words(behind, dossier, wording)
