"""The printed plan, its editable copies and the charts; what writes them is imported at first use."""

from collections.abc import Sequence

from desktop.content.company import Constraints
from desktop.content.library import Library
from desktop.dossier import AssessmentResult, Dossier
from desktop.planning.plan import Plan
from desktop.report.calendar_places import ScreenCalendar
from desktop.report.office import refuse_other_suffix, write_copy
from desktop.report.options import PARTS, Attachment, Part, PrintOptions
from desktop.report.progress_words import Named
from desktop.report.writing import ReportError, write_pdf

__all__ = [
    "PARTS",
    "AssessmentResult",
    "Attachment",
    "Dossier",
    "Part",
    "PrintOptions",
    "ReportError",
    "bars_svg",
    "build_pdf",
    "calendar_svg",
    "progress_svg",
    "radar_svg",
    "refuse_other_suffix",
    "write_copy",
    "write_pdf",
]


def build_pdf(dossier: Dossier, language: str, options: PrintOptions | None = None) -> bytes:
    """The plan as a PDF; the same dossier and options give the same bytes on the same machine."""
    from desktop.report import document

    return document.build_pdf(dossier, language, options or PrintOptions())


def radar_svg(result: AssessmentResult, language: str, *, is_dark: bool) -> bytes:
    """A questionnaire's dimensions around a centre, as SVG for the window."""
    from desktop.report import screen

    return screen.radar_svg(result, language, is_dark=is_dark)


def bars_svg(result: AssessmentResult, language: str, *, is_dark: bool) -> bytes:
    """A questionnaire's dimensions as bars with intervals, as SVG for the window."""
    from desktop.report import screen

    return screen.bars_svg(result, language, is_dark=is_dark)


def calendar_svg(
    plan: Plan, limits: Constraints, library: Library, language: str, *, is_dark: bool
) -> ScreenCalendar:
    """The plan's weeks, as SVG for the window, and where its bars are."""
    from desktop.report import screen

    return screen.calendar_svg(plan, limits, library, language, is_dark=is_dark)


def progress_svg(
    changes: Sequence[Named], rounds: tuple[str, str], language: str, *, most: int = 100, is_dark: bool
) -> bytes:
    """Then and now on a scale from 0 to `most`, as SVG for the window; `rounds` are the names of the two."""
    from desktop.report import screen

    return screen.progress_svg(changes, rounds, language, most=most, is_dark=is_dark)
