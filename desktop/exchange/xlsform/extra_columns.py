"""What XLSForm has no place for, kept in columns and sheets whose names begin with `sestante_`.

Other programs pass over them. A colon as in `sestante::points` would not do: pyxform takes it for a language.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

import msgspec

from desktop.content.files.decoding import as_fraction, decode
from desktop.content.files.strict_yaml import parse_yaml
from desktop.content.files.yaml_writing import flow, number_text, to_entries
from desktop.content.questionnaires.questionnaire_file import BandEntry, Condition, FormerIds
from desktop.content.questionnaires.replacing import listed

Value = TypeVar("Value")

ID = "sestante_id"
USE = "sestante_use"
FOLLOW_UP_OF = "sestante_follow_up_of"
DIMENSION = "sestante_dimension"
WEIGHT = "sestante_weight"
MINUTES = "sestante_minutes"
COMPETENCES = "sestante_competences"
NIST_CSF = "sestante_nist_csf"
DIGCOMP = "sestante_digcomp"
WORDS = "sestante_words"
WHEN = "sestante_when"
NOT_APPLICABLE = "sestante_not_applicable"
BANDS = "sestante_bands"
MAXIMUM_LENGTH = "sestante_maximum_length"
POINTS = "sestante_points"
EXCLUSIVE = "sestante_exclusive"
SCALE = "sestante_scale"
UNIT = "sestante_unit"
HELP = "sestante_help"
REPLACES = "sestante_replaces"

NO_FORMER_IDS: FormerIds = ()

SHEET = "sestante"
LEVELS = "sestante_levels"
DIMENSIONS = "sestante_dimensions"
GLOSSARY = "sestante_glossary"
MARKS = "sestante_marks"


def by_language(column: str, code: str) -> str:
    """The extra column of a language: `sestante_help_it`."""
    return f"{column}_{code}"


def number_cell(value: Fraction | None) -> str:
    """An exact number, or nothing."""
    return "" if value is None else number_text(value)


def mapping_cell(value: Mapping[str, int]) -> str:
    """Competences as `cyber-backup: 4, cyber-fraud: 2`."""
    return ", ".join(f"{name}: {ceiling}" for name, ceiling in value.items())


def list_cell(value: Sequence[str]) -> str:
    """Words as `backup, cloud`."""
    return ", ".join(value)


def bands_cell(value: Sequence[BandEntry]) -> str:
    """The bands of a number as `0: 0, 100: 1`: from where on, how many points."""
    return ", ".join(f"{number_text(band.from_)}: {number_text(band.points)}" for band in value)


def condition_cell(value: Condition | None) -> str:
    """A condition as the structure file writes it."""
    return "" if value is None else flow(to_entries(value))


def yes_cell(value: object) -> str:
    """`yes` for true, nothing for false."""
    return "yes" if value else ""


def read_number(text: str) -> Fraction:
    """What `number_cell` wrote; ValueError for anything else."""
    return as_fraction(parse_yaml(text.encode(), "cell").root)


def read_list(text: str) -> tuple[str, ...]:
    """What `list_cell` wrote."""
    return tuple(item for part in text.split(",") if (item := part.strip()))


def former_ids_cell(value: FormerIds) -> str:
    """The ids that an entry replaces, as `old-id, older-id`."""
    return list_cell(listed(value))


def read_former_ids(text: str) -> FormerIds:
    """What `former_ids_cell` wrote; a single id as authors write it, without brackets."""
    found = read_list(text)
    return found[0] if len(found) == 1 else found


def read_pairs(text: str) -> tuple[tuple[str, str], ...]:
    """The pairs of `a: 1, b: 2`; ValueError where a part is no pair."""
    pairs = []
    for part in read_list(text):
        name, mark, value = part.partition(":")
        if not mark:
            raise ValueError(part)
        pairs.append((name.strip(), value.strip()))
    return tuple(pairs)


def read_bands(text: str) -> tuple[BandEntry, ...]:
    """What `bands_cell` wrote."""
    return tuple(
        BandEntry(from_=read_number(low), points=read_number(worth)) for low, worth in read_pairs(text)
    )


def read_condition(text: str) -> Condition:
    """What `condition_cell` wrote; ContentError for anything else."""
    return decode(parse_yaml(text.encode(), "cell"), Condition)


def checked(value: object, shape: type[Value]) -> Value:
    """The value where it fits the shape of a content file, else msgspec.ValidationError."""
    return msgspec.convert(value, shape)
