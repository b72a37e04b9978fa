"""Companies whose next round is due: who asks them, how far that is, and in which words."""

from desktop.workspace.chasing.chasing import Chasing
from desktop.workspace.chasing.due_round import STATES, DueRound, State

__all__ = ["STATES", "Chasing", "DueRound", "State"]
