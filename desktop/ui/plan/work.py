"""What the page of the plan has worked out in a worker thread."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.content.company import Constraints
from desktop.planning import OpenGap, Plan
from desktop.planning.quick_wins import QuickWin
from desktop.text import Wording
from desktop.ui.plan.why import Why, answers_behind_wins, why_in_words
from desktop.workspace import Case, Workspace


@dataclass(frozen=True, slots=True)
class Solved:
    """The plan and what the company can do besides."""

    plan: Plan
    quick_wins: tuple[QuickWin, ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why each course is in the plan, the answers behind each quick win, by their ids; gaps with remedies.

    `limits` are those that all this is true for.
    """

    of_courses: Mapping[str, Why]
    of_wins: Mapping[str, tuple[str, ...]]
    open_gaps: tuple[OpenGap, ...] = ()
    limits: Constraints | None = None


NO_REASONS = Reasons({}, {})


def solved(workspace: Workspace, case: Case) -> Solved:
    """The plan of a case, and its quick wins."""
    return Solved(workspace.plan(case), workspace.quick_wins(case))


def explained(workspace: Workspace, case: Case, wording: Wording) -> Reasons:
    """The reasons behind the plan of a case; takes seconds."""
    dossier = workspace.dossier(case)
    wins = answers_behind_wins(dossier, wording)
    return Reasons(why_in_words(dossier, wording), wins, dossier.plan.open_gaps, case.constraints)
