"""The competences as a table: where the company is, where one like it should be."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import Company
from desktop.scores import CompetenceScore
from desktop.text import Wording
from desktop.ui.row_table import ROW_HEIGHT, Column, RowTableModel, row_table

_DOTS = 4
_AREA = 1  # column
_HEAD = 44  # pixels
_WIDTHS = {2: 112, 3: 104, 4: 96}  # pixels of the columns with levels


@dataclass(frozen=True, slots=True)
class CompetenceRow:
    """A competence with its present level (None: nothing tells) and the level it should have, 0-4.

    `roles` says who needs which level where not all need the same.
    """

    name: str
    area: str
    level: int | None
    target: int
    roles: str = ""

    @property
    def heading(self) -> str:
        """The name, and below it who needs which level."""
        return f"{self.name}\n{self.roles}" if self.roles else self.name

    @property
    def gap(self) -> int:
        """Levels missing; -1 where nothing tells."""
        return -1 if self.level is None else max(0, self.target - self.level)


def competence_rows(
    catalogue: Catalogue, scores: Mapping[str, CompetenceScore], company: Company, language: str
) -> tuple[CompetenceRow, ...]:
    """A row for every competence that is measured or wanted, the largest gaps first."""
    texts = catalogue.competence_text(language)
    rows = []
    for identity, entry in catalogue.competences.items():
        found = scores.get(identity)
        target = catalogue.target_level(identity, company)
        if found is not None or target:
            level = None if found is None else found.level
            area = texts.areas.get(entry.area, entry.area)
            roles = _levels_by_role(catalogue, identity, company, texts.roles)
            rows.append(CompetenceRow(texts.competences[identity].name, area, level, target, roles))
    return tuple(sorted(rows, key=lambda row: -row.gap))


def _levels_by_role(
    catalogue: Catalogue, competence: str, company: Company, names: Mapping[Role, str]
) -> str:
    present = company.people.by_role()
    levels = {role: catalogue.role_target(competence, company, role, present) for role in present}
    if len(set(levels.values())) < 2:  # noqa: PLR2004 - all need the same
        return ""
    return " · ".join(f"{names.get(role, role)} {level}" for role, level in levels.items() if level)


def competence_model(rows: tuple[CompetenceRow, ...], wording: Wording) -> RowTableModel[CompetenceRow]:
    """The table's model."""

    def level_text(row: CompetenceRow) -> str:
        return wording("not known") if row.level is None else _dots(row.level)

    model: RowTableModel[CompetenceRow] = RowTableModel(
        (
            Column(wording("Competence"), lambda row: row.heading, lambda row: row.name.casefold()),
            Column(wording("Area"), lambda row: row.area, lambda row: row.area.casefold()),
            Column(wording("Now"), level_text, lambda row: -1 if row.level is None else row.level),
            Column(wording("Goal"), lambda row: _dots(row.target), lambda row: row.target),
            Column(wording("Missing"), lambda row: str(row.gap) if row.gap > 0 else "", lambda row: row.gap),
        )
    )
    model.set_rows(rows)
    return model


def competence_table(rows: tuple[CompetenceRow, ...], wording: Wording) -> QTableView:
    """All rows in sight; names and areas share the room that the levels leave."""
    table = row_table(competence_model(rows, wording), "competences", wording("Competences"))
    heading = table.horizontalHeader()
    heading.setSectionResizeMode(_AREA, QHeaderView.ResizeMode.Stretch)
    for column, width in _WIDTHS.items():
        heading.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        heading.resizeSection(column, width)
    table.setFixedHeight(_HEAD + ROW_HEIGHT * len(rows))
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table


def _dots(level: int) -> str:
    return f"{'●' * level}{'○' * (_DOTS - level)}  {level}"
