"""The way through the questions of the open case, worked out again only after something it depends on."""

from typing import TYPE_CHECKING

from desktop.workspace import Case, Workspace

if TYPE_CHECKING:
    from desktop.ui.questions.route import Route


class KnownRoute:
    """The route worked out last."""

    def __init__(self) -> None:
        self._known: tuple[Case, Route] | None = None

    def of(self, workspace: Workspace, case: Case) -> "Route":
        """The way through the questions of a case."""
        from desktop.ui.questions.route import Route

        if self._known is None or not _asks_the_same(self._known[0], case):
            self._known = case, Route(workspace, case)
        return self._known[1]

    def forget(self) -> None:
        """The questionnaires are others now, or speak another language."""
        self._known = None


def _asks_the_same(before: Case, after: Case) -> bool:
    """Whether two states of a case differ in nothing the questions depend on."""
    return before is after or (
        before.id == after.id
        and before.sheet is after.sheet
        and before.company is after.company
        and before.pinned is after.pinned
    )
