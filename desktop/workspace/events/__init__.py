"""Events of a hub: their list, the stand where visitors answer, what they take home."""

from desktop.workspace.events.events import Events
from desktop.workspace.events.leaving_code import LONGEST_CODE, SHORTEST_CODE
from desktop.workspace.events.stand import Stand
from desktop.workspace.events.visit import Visit, VisitorContact

__all__ = ["LONGEST_CODE", "SHORTEST_CODE", "Events", "Stand", "Visit", "VisitorContact"]
