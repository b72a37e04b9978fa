"""The plan in numbers: courses, hours of each role, euros, and what it brings."""

from collections.abc import Iterator

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import ROLES
from desktop.report.prices import prices_to_confirm
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.plan.work import Solved, share_of


class TotalsCard(QFrame):
    """The numbers of a plan in one line."""

    def __init__(self, solved: Solved, catalogue: Catalogue, look: Look) -> None:
        super().__init__()
        plan = solved.plan
        self._wording = look.wording
        self._roles = catalogue.competence_text(look.wording.language).roles
        self.setProperty("kind", "card")
        self.setObjectName("plan-totals")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(28)
        for figure, meaning in self._figures(solved):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(label(figure, "title", wraps=False))
            cell.addWidget(label(meaning, "small", "muted", wraps=False))
            row.addLayout(cell)
        row.addStretch(1)
        column.addLayout(row)
        if uncertain := prices_to_confirm(plan, self._wording):
            column.addWidget(label(uncertain, "small", "muted"))

    def _figures(self, solved: Solved) -> Iterator[tuple[str, str]]:
        say, plan = self._wording, solved.plan
        courses = len({planned.course.id for planned in plan.courses})
        yield say.number(courses), say.plural("course", "courses", courses)
        yield say.euro(plan.cost_eur), say("in all")
        for role in ROLES:
            people = [planned.people for planned in plan.courses if planned.role == role]
            if people:
                name = self._roles.get(role, role)
                each = say("{role}, each", role=name) if max(people) > 1 else name
                yield say("{hours} h", hours=say.number(plan.hours(role), 1)), each
        share = 100 * share_of(plan.value, solved.whole)
        yield say("{percent}%", percent=say.number(share)), say("of the possible improvement")
