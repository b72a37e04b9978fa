"""The desk while one person answers: what is read and saved is hers or his, the place is not remembered."""

from dataclasses import replace

from typing_extensions import override

from desktop.ui.desk import Desk
from desktop.workspace import Case, Place


class PersonDesk(Desk):
    """A desk for the pages that ask, with the case as one person answers it; errors are told by the other."""

    def __init__(self, desk: Desk, case: Case) -> None:
        super().__init__(desk.workspace)
        self.unsaved = desk.unsaved
        self.case = case
        self.protection = desk.protection
        self.save_failed.connect(desk.save_failed)

    @override
    def save_place(self, place: Place) -> None:
        self.case = replace(self.open_case, place=place)
