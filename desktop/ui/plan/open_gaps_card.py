"""What no course of the plan covers, and why."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.content.catalogue import Catalogue
from desktop.planning import OpenGap
from desktop.report.terms import reason_in_words
from desktop.ui.look import Look
from desktop.ui.pieces import label


class OpenGapsCard(QFrame):
    """Each reason with the competences that stay open because of it."""

    def __init__(self, gaps: tuple[OpenGap, ...], catalogue: Catalogue, look: Look) -> None:
        super().__init__()
        texts = catalogue.competence_text(look.wording.language)
        self.setProperty("kind", "card")
        self.setObjectName("open-gaps")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(2)
        column.addWidget(label(look.wording("What stays open"), "heading"))
        reasons: dict[str, list[str]] = {}
        for gap in gaps:
            name = look.wording(
                "{competence}, level {level}",
                competence=texts.competences[gap.competence].name,
                level=gap.level,
            )
            reasons.setdefault(reason_in_words(gap, look.wording), []).append(name)
        for reason, names in reasons.items():
            column.addSpacing(6)
            column.addWidget(label("; ".join(names), "strong"))
            column.addWidget(label(reason, "small", "muted"))
