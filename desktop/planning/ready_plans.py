"""Plans kept ready: what was asked before is answered from memory, what may be asked next is made ahead."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable
from threading import Lock

from msgspec.structs import replace

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.files.decoding import to_json
from desktop.planning.choosing.candidates import Key
from desktop.planning.making import draft_plan, prove_plan
from desktop.planning.plan import Plan
from desktop.planning.request import PlanRequest

MOST_PLANS = 500


class ReadyPlans:
    """The plans asked for last, at most so many, of one catalogue; threads may share it."""

    def __init__(self, most: int = MOST_PLANS) -> None:
        self._most = most
        self._lock = Lock()
        self._catalogue: Catalogue | None = None
        self._plans: OrderedDict[str, Plan] = OrderedDict()

    def known(self, request: PlanRequest) -> Plan | None:
        """The plan made for an equal request, if it is still remembered."""
        key = key_of(request)
        with self._lock:
            if self._catalogue is not request.catalogue or key not in self._plans:
                return None
            self._plans.move_to_end(key)
            return self._plans[key]

    def make(self, request: PlanRequest, like: Collection[Key] = ()) -> Plan:
        """The best plan, as `prove_plan` makes it; at once where it is known."""
        found = self.known(request)
        if found is None:
            found = prove_plan(request, like)
            self._remember(request, found)
        return found

    def at_once(self, request: PlanRequest, like: Collection[Key] = ()) -> Plan:
        """The best plan where it is known, else a good one, as `draft_plan` makes it."""
        return self.known(request) or draft_plan(request, like)

    def make_ahead(self, requests: Iterable[PlanRequest], is_wanted: Callable[[], bool]) -> None:
        """Make plans nobody waits for yet, one after the other for as long as they are wanted."""
        like: Collection[Key] = ()
        for request in requests:
            if not is_wanted():
                return
            like = self.make(request, like).keys

    def _remember(self, request: PlanRequest, plan: Plan) -> None:
        with self._lock:
            if self._catalogue is not request.catalogue:
                self._catalogue = request.catalogue
                self._plans.clear()
            self._plans[key_of(request)] = plan
            while len(self._plans) > self._most:
                self._plans.popitem(last=False)


def key_of(request: PlanRequest) -> str:
    """All that a plan depends on besides the catalogue, as text."""
    limits, people = request.constraints, dict(request.people)
    others = replace(limits, people=None, hours_per_week={}, start=None)
    hours = {role: limits.hours(role) for role in people}
    levels = dict(request.levels), dict(request.role_levels)
    return to_json((request.company, others, people, hours, request.first_day, *levels))
