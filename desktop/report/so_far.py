"""What has been done of the plan so far: how many steps, and each of which something is known."""

from collections.abc import Iterator

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.dossier import Dossier
from desktop.dossier.steps import PlanStep
from desktop.report import style
from desktop.report.flowables import Heading, Text, height_of, joined, listed, muted, strong
from desktop.report.step_words import progress_in_words, state_in_words, told_steps
from desktop.text import Wording


def so_far(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """A line that counts, then a line for each step; nothing where nothing was begun."""
    counted = progress_in_words(dossier, wording)
    if not counted:
        return []
    heading = Heading.of(wording("What has been done so far"), style.SECTION, "so-far", 1)
    lines = listed(_lines(dossier, wording))
    opening = [heading, Text(f"{counted}.", style.BODY), Spacer(1, 2)]
    return [CondPageBreak(height_of([*opening, *lines[:2]])), *opening, *lines, Spacer(1, 9)]


def _lines(dossier: Dossier, wording: Wording) -> Iterator[Text]:
    for title, step in told_steps(dossier, wording):
        yield Text(joined(_parts(title, step, wording), "  ·  "), style.SMALL)


def _parts(title: str, step: PlanStep, wording: Wording) -> Iterator[str]:
    yield strong(state_in_words(step.state, wording))
    yield title
    if step.note:
        yield muted(" ".join(step.note.split()))
