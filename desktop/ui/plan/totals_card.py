"""The plan in numbers: courses, hours of each role, euros, and that no better plan exists."""

from collections.abc import Iterator

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.content.catalogue import Catalogue
from desktop.content.catalogue_file import ROLES
from desktop.planning import Plan
from desktop.report.prices import prices_to_confirm
from desktop.ui.look import Look
from desktop.ui.pieces import label


class TotalsCard(QFrame):
    """The numbers of a plan in one line, and what is proven about it."""

    def __init__(self, plan: Plan, catalogue: Catalogue, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._roles = catalogue.competence_text(look.wording.language).roles
        self.setProperty("kind", "card")
        self.setObjectName("plan-totals")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(28)
        for figure, meaning in self._figures(plan):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(label(figure, "title", wraps=False))
            cell.addWidget(label(meaning, "small", "muted", wraps=False))
            row.addLayout(cell)
        row.addStretch(1)
        column.addLayout(row)
        if uncertain := prices_to_confirm(plan, self._wording):
            column.addWidget(label(uncertain, "small", "muted"))
        column.addWidget(label(self._proof(plan), "small", "good" if plan.is_optimal else "muted"))

    def _figures(self, plan: Plan) -> Iterator[tuple[str, str]]:
        say = self._wording
        courses = len({planned.course.id for planned in plan.courses})
        yield say.number(courses), say.plural("course", "courses", courses)
        yield say.euro(plan.cost_eur), say("in all")
        for role in ROLES:
            people = [planned.people for planned in plan.courses if planned.role == role]
            if people:
                name = self._roles.get(role, role)
                each = say("{role}, each", role=name) if max(people) > 1 else name
                yield say("{hours} h", hours=say.number(plan.hours(role), 1)), each

    def _proof(self, plan: Plan) -> str:
        if plan.is_optimal:
            return self._wording("Proven: within these limits no better plan exists.")
        return self._wording("A good plan; the search for a better one was stopped before its end.")
