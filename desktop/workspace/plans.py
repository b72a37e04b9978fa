"""The plans of a workspace's cases, and what stands beside them."""

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.clock import today
from desktop.content.library import Library
from desktop.workspace.case import Case

if TYPE_CHECKING:
    from desktop.dossier import Situation
    from desktop.guidance import Guidance
    from desktop.planning import Plan, ReadyPlans
    from desktop.planning.quick_wins import QuickWin


class Plans:
    """Makes plans, and keeps those asked for last."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def ready(self) -> "ReadyPlans":
        """The plans asked for last."""
        from desktop.planning import ReadyPlans

        return ReadyPlans()

    def make(self, situation: "Situation", like: "Plan | None" = None) -> "Plan":
        """The best plan; runs the solver where it is not known yet, beginning with a plan it may be like."""
        return self.ready.make(situation.request, like.keys if like else ())

    def at_once(self, situation: "Situation", like: "Plan | None" = None) -> "Plan":
        """The best plan where it is known, else a good one within a blink; `is_optimal` says which."""
        return self.ready.at_once(situation.request, like.keys if like else ())

    def guidance(self, case: Case, plan: "Plan") -> "Guidance":
        """Where to go with a plan, as known today."""
        from desktop.guidance import guide, needs_of

        needs = needs_of(plan, self._library.catalogue, case.company)
        return guide(self._library.network, case.company, needs, today())

    def quick_wins(self, situation: "Situation") -> "tuple[QuickWin, ...]":
        """What the company can do by itself, the most valuable for the time first."""
        from desktop.dossier import quick_wins

        return quick_wins(situation)
