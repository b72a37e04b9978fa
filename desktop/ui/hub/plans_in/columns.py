"""The widths of a table's columns, fixed so that the first one gets all that is left over."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHeaderView, QTableView


def give_widths(view: QTableView, widths: Mapping[int, int]) -> None:
    """Give columns a width in pixels, which the user may change."""
    heading = view.horizontalHeader()
    for column, width in widths.items():
        heading.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        heading.resizeSection(column, width)
