"""What no course of the plan covers, and why."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.content.company import Company
from desktop.content.library import Library
from desktop.planning import OpenGap
from desktop.report.advice_words import request_in_words
from desktop.report.terms import reason_in_words
from desktop.ui.look import Look
from desktop.ui.pieces import label


class OpenGapsCard(QFrame):
    """Each reason with the competences that stay open because of it, and what to ask the hub for."""

    def __init__(self, gaps: tuple[OpenGap, ...], library: Library, company: Company, look: Look) -> None:
        super().__init__()
        texts = library.catalogue.competence_text(look.wording.language)
        self.setProperty("kind", "card")
        self.setObjectName("open-gaps")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(2)
        column.addWidget(label(look.wording("What stays open"), "heading"))
        reasons: dict[str, list[OpenGap]] = {}
        for gap in gaps:
            reasons.setdefault(reason_in_words(gap, look.wording), []).append(gap)
        for reason, alike in reasons.items():
            names = [
                look.wording(
                    "{competence}, level {level}",
                    competence=texts.competences[gap.competence].name,
                    level=gap.level,
                )
                for gap in alike
            ]
            column.addSpacing(6)
            column.addWidget(label("; ".join(names), "strong"))
            column.addWidget(label(reason, "small", "muted"))
            if request := request_in_words(alike, library, company, look.wording):
                column.addWidget(label(request, "small"))
