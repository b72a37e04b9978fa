"""Counting the assessments that changed, in a worker thread that ends once nobody waits for it."""

from collections.abc import Callable

from desktop.stopping import refuse_if_stopped
from desktop.workspace import Workspace


def count_changed(workspace: Workspace, tell: Callable[[int], object]) -> None:
    """Count them, and tell how many are done; StoppedError between two transactions where it was ended."""

    def counted(done: int) -> None:
        refuse_if_stopped()
        tell(done)

    workspace.hub.counting.count(counted, _never)


def _never() -> bool:
    """The end is raised, see `counted`."""
    return False
