"""What became of each result that came in, as a value that every front end words."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from desktop.storage import Arrival
from desktop.text import Sentence

Kind = Literal["added", "joined", "updated", "here", "conflict", "waiting", "kept", "refused"]
"""added: a new company; joined: one more round of a known one; updated: a newer state of a round that
nobody changed here; here: it was here already, or something newer is; conflict: somebody has to choose;
waiting: kept until its questionnaire is known here; kept: scores without a name, for statistics; refused: not
taken in.
"""
CAME_IN: Final[frozenset[Kind]] = frozenset({"added", "joined", "updated"})
FAILED: Final[frozenset[Kind]] = frozenset({"conflict", "waiting", "refused"})
"""What did not come in, or not yet."""
SignedBy = Literal["nobody", "this desk", "a known desk", "a new desk"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a result can be trusted: as it was written, by whom signed, and whether for this desk alone.

    `before` counts the results that came in from the same desk before. `former` is the desk that signed
    what came of this company before, where it is another one, or where nobody signed this time. On paper a
    desk is told by its key for signing alone: its letters are others than those of its card.
    """

    is_intact: bool
    signed_by: str | None
    signer: SignedBy
    before: int = 0
    former: str | None = None
    is_sealed: bool = False
    is_on_paper: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """A result that waits for a choice: the company it is of, and its round here, None for a new round."""

    arrival: Arrival
    received_id: int
    company_id: int
    round_id: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a result, or of files that bring none.

    `case_id` is the round it is in now, `name` the company as it is called in the result. `why` is the reason
    where the kind alone does not tell. `courses` counts those of the plan it came with, None without a plan;
    `left_out` the answers that fit no question, `texts_left_out` the texts for which codes had no room;
    `company` is the UUID or code that the result has for the company, `kept` the number under which a result
    that waits is kept.
    """

    paths: tuple[Path, ...]
    kind: Kind
    why: Sentence | None = None
    name: str = ""
    stage: str = ""
    case_id: int | None = None
    standing: Standing | None = None
    offer: Offer | None = None
    courses: int | None = None
    left_out: int = 0
    texts_left_out: int = 0
    notes: tuple[Sentence, ...] = ()
    company: str = ""
    kept: int | None = None

    @property
    def file(self) -> str:
        """The names of its files."""
        return ", ".join(path.name for path in self.paths)


def has_failed(outcomes: Iterable[Outcome]) -> bool:
    """Whether anything did not come in."""
    return any(outcome.kind in FAILED for outcome in outcomes)
