"""What is asked of a database for figures of a territory: each column comes as one long text.

`:mark` stands between texts. A server reads `group_concat` as its own `string_agg`.

Companies come in the order of their numbers, which others are looked up by; a server has no order of its own.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from numpy.typing import NDArray

from desktop.storage.turns import TURN
from desktop.territory.coding import levels, scores

_TEXT = re.compile(r"coalesce\(CAST\(\w+ AS TEXT\), ''\)")


@dataclass(frozen=True)
class Question:
    """Columns of what stands behind FROM, by their names with what is selected.

    `lines`, with what reads them, are set close, of a width that `source` sees to; `counts` are one number.
    """

    source: str
    numbers: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, Callable[[str, int, int], NDArray[Any]]] = field(default_factory=dict)
    counts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def sql(self) -> str:
        """As it is asked first: where no text holds the mark, as in all but damaged files."""
        numbers = (
            f"group_concat(CAST(coalesce(CAST({asked} AS BIGINT), -1) AS TEXT), ',') AS {name}"
            for name, asked in self.numbers.items()
        )
        texts = (
            f"group_concat(coalesce(CAST({asked} AS TEXT), ''), :mark) AS {name}"
            for name, asked in (*self.names.items(), *self.days.items())
        )
        lines = (f"group_concat({name}, '') AS {name}" for name in self.lines)
        counts = (f"count({asked}) AS {name}" for name, asked in self.counts.items())
        asked = ", ".join(("count(*) AS count", *numbers, *texts, *lines, *counts))
        return f"SELECT {asked} FROM {self.source}"  # noqa: S608 - of constants alone

    @cached_property
    def careful_sql(self) -> str:
        """Texts lose the mark: a damaged cell must not hide the others. It takes half as long again."""
        return _TEXT.sub(r"replace(\g<0>, :mark, '')", self.sql)


def _own(*names: str) -> dict[str, str]:
    return {name: name for name in names}


COMPANIES = Question(
    "(SELECT * FROM company ORDER BY id) AS sorted",
    numbers={"ids": "id", **_own("headcount"), "turnover": "turnover_eur", "balance": "balance_sheet_eur"},
    names=_own("region", "province", "sector"),
)
ENGAGEMENTS = Question(
    "engagement", numbers={"ids": "company_id", "event": "event_id"}, names=_own("office", "officer")
)
ROUNDS = Question(
    "round NOT INDEXED",
    numbers={"ids": "id", "company": "company_id", "turn": TURN},
    days={"day": "changed_at"},
    counts={"waiting": "CASE WHEN counted_at IS NULL OR counted_at != changed_at THEN 1 END"},
)
TAKEN = Question("standing", numbers={"ids": "round_id"}, names={"questionnaire": "questionnaire_id"})
SCORES = Question(
    "standing WHERE questionnaire_id = :questionnaire AND frame_id = :frame AND length(scores) = :width",
    numbers={"ids": "round_id", **_own("overall", "coverage")},
    lines={"scores": scores},
)
NEEDS = Question(
    # Two bare comparisons look rare to a server, which then asks for the right to each row by itself.
    "need WHERE frame_id = :frame AND coalesce(length(levels) = :width AND length(targets) = :width, false)",
    numbers={"ids": "round_id"},
    lines={"levels": levels, "targets": levels},
)
PLANNED = Question(
    "(SELECT DISTINCT company_id FROM reminder WHERE kind = 'step') AS planned",
    numbers={"ids": "company_id"},
)
RECEIVED = Question("received WHERE round_id IS NOT NULL", numbers={"ids": "round_id"})
SERVICES = Question(
    "service WHERE state != 'cancelled'",
    numbers={
        "company": "company_id",
        "price": "price_cents",
        "aid": "aid_cents",
        "given": "CASE WHEN state IN ('delivered', 'reported') THEN 1 ELSE 0 END",
    },
    names=_own("category", "kind"),
    days={"day": "started_on"},
)
VISITORS = Question(
    "visitor WHERE choice != 'open'",
    numbers={
        "event": "event_id",
        "listed": "CASE WHEN choice = 'listed' THEN 1 ELSE 0 END",
        "round": "round_id",
    },
)
EVENTS = "SELECT id, name, held_on FROM event ORDER BY held_on, id"
