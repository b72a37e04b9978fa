"""What a region is told of its firms, as a document and as sheets; made at first use."""

from typing import TYPE_CHECKING

from desktop.report.monitoring.told import ToldMonitoring

if TYPE_CHECKING:
    from desktop.report.office.table_book import TableSheet

__all__ = ["ToldMonitoring", "build_monitoring_pdf", "monitoring_sheets"]


def build_monitoring_pdf(told: ToldMonitoring, language: str) -> bytes:
    """The report as a tagged PDF."""
    from desktop.report.monitoring import document

    return document.build_monitoring_pdf(told, language)


def monitoring_sheets(told: ToldMonitoring, language: str) -> "tuple[TableSheet, ...]":
    """The same figures as sheets of a spreadsheet."""
    from desktop.report.monitoring import sheets

    return sheets.monitoring_sheets(told, language)
