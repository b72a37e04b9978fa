"""What a spreadsheet of services holds."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.text import Sentence, joined, say

if TYPE_CHECKING:
    from desktop.advising import ServiceLine


@dataclass(frozen=True, slots=True)
class FoundServices:
    """What a file holds: lines that can be taken, and what became of the other rows, by their numbers."""

    lines: "tuple[ServiceLine, ...]"
    left_out: tuple[tuple[int, Sentence], ...]
    unused: tuple[str, ...]
    remarks: tuple[Sentence, ...]

    def told(self) -> tuple[Sentence, ...]:
        """A sentence for each row that is left out, and for what else should be known."""
        rows = (say("Row {number}: {reason}.", number=number, reason=why) for number, why in self.left_out)
        columns = joined(self.unused, ", ")
        unused = (say("Columns that were not used: {columns}.", columns=columns),) if self.unused else ()
        return (*self.remarks, *unused, *rows)
