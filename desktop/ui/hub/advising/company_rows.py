"""The advised companies as a table, by getters in C: a function for each of 80,000 rows is felt."""

from operator import attrgetter

from desktop.content.networks.hub_desk import HubDesk
from desktop.report.advising_words import AdviceWords
from desktop.text import Wording
from desktop.ui.hub.several_rows import Room, SeveralRows
from desktop.ui.row_table import Column
from desktop.workspace.advising import AdvisedCompany

_ROOM = Room((96, 176, 124, 124, 84, 118), (6, 2, 5, 1))


class CompanyRows(SeveralRows[AdvisedCompany]):
    """Name, province, who looks after it, services not done yet, remarks.

    That the hub's file does not know somebody is said where the mouse rests: there is room for the id alone.
    """

    def __init__(self, hub: HubDesk, words: AdviceWords, say: Wording) -> None:
        self._hub, self._words, self._wording = hub, words, say
        super().__init__(self._declared(), attrgetter("row.id"), "advised-list", say("Companies"), _ROOM)

    def _declared(self) -> tuple[Column[AdvisedCompany], ...]:
        say = self._wording
        return (
            Column(say("Company"), attrgetter("row.name"), attrgetter("key")),
            Column(say("Province"), attrgetter("row.province"), attrgetter("row.province")),
            Column(say("Office"), self._office, self._office, all_of_it=self._whole_office),
            Column(say("Officer"), self._officer, self._officer, all_of_it=self._whole_officer),
            Column(say("Expert"), self._expert, self._expert, all_of_it=self._whole_expert),
            Column(say("Services"), self._services_of, attrgetter("row.open_services"), is_number=True),
            Column(say("Remarks"), self._remarks_of, attrgetter("remarks"), is_number=True),
        )

    def _office(self, each: AdvisedCompany) -> str:
        return self._hub.office_name(each.row.engagement.office)

    def _officer(self, each: AdvisedCompany) -> str:
        return self._hub.person_name(each.row.engagement.officer)

    def _expert(self, each: AdvisedCompany) -> str:
        return self._hub.person_name(each.row.engagement.expert)

    def _whole_office(self, each: AdvisedCompany) -> str:
        return self._words.office(each.row.engagement.office)

    def _whole_officer(self, each: AdvisedCompany) -> str:
        return self._words.person(each.row.engagement.officer)

    def _whole_expert(self, each: AdvisedCompany) -> str:
        return self._words.person(each.row.engagement.expert)

    def _services_of(self, each: AdvisedCompany) -> str:
        return self._wording.number(each.row.open_services) if each.row.open_services else ""

    def _remarks_of(self, each: AdvisedCompany) -> str:
        return self._wording.number(each.remarks) if each.remarks else ""
