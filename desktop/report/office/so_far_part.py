"""What has been done of the plan so far."""

from collections.abc import Iterator

from desktop.dossier import Dossier
from desktop.dossier.steps import PlanStep
from desktop.report.office.blocks import Block, Heading, Line, Words, bullets, muted, strong
from desktop.report.step_words import progress_in_words, state_in_words, told_steps
from desktop.text import Wording


def so_far_part(dossier: Dossier, wording: Wording) -> Iterator[Block]:
    """How many steps are done, then each of which something is known; nothing where nothing was begun."""
    counted = progress_in_words(dossier, wording)
    if not counted:
        return
    yield Heading(wording("What has been done so far"), 1)
    yield Line((f"{counted}.",))
    yield from bullets(_words(title, step, wording) for title, step in told_steps(dossier, wording))


def _words(title: str, step: PlanStep, wording: Wording) -> tuple[Words, ...]:
    state = strong(f"{state_in_words(step.state, wording)}: ")
    return (state, title, muted(f" · {step.note}")) if step.note else (state, title)
