"""The months as a line, drawn for the width there is."""

from functools import partial

from desktop.report.territory.table import FigureTable
from desktop.ui.chart import Chart
from desktop.ui.look import Look

_ENLARGED = 1.45  # letters of paper on a screen


class MonthChart(Chart):
    """How mean points went on from month to month."""

    def __init__(self, look: Look) -> None:
        super().__init__("months-chart", look.wording("Month by month"))
        self._look = look

    def show_table(self, table: FigureTable) -> None:
        """Draw a table; the same figures stand below in words."""
        self.show_drawing(partial(_drawn, table, self._look), table.note)


def _drawn(table: FigureTable, look: Look, width: int) -> bytes:
    """Runs in a worker thread."""
    from desktop.report.territory.charts import table_svg

    return table_svg(
        table, look.wording.language, is_dark=look.tokens.is_dark, width=round(width / _ENLARGED)
    )
