"""A company as one plain value: rows by table and by what they are known by on every computer."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

Key: TypeAlias = tuple[str, ...]
"""The stage of a round and whatever else tells one row of a table from another; empty for the company."""
Row: TypeAlias = Mapping[str, Any]
"""Columns with plain JSON values; other rows are named by what they are known by, not by numbers."""
Rows: TypeAlias = Mapping[Key, Row]


@dataclass(frozen=True)
class Parcel:
    """The rows of a company by the names of their tables; `limits` are those of the rounds, one by one."""

    uuid: str
    parts: Mapping[str, Rows]

    def rows(self, part: str) -> Rows:
        """The rows of a table; empty where there is none."""
        return self.parts.get(part, {})

    @property
    def name(self) -> str:
        """What the company is called."""
        return str(self.rows("company").get((), {}).get("name", ""))

    def to_json(self) -> str:
        """As text that says the same of equal parcels."""
        return self._text

    @cached_property
    def _text(self) -> str:
        plain = {
            part: [[list(key), row] for key, row in sorted(rows.items())]
            for part, rows in self.parts.items()
            if rows
        }
        return json.dumps({"uuid": self.uuid, "parts": plain}, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Parcel":
        """What `to_json` made; ValueError, KeyError or TypeError where it is something else."""
        return cls.from_plain(json.loads(text))

    @classmethod
    def from_plain(cls, plain: Any) -> "Parcel":
        """The same out of JSON that was read."""
        parts = {part: {tuple(key): row for key, row in rows} for part, rows in plain["parts"].items()}
        return cls(plain["uuid"], parts)

    @cached_property
    def digest(self) -> str:
        """What differs as soon as anything of it does: 64 hexadecimal digits."""
        return hashlib.sha256(self.to_json().encode("utf-8", "surrogatepass")).hexdigest()

    def each(self) -> Iterator[tuple[str, Key, Row]]:
        """Every row with its table and key."""
        for part, rows in self.parts.items():
            for key, row in rows.items():
                yield part, key, row


def nothing(uuid: str) -> Parcel:
    """A company of which nothing is there."""
    return Parcel(uuid, {})
