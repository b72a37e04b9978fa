"""A provider's list of courses turned into course files of the catalogue."""

from desktop.exchange.course_import.importing import Imported, import_courses, write_courses
from desktop.exchange.course_import.reporting import preview_lines, report_lines

__all__ = ["Imported", "import_courses", "preview_lines", "report_lines", "write_courses"]
