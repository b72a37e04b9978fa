"""The pages by name. Each is imported when it is first shown, so that no page waits for another."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.ui.desk import Desk
from desktop.ui.look import Look

OF_CASE = (
    *("company", "questions", "people", "voices", "side-by-side", "results", "plan", "report"),
    *("moves", "comparison", "history", "open-points"),
)
"""The pages of the company on the desk."""
PageClass = Callable[[Desk, Look], QWidget]
ASKING = ("questions", "people", "voices", "side-by-side")
"""The pages of one step of the rail, with the questionnaires under it."""


def _welcome() -> PageClass:
    from desktop.ui.welcome_page import WelcomePage

    return WelcomePage


def _companies() -> PageClass:
    from desktop.ui.home.page import HomePage

    return HomePage


def _company() -> PageClass:
    from desktop.ui.company.page import CompanyPage

    return CompanyPage


def _questions() -> PageClass:
    from desktop.ui.questions.page import QuestionsPage

    return QuestionsPage


def _results() -> PageClass:
    from desktop.ui.results.page import ResultsPage

    return ResultsPage


def _plan() -> PageClass:
    from desktop.ui.plan.page import PlanPage

    return PlanPage


def _report() -> PageClass:
    from desktop.ui.printed.page import PrintPage

    return PrintPage


def _people() -> PageClass:
    from desktop.ui.people.page import PeoplePage

    return PeoplePage


def _voices() -> PageClass:
    from desktop.ui.people.voices_page import VoicesPage

    return VoicesPage


def _side_by_side() -> PageClass:
    from desktop.ui.voices.page import SideBySidePage

    return SideBySidePage


def _moves() -> PageClass:
    from desktop.ui.moves.page import MovePage

    return MovePage


def _several() -> PageClass:
    from desktop.ui.several.page import SeveralPage

    return SeveralPage


def _arrivals() -> PageClass:
    from desktop.ui.arrivals.page import ArrivalsPage

    return ArrivalsPage


def _comparison() -> PageClass:
    from desktop.ui.comparison.page import ComparisonPage

    return ComparisonPage


def _settings() -> PageClass:
    from desktop.ui.settings.page import SettingsPage

    return SettingsPage


def _history() -> PageClass:
    from desktop.ui.history.page import HistoryPage

    return HistoryPage


def _open_points() -> PageClass:
    from desktop.ui.open_points.page import OpenPointsPage

    return OpenPointsPage


def _due() -> PageClass:
    from desktop.ui.due.page import DuePage

    return DuePage


def _restore() -> PageClass:
    from desktop.ui.backups.page import RestorePage

    return RestorePage


def _hub() -> PageClass:
    from desktop.ui.hub.page import HubPage

    return HubPage


def _past() -> PageClass:
    from desktop.ui.rights.past_page import PastPage

    return PastPage


def _editions() -> PageClass:
    from desktop.ui.editions.page import EditionsPage

    return EditionsPage


def _laptops() -> PageClass:
    from desktop.ui.laptops.page import LaptopsPage

    return LaptopsPage


def _published() -> PageClass:
    from desktop.ui.hub.territory.published_page import PublishedPage

    return PublishedPage


PAGES: dict[str, Callable[[], PageClass]] = {
    "welcome": _welcome,
    "companies": _companies,
    "company": _company,
    "questions": _questions,
    "people": _people,
    "voices": _voices,
    "side-by-side": _side_by_side,
    "results": _results,
    "plan": _plan,
    "report": _report,
    "moves": _moves,
    "several": _several,
    "arrivals": _arrivals,
    "comparison": _comparison,
    "settings": _settings,
    "history": _history,
    "open-points": _open_points,
    "due": _due,
    "restore": _restore,
    "past": _past,
    "hub": _hub,
    "editions": _editions,
    "laptops": _laptops,
    "published": _published,
}
