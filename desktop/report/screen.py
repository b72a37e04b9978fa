"""The plan's charts for the window: the same drawings in the colours of the screen, as SVG."""

from collections.abc import Sequence

from desktop.content.catalogues.catalogue_file import ROLES
from desktop.content.company import Constraints
from desktop.content.library import Library
from desktop.dossier import AssessmentResult
from desktop.planning.hours_curve import HoursCurve
from desktop.planning.plan import Plan
from desktop.report.calendar_chart import calendar
from desktop.report.calendar_places import ScreenCalendar
from desktop.report.charts import bars, radar
from desktop.report.hours_chart import hours_chart
from desktop.report.palette import DARK, LIGHT, Palette
from desktop.report.progress_chart import dumbbells
from desktop.report.progress_words import Named
from desktop.report.standing import named_scores
from desktop.report.svg import drawing_svg
from desktop.text import wording as wording_of


def _palette(*, is_dark: bool, accent: str | None = None) -> Palette:
    return (DARK if is_dark else LIGHT).in_accent(accent)


def radar_svg(  # noqa: PLR0913 - a result with its words and look
    result: AssessmentResult,
    language: str,
    *,
    is_dark: bool = False,
    accent: str | None = None,
    size: tuple[int, int] = (460, 340),
    points: float = 8,
) -> bytes:
    """A questionnaire's dimensions around a centre, `size` in points, its names in letters of `points`.

    `accent` is that of a hub, as for all charts here.
    """
    chosen = _palette(is_dark=is_dark, accent=accent)
    return drawing_svg(radar(named_scores(result, language), chosen, size, points=points))


def bars_svg(result: AssessmentResult, language: str, *, is_dark: bool = False, width: int = 520) -> bytes:
    """A questionnaire's dimensions as bars with intervals, `width` in points."""
    bounds = [level.bound for level in result.questionnaire.levels]
    return drawing_svg(bars(named_scores(result, language), _palette(is_dark=is_dark), width, bounds))


def hours_svg(
    curve: HoursCurve,
    language: str,
    *,
    is_dark: bool = False,
    accent: str | None = None,
    width: int = 520,
) -> bytes:
    """What the hours a week bring, `width` in points."""
    chosen = _palette(is_dark=is_dark, accent=accent)
    return drawing_svg(hours_chart(curve, wording_of(language), chosen, width=width))


def progress_svg(  # noqa: PLR0913 - changes with their scale, words and look
    changes: Sequence[Named],
    rounds: tuple[str, str],
    language: str,
    *,
    most: int = 100,
    is_dark: bool = False,
    width: int = 520,
) -> bytes:
    """Then and now on a scale from 0 to `most`; `rounds` are the names of the two, `width` in points."""
    chosen = _palette(is_dark=is_dark)
    drawing = dumbbells(changes, rounds, wording_of(language), chosen, width=width, most=most)
    return drawing_svg(drawing)


def calendar_svg(  # noqa: PLR0913 - a plan with its limits, their words and look
    plan: Plan,
    limits: Constraints,
    library: Library,
    language: str,
    *,
    is_dark: bool = False,
    accent: str | None = None,
    width: int = 720,
) -> ScreenCalendar:
    """The weeks of a plan made under some limits, `width` in points."""
    texts = library.catalogue.competence_text(language).roles
    roles = {role: texts.get(role, role) for role in ROLES}
    chosen = _palette(is_dark=is_dark, accent=accent)
    made = calendar(plan, limits, roles, wording_of(language), chosen, width=width)
    return ScreenCalendar(drawing_svg(made.drawing), made.places)
