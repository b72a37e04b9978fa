"""The plans kept for comparing: limits under names, whose plans are made anew from today's answers."""

import re

from desktop.content.company import Constraints, without_controls
from desktop.errors import SestanteError
from desktop.storage import KeptPlan
from desktop.text import say
from desktop.workspace.case import Case
from desktop.workspace.stores import Stores

LONGEST_NAME = 60
MOST_KEPT = 6
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # they would turn round the words beside the name
_NO_NAME = say("Give the plan a name; it only has to tell it apart from the others.")
_TAKEN = say("Another plan is already called “{name}”; add a word or a number.")
_TOO_MANY = say("{count} plans are kept already; delete one to keep another.")


class KeptPlans:
    """The kept plans of a workspace's cases. Every save has been written to disk when it returns."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores

    def of(self, case: Case) -> tuple[KeptPlan, ...]:
        """The plans kept in a case, the oldest first."""
        return self._stores.reader.kept_plans(case.id)

    def keep(self, case: Case, name: str, constraints: Constraints) -> None:
        """Keep limits under a name; SestanteError where it is empty or taken, or there are too many."""
        chosen = without_controls(_TURNS.sub("", name))[:LONGEST_NAME].strip()
        kept = self.of(case)
        if not any(letter.isprintable() for letter in chosen):
            raise SestanteError(_NO_NAME)
        if any(each.name.casefold() == chosen.casefold() for each in kept):
            raise SestanteError(_TAKEN, name=chosen)
        if len(kept) >= MOST_KEPT:
            raise SestanteError(_TOO_MANY, count=MOST_KEPT)
        self._stores.kept_plans.keep(case.id, chosen, constraints)

    def delete(self, case: Case, kept_id: int) -> None:
        """Forget a kept plan."""
        self._stores.kept_plans.delete(case.id, kept_id)
