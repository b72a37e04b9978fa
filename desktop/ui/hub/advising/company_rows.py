"""The advised companies as a table."""

from desktop.report.advising_words import AdviceWords
from desktop.text import Wording
from desktop.ui.hub.several_rows import Room, SeveralRows
from desktop.ui.row_table import Column
from desktop.workspace.advising import AdvisedCompany

_ROOM = Room((90, 170, 130, 130, 86, 104), (6, 2, 5, 1))


class CompanyRows(SeveralRows[AdvisedCompany]):
    """Name, province, who looks after it, services not done yet, remarks."""

    def __init__(self, words: AdviceWords, say: Wording) -> None:
        self._words, self._wording = words, say
        super().__init__(self._declared(), _number_of, "advised-list", say("Companies"), _ROOM)

    def _declared(self) -> tuple[Column[AdvisedCompany], ...]:
        say = self._wording
        return (
            Column(say("Company"), _name_of, _sorted_name),
            Column(say("Province"), _province_of, _province_of),
            Column(say("Office"), self._office_of, self._office_of),
            Column(say("Officer"), self._officer_of, self._officer_of),
            Column(say("Expert"), self._expert_of, self._expert_of),
            Column(say("Services"), self._services_of, _open_services_of),
            Column(say("Remarks"), self._remarks_of, _remark_count_of),
        )

    def _office_of(self, each: AdvisedCompany) -> str:
        return self._words.office(each.row.engagement.office)

    def _officer_of(self, each: AdvisedCompany) -> str:
        return self._words.person(each.row.engagement.officer)

    def _expert_of(self, each: AdvisedCompany) -> str:
        return self._words.person(each.row.engagement.expert)

    def _services_of(self, each: AdvisedCompany) -> str:
        return self._wording.number(each.row.open_services) if each.row.open_services else ""

    def _remarks_of(self, each: AdvisedCompany) -> str:
        return self._wording.number(each.remarks) if each.remarks else ""


def _number_of(each: AdvisedCompany) -> object:
    return each.row.id


def _name_of(each: AdvisedCompany) -> str:
    return each.row.name


def _sorted_name(each: AdvisedCompany) -> str:
    return each.key


def _province_of(each: AdvisedCompany) -> str:
    return each.row.province


def _open_services_of(each: AdvisedCompany) -> int:
    return each.row.open_services


def _remark_count_of(each: AdvisedCompany) -> int:
    return each.remarks
