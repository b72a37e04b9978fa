"""What no course of the plan covers, and why."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.content.catalogue import Catalogue
from desktop.planning import Plan
from desktop.report.terms import reason_in_words
from desktop.ui.look import Look
from desktop.ui.pieces import label


class OpenGapsCard(QFrame):
    """Each open gap with its reason."""

    def __init__(self, plan: Plan, catalogue: Catalogue, look: Look) -> None:
        super().__init__()
        texts = catalogue.competence_text(look.wording.language)
        self.setProperty("kind", "card")
        self.setObjectName("open-gaps")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(4)
        column.addWidget(label(look.wording("What stays open"), "heading"))
        for gap in plan.open_gaps:
            name = look.wording(
                "{competence}, level {level}",
                competence=texts.competences[gap.competence].name,
                level=gap.level,
            )
            column.addSpacing(4)
            column.addWidget(label(name, "strong"))
            column.addWidget(label(reason_in_words(gap, look.wording), "small", "muted"))
