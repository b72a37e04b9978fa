"""How far apart those are who answered for themselves: what stands out, then a line for each competence."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import Company
from desktop.dossier import PeopleRow, people_by_role, people_rows, standing_out
from desktop.report.people_words import below_in_words, privacy_in_words
from desktop.scores import CompetenceSpread
from desktop.ui.look import Look
from desktop.ui.pieces import label, rule
from desktop.ui.results.people_line import NAME_SHARE, PeopleLine

_TOLD = 3  # sentences on what stands out
_NAMES = round(100 * NAME_SHARE)


class PeopleCard(QFrame):
    """Levels by role; nobody's name stands here."""

    def __init__(
        self, catalogue: Catalogue, spreads: Mapping[str, CompetenceSpread], company: Company, look: Look
    ) -> None:
        super().__init__()
        self._look = look
        self._wording = look.wording
        self._texts = catalogue.competence_text(look.wording.language)
        self._areas = {name: entry.area for name, entry in catalogue.competences.items()}
        self.setProperty("kind", "card")
        self.setObjectName("people-card")
        counts = people_by_role(spreads)
        roles = {role: self._texts.roles.get(role, role) for role in counts}
        rows = people_rows(catalogue, spreads, company)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 20)
        column.setSpacing(6)
        column.addWidget(label(self._wording("The people"), "heading"))
        column.addWidget(label(privacy_in_words(self._wording), "small", "muted"))
        self._add_sentences(column, rows)
        column.addSpacing(8)
        column.addWidget(self._heading(counts, roles))
        for row in rows:
            column.addWidget(rule())
            column.addWidget(self._line(row, roles))

    def _add_sentences(self, column: QVBoxLayout, rows: tuple[PeopleRow, ...]) -> None:
        found = standing_out(rows, _TOLD)
        if found:
            column.addSpacing(6)
            column.addWidget(label(self._wording("What stands out"), "strong"))
        for row in found:
            sentence = below_in_words(row, self._texts.competences[row.competence].name, self._wording)
            told = label(sentence)
            told.setObjectName("stands-out")
            column.addWidget(told)

    def _heading(self, counts: Mapping[Role, int], roles: Mapping[Role, str]) -> QWidget:
        """The roles over their scales, each with how many people answered, and what the signs mean."""
        heading = QWidget()
        grid = QGridLayout(heading)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(0)
        say = self._wording
        lines = (
            say("Levels from 0 to 4:"),
            say("●\N{NO-BREAK SPACE}level  ▬\N{NO-BREAK SPACE}lowest to highest  |\N{NO-BREAK SPACE}needed"),
        )
        grid.addWidget(label("\n".join(lines), "caption", "muted"), 0, 0)
        grid.setColumnStretch(0, _NAMES)
        for position, (role, text) in enumerate(roles.items(), start=1):
            count = self._wording.plural("{count} person", "{count} people", counts[role])
            title = label(f"{text}\n{count}", "caption")
            title.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(title, 0, position)
            grid.setColumnStretch(position, round((100 - _NAMES) / len(roles)))
        return heading

    def _line(self, row: PeopleRow, roles: Mapping[Role, str]) -> PeopleLine:
        name = self._texts.competences[row.competence].name
        area = self._areas[row.competence]
        return PeopleLine(name, self._texts.areas.get(area, area), row, roles, self._look)
