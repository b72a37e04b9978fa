"""The limits of a plan taken apart, so that two people who change different ones both get their way."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from desktop.storage.parcels.parcel import Key, Row, Rows

DECISIONS: Final = "decisions"


def taken_apart(stage: str, constraints: str) -> Iterator[tuple[Key, Row]]:
    """Each limit of a round, and each decision about a course of a role."""
    for name, value in json.loads(constraints).items():
        if name != DECISIONS:
            yield (stage, name), {"value": value}
            continue
        for place, decision in enumerate(value):
            key = (stage, name, str(decision.get("role", "")), str(decision.get("course", "")))
            yield key, {"value": decision, "place": place}


def put_together(rows: Rows) -> str:
    """The limits of one round as they are stored; decisions in the order they were made in."""
    plain: dict[str, Any] = {}
    decisions = []
    for key, row in sorted(rows.items(), key=_place):
        if key[1] == DECISIONS:
            decisions.append(row["value"])
        else:
            plain[key[1]] = row["value"]
    if decisions:
        plain[DECISIONS] = decisions
    return json.dumps(plain, ensure_ascii=False)


def _place(entry: tuple[Key, Mapping[str, Any]]) -> tuple[int, Key]:
    return entry[1].get("place", 0), entry[0]
