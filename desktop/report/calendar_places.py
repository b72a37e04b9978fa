"""Where the drawing of the calendar puts its weeks and bars, for whoever lays something over it."""

from dataclasses import dataclass

from desktop.content.catalogues.catalogue_file import Role


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the left and the top of the drawing."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class BarPlace:
    """All weeks of a course for a role, and the mark that its week was chosen, where it was."""

    role: Role
    course: str
    box: Box
    pin: Box | None


@dataclass(frozen=True, slots=True)
class CalendarPlaces:
    """The size of the drawing, where week 0 begins, how wide a week is, all in points, and the bars."""

    width: float
    height: float
    left: float
    week: float
    bars: tuple[BarPlace, ...]


@dataclass(frozen=True, slots=True)
class ScreenCalendar:
    """The drawing for the window."""

    svg: bytes
    places: CalendarPlaces
