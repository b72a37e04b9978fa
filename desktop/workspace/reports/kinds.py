"""What can be handed on, under which wishes, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from desktop.exchange.outward.dma import PairOrder
from desktop.report.writing import ReportError
from desktop.text import Sentence, say

Kind = Literal["dma-list", "dma-csv", "services", "open-data", "monitoring", "benchmark"]
ENDS: Final[Mapping[Kind, tuple[str, ...]]] = {
    "dma-list": (".xlsx",),
    "dma-csv": (".csv",),
    "services": (".xlsx", ".csv"),
    "open-data": (".zip",),
    "monitoring": (".pdf", ".xlsx"),
    "benchmark": (".json",),
}
"""How the name of a file ends, by what is in it; the first one is proposed."""
_OTHER_END = say("{path}: the name must end in {ends}. Give it that end.")


@dataclass(frozen=True, slots=True)
class Wish:
    """A report: where it goes, in whose name, of which year (None: of all), in which language.

    `order` concerns the platform's CSV, `is_aggregated` the open data.
    """

    kind: Kind
    path: Path
    hub: str = ""
    year: int | None = None
    language: str = "it"
    order: PairOrder = "plan-already"
    is_aggregated: bool = False

    def refuse_other_end(self) -> None:
        """ReportError where the name does not say what is in the file."""
        ends = ENDS[self.kind]
        if self.path.suffix.lower() not in ends:
            raise ReportError(_OTHER_END, path=self.path, ends=" / ".join(ends))


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: how many rows, groups or companies it tells of, and what should be known of it."""

    path: Path
    count: int
    remarks: tuple[Sentence, ...] = ()
