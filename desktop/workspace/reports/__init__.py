"""What a hub hands on to others, written to files."""

from desktop.report.writing import ReportError
from desktop.workspace.reports.kinds import ENDS, Kind, Wish, Written
from desktop.workspace.reports.reports import Reports

__all__ = ["ENDS", "Kind", "ReportError", "Reports", "Wish", "Written"]
