"""The gaps, the answers behind each of them, and what in this plan closes it."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.dossier import Dossier
from desktop.dossier.course_reasons import courses_together, lifts
from desktop.planning import Need
from desktop.planning.priorities import by_urgency
from desktop.report import style, terms
from desktop.report.answer_words import evidence_in_words
from desktop.report.brevity import is_first_look, is_long
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
from desktop.report.level_chart import level_squares
from desktop.report.palette import LIGHT
from desktop.report.sizes import LargestThatFits, Stack
from desktop.text import Wording

_MOST, _MOST_OF_MANY, _MOST_IN_SHORT = 8, 6, 4
_MORE = 4  # of them, where the page has room
_REASONS_SHOWN = 2
_NAMES, _CLOSES = 0.25, 0.2


def gap_table(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """A row for each of the most urgent gaps, the others by name; nothing where there is none."""
    needs = by_urgency(dossier.plan.needs)
    if not needs:
        return []
    most = _MOST_IN_SHORT if is_first_look(dossier) else _MOST_OF_MANY if is_long(dossier) else _MOST
    more = 0 if is_first_look(dossier) else _MORE
    rows = [_row(need, dossier, wording) for need in needs[: most + more]]
    heading = Heading.of(wording("The gaps, and the answers behind them"), style.SECTION, "behind", 1)
    lead = wording(
        "Filled squares are the level of today, empty ones the way to the level you need, out of 4."
    )
    opening: list[Flowable] = [heading, Text(lead, style.SMALL_MUTED), Spacer(1, 2)]
    room = height_of(opening) + height_of_beginning(_table(rows[:most], wording))
    sizes = [
        Stack([_table(rows[:count], wording), *_others(needs[count:], dossier, wording)])
        for count in range(len(rows), min(most, len(rows)) - 1, -1)
    ]
    return [CondPageBreak(min(room, style.HEIGHT)), *opening, LargestThatFits(sizes)]


def _table(rows: Sequence[Sequence[object]], wording: Wording) -> Grid:
    labels = (wording("Competence"), wording("What you answered"), wording("What closes it"))
    told = 1 - _NAMES - _CLOSES
    return grid(
        [[Text(label, style.LABEL) for label in labels], *rows],
        [style.WIDTH * share for share in (_NAMES, told, _CLOSES)],
        lined(),
        ("RIGHTPADDING", (0, 0), (1, -1), 12),
        ("RIGHTPADDING", (2, 0), (2, -1), 0),
        repeatRows=1,
        reads="named rows",
    )


def _others(needs: tuple[Need, ...], dossier: Dossier, wording: Wording) -> Iterator[Flowable]:
    if needs:
        names = "; ".join(
            f"{terms.competence_name(need.competence, dossier, wording.language)} "
            f"({wording('{low} to {high}', low=need.level, high=need.target)})"
            for need in needs
        )
        yield Spacer(1, 3)
        yield Text(wording("Less urgent: {names}.", names=names), style.TINY)


def _row(need: Need, dossier: Dossier, wording: Wording) -> list[Flowable | list[Flowable]]:
    name = terms.competence_name(need.competence, dossier, wording.language)
    levels = wording("level {level} of 4 now, goal {target}", level=need.level, target=need.target)
    found = dossier.competences.get(need.competence)
    behind = found.weak_evidence(need.level + 1)[:_REASONS_SHOWN] if found else ()
    said = list(evidence_in_words(behind, dossier, wording)) or [wording("No answer tells about it yet.")]
    return [
        [
            Text(name, style.SMALL_STRONG),
            Figure(level_squares(need.level, need.target, LIGHT), f"{name}: {levels}"),
        ],
        [Text(line, style.TINY) for line in said],
        [Text(line, style.TINY) for line in _closing(need, dossier, wording)],
    ]


def _closing(need: Need, dossier: Dossier, wording: Wording) -> Iterator[str]:
    """The numbers of the quick wins and courses that raise it, else that it stays open."""
    name = need.competence
    wins = [number for number, win in enumerate(dossier.quick_wins, 1) if win.need.competence == name]
    cards = enumerate(courses_together(dossier.plan), 1)
    courses = [number for number, card in cards if any(lift[0] == name for lift in lifts(card))]
    is_open = any(gap.competence == name for gap in dossier.plan.open_gaps)
    if wins:
        numbers = ", ".join(map(str, wins))
        yield wording.plural("Quick win {numbers}", "Quick wins {numbers}", len(wins), numbers=numbers)
    if courses:
        numbers = ", ".join(map(str, courses))
        yield wording.plural("Course {numbers}", "Courses {numbers}", len(courses), numbers=numbers)
    if is_open:
        yield wording("A part stays open") if wins or courses else wording("Stays open in this plan")
