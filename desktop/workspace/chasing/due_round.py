"""A company whose next round is due, with who asks it and how far that is."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias, get_args

from desktop.text import Wording

State: TypeAlias = Literal["open", "to-call", "called", "coming", "done"]
"""open: nobody asked for it yet; done: it is asked no more, and nothing came in."""
STATES: Final[tuple[State, ...]] = get_args(State)
CONTACTS: Final = frozenset({"called", "coming"})
"""The states in which somebody spoke to the company."""
DAYS_AHEAD: Final[dict[str, int]] = {"to-call": 0, "called": 7, "coming": 14}
"""After how many days a state is looked at again."""


@dataclass(frozen=True, slots=True)
class DueRound:
    """A company with its last round, the stage that comes next, and since when that is due.

    `office` and `officer` are names as they are shown, empty where nobody is named.
    """

    company_id: int
    company: str
    round_id: int
    stage: str
    next_stage: str
    answered_on: date
    due_on: date
    office: str
    officer: str
    contact: str
    email: str
    phone: str
    state: State
    last_contact: date | None


def next_stage(stage: str) -> str:
    """T1 after T0."""
    return f"T{int(stage[1:]) + 1}"


def state_in_words(state: State, wording: Wording) -> str:
    """How far a company is with being asked."""
    words: dict[State, str] = {
        "open": wording("Not asked yet"),
        "to-call": wording("To call"),
        "called": wording("Called"),
        "coming": wording("Coming"),
        "done": wording("Not any more"),
    }
    return words[state]


def reminder_in_words(state: State, stage: str, wording: Wording) -> str:
    """What the reminder of a state says, in the list of what is due."""
    words: dict[State, str] = {
        "to-call": wording("Call for assessment {stage}", stage=stage),
        "called": wording("Called for assessment {stage}: did anything come?", stage=stage),
        "coming": wording("Assessment {stage} announced: did it come in?", stage=stage),
    }
    return words.get(state, "")
