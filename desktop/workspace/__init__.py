"""What a front end can do: companies, their answers, scores, plans and printed plans, without any window."""

from desktop.workspace.case import Case, Place
from desktop.workspace.consents import Consents
from desktop.workspace.deepening import Deeper, Firm
from desktop.workspace.editions import KEPT_NAME
from desktop.workspace.history import History
from desktop.workspace.kept_plans import LONGEST_NAME, KeptPlans
from desktop.workspace.moves import Moves
from desktop.workspace.outgoing import Outgoing
from desktop.workspace.people import People
from desktop.workspace.respondents import Person, Respondents
from desktop.workspace.rounds import Rounds
from desktop.workspace.visits import Visits
from desktop.workspace.voices import Agreement, Said, Stance, Voices
from desktop.workspace.workspace import Workspace

__all__ = [
    "KEPT_NAME",
    "LONGEST_NAME",
    "Agreement",
    "Case",
    "Consents",
    "Deeper",
    "Firm",
    "History",
    "KeptPlans",
    "Moves",
    "Outgoing",
    "People",
    "Person",
    "Place",
    "Respondents",
    "Rounds",
    "Said",
    "Stance",
    "Visits",
    "Voices",
    "Workspace",
]
