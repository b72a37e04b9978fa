"""What a hub does with its companies."""

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.workspace.case import Case
from desktop.workspace.counting import Counting
from desktop.workspace.events import Events
from desktop.workspace.preferences import PreferenceBook
from desktop.workspace.stores import Stores

if TYPE_CHECKING:
    from desktop.dossier import Situation
    from desktop.workspace.advising import Advising
    from desktop.workspace.incoming import Incoming
    from desktop.workspace.plans_in import PlansIn
    from desktop.workspace.projects import Projects
    from desktop.workspace.reports import Reports
    from desktop.workspace.services import Services
    from desktop.workspace.territory import TerritoryBook


class CompanySide(Protocol):
    """What rooms take from the side of single companies."""

    library: Library
    preferences: PreferenceBook

    @property
    def incoming(self) -> "Incoming":
        """What takes results in."""
        ...

    def case(self, case_id: int) -> Case:
        """A company with its answers."""
        ...

    def questionnaires(self, case: Case) -> tuple[Questionnaire, ...]:
        """What the company answers in a round."""
        ...

    def situation(self, case: Case) -> "Situation":
        """What is known of a company, as plans need it."""
        ...


class HubSide:
    """The rooms of a hub, without any window."""

    def __init__(self, workspace: CompanySide, stores: Stores) -> None:
        self._workspace = workspace
        self._library = workspace.library
        self._stores = stores
        self.counting = Counting(workspace.library, stores, workspace.case, workspace.questionnaires)
        self.events = Events(workspace.library, stores)

    def read_ahead(self) -> None:
        """Import what the rooms stand on, in a worker thread: where a room is entered it is felt."""
        import desktop.report.advising_words
        import desktop.report.service_words
        import desktop.report.territory.tables
        import desktop.workspace.project_words  # noqa: F401 - imported ahead of its use

        _ = self.territory, self.plans_in, self.advising, self.services, self.projects, self.reports

    @cached_property
    def plans_in(self) -> "PlansIn":
        """What takes results in with a report, and asks for next rounds; at first use."""
        from desktop.workspace.plans_in import PlansIn

        return PlansIn(self._library, self._stores, self._workspace.incoming)

    @cached_property
    def reports(self) -> "Reports":
        """What a hub hands on; at first use, because it brings all forms."""
        from desktop.workspace.reports import Reports

        case = self._workspace.case
        return Reports(self._library, self._stores, case, self.counting, lambda: self.services)

    @cached_property
    def advising(self) -> "Advising":
        """Who looks after companies, and what fits them; at first use, because it brings the planner."""
        from desktop.workspace.advising import Advising

        return Advising(self._library, self._stores, self._workspace.case, self._workspace.situation)

    @cached_property
    def services(self) -> "Services":
        """The register of services; at first use, as above."""
        from desktop.workspace.services import Services

        return Services(self._library, self._stores)

    @cached_property
    def territory(self) -> "TerritoryBook":
        """The figures of all companies; at first use, because they bring NumPy."""
        from desktop.workspace.territory import TerritoryBook

        return TerritoryBook(self._library, self._stores, self._workspace.preferences)

    @cached_property
    def projects(self) -> "Projects":
        """Projects of several companies; at first use, because it brings NumPy."""
        from desktop.workspace.projects import Projects

        return Projects(self._library, self._stores, lambda: self.services)
