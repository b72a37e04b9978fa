"""What an author says about the columns of a provider's list: MAP.yaml of `catalogue import`."""

from pathlib import Path
from typing import Literal, get_args

from desktop.content.files.decoding import FileFormat, decode
from desktop.content.files.strict_yaml import read_yaml

Field = Literal[
    "id",
    "title",
    "title_it",
    "title_en",
    "provider",
    "platform",
    "url",
    "language",
    "duration",
    "length",
    "effort",
    "hours",
    "minutes",
    "price",
    "price_eur",
    "currency",
    "level",
    "format",
    "certificate",
    "audience",
    "topics",
    "summary",
    "summary_it",
    "summary_en",
    "date",
]
FIELDS: tuple[Field, ...] = get_args(Field)
Stated = Literal[
    "provider",
    "platform",
    "language",
    "level",
    "format",
    "certificate",
    "audience",
    "currency",
    "summary_language",
]


class ColumnsFile(FileFormat, frozen=True):
    """Which heading is which field, what holds for rows that do not say, and what the provider's words mean.

    `values` gives for a field the provider's word and a known one, such as `{level: {"200": advanced}}`.
    """

    columns: dict[str, Field | Literal["ignore"]] = {}
    always: dict[Stated, str] = {}
    values: dict[Field, dict[str, str]] = {}


def read_columns(path: Path) -> ColumnsFile:
    """The file at `path`; ContentError where it cannot be used."""
    return decode(read_yaml(path), ColumnsFile)
