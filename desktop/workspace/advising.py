"""The advising of a hub: who looks after which company, what fits it, and what experts tell it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from desktop.advising import Engagement, ExpertRemark, needs_left, proposed_engagement
from desktop.content.company import without_controls
from desktop.content.library import Library
from desktop.planning.stakes import weigh
from desktop.searching import folded
from desktop.storage.engagement_store import EngagedCompany
from desktop.workspace.advice import Advice, Known, advise
from desktop.workspace.case import Case
from desktop.workspace.plans import Plans
from desktop.workspace.stores import Stores

if TYPE_CHECKING:
    from desktop.dossier import Situation

LONGEST_REMARK = 2000
_LONGEST_NAME = 200


class AdvisedCompany(msgspec.Struct, frozen=True, gc=False):
    """A company in the list of the advised, how many remarks experts wrote about it, what it is found by."""

    row: EngagedCompany
    remarks: int
    key: str


class Advising:
    """The advised companies of a workspace. Every save has been written to disk when it returns."""

    def __init__(
        self,
        library: Library,
        stores: Stores,
        load: Callable[[int], Case],
        situation: "Callable[[Case], Situation]",
    ) -> None:
        self._library = library
        self._stores = stores
        self._load = load
        self._situation = situation
        self._plans = Plans(library)
        self._before: Mapping[int, Engagement] = {}

    def companies(self) -> tuple[AdvisedCompany, ...]:
        """All companies but those put away, by name; call it in a worker thread."""
        counts = self._stores.hub.expert_remarks.counts()
        rows = self._stores.engagements.companies()
        return tuple(AdvisedCompany(row, counts.get(row.id, 0), _key_of(row)) for row in rows)

    def workload(self) -> Mapping[str, int]:
        """How many companies look to each of the hub's people, by id or name."""
        given = self._stores.engagements.given()
        return Counter(person for engagement in given for person in engagement.people)

    def advice(self, case_id: int) -> Advice:
        """What the hub can do for a company; runs the solver, so call it in a worker thread."""
        case = self._load(case_id)
        situation = self._situation(case)
        plan = self._plans.make(situation)
        known = Known(
            case.company_id,
            self._stores.hub.services.of_company(case.company_id),
            self.workload(),
            frozenset(self._unknown(situation)),
            self._stores.engagements.of(case.company_id),
        )
        guidance = self._plans.guidance(case, plan)
        return advise(self._library, case.company, known, plan, guidance)

    def _unknown(self, situation: "Situation") -> Iterator[str]:
        catalogue, found = self._library.catalogue, situation.competences
        for name in catalogue.competences:
            is_known = name in found and found[name].level is not None
            if not is_known and catalogue.target_level(name, situation.company) > 0:
                yield name

    def propose(self, companies: Mapping[int, int]) -> Mapping[int, Engagement]:
        """Who should look after companies, by province and needs; work is spread evenly.

        `companies` are numbers with those of their latest rounds. Takes some 20 ms each: call it in a worker
        thread.
        """
        load, found = Counter(self.workload()), dict[int, Engagement]()
        for number in sorted(companies):
            situation = self._situation(self._load(companies[number]))
            needs = needs_left(weigh(situation.request).needs, self._library.catalogue)
            proposed = proposed_engagement(self._library.hub_desk, situation.company, needs, load)
            found[number] = proposed
            load.update(proposed.people)
        return found

    def assign(self, wanted: Mapping[int, Engagement]) -> int:
        """Say who looks after companies; how many changed. StorageError where one is gone."""
        before = self._stores.engagements.assign(wanted)
        changed = {number: was for number, was in before.items() if was != wanted[number]}
        self._before = changed or self._before
        return len(changed)

    @property
    def can_undo(self) -> bool:
        """Whether there is an assignment to be taken back."""
        return bool(self._before)

    def undo(self) -> int:
        """Take the last assignment back; of how many companies. StorageError where one is gone."""
        back = self._before
        if back:
            self._stores.engagements.assign(back)
        self._before = {}
        return len(back)

    def remarks(self, case_id: int) -> tuple[ExpertRemark, ...]:
        """What experts told a company in a round, the first remark first."""
        return self._stores.hub.expert_remarks.of(case_id)

    def save_remark(self, case_id: int, remark: ExpertRemark) -> str:
        """Write a remark down, or replace the one of its UUID; its UUID comes back."""
        return self._stores.hub.expert_remarks.save(case_id, cleaned(remark))

    def remove_remark(self, uid: str) -> None:
        """Take a remark away."""
        self._stores.hub.expert_remarks.remove(uid)


def _key_of(row: EngagedCompany) -> str:
    return folded(f"{row.name}\n{row.vat}\n{row.province}")


def cleaned(remark: ExpertRemark) -> ExpertRemark:
    """A remark as results can carry it: without control characters, no longer than they allow."""
    text = "\n".join(map(without_controls, remark.text.splitlines())).strip()[:LONGEST_REMARK]
    return replace(remark, text=text, by=without_controls(remark.by)[:_LONGEST_NAME])
