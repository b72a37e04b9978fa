"""What distinguishes a question from the one it stands for, seen from its answers and their worth."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from desktop.content.pairing import Pair, Pairing, renamed_condition
from desktop.content.questionnaire import Choice, Question, Row


class Aspect(Enum):
    """What of a question changed."""

    KIND = "kind"
    PARTS = "choices, rows or columns"
    POINTS = "points"
    WEIGHT = "weight"
    DIMENSION = "dimension"
    ASKED_WHEN = "when it is asked"
    RESERVED = "don't know and does not apply"
    BOUNDS = "bounds"
    COMPETENCES = "competences"


DECIDES_SCORES = frozenset(Aspect) - {Aspect.BOUNDS, Aspect.COMPETENCES}
"""The aspects without which a score says what it said before."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One change of a question, in words for its author."""

    aspect: Aspect
    words: str


def find_differences(entry: Pair, pairing: Pairing) -> Iterator[Difference]:
    """How a question differs from the earlier one it stands for; renamed ids alone are no difference."""
    before, after, origin = entry.earlier[0], entry.later, entry.origin
    if before.kind != after.kind:
        yield Difference(Aspect.KIND, f"kind {before.kind} -> {after.kind}")
    for what, earlier, later, names in (
        ("choice", before.choices, after.choices, origin.choices),
        ("column", before.columns, after.columns, origin.columns),
    ):
        yield from _parts(what, earlier, later, names)
        yield from _points(what, earlier, later, names)
    yield from _parts("row", before.rows, after.rows, origin.rows)
    yield from _rows(before.rows, after.rows, origin.rows)
    if before.bands != after.bands:
        yield Difference(Aspect.POINTS, "other bands")
    if before.weight != after.weight:
        yield Difference(Aspect.WEIGHT, f"weight {before.weight} -> {after.weight}")
    yield from _placement(before, after, pairing)
    yield from _limits(before, after)
    if _competences(before, {**origin.choices, **origin.rows}) != _competences(after, {}):
        yield Difference(Aspect.COMPETENCES, "other competences or ceilings")


def _parts(
    what: str, earlier: Sequence[Choice | Row], later: Sequence[Choice | Row], names: Mapping[str, str]
) -> Iterator[Difference]:
    before = [names.get(part.id, part.id) for part in earlier]
    after = [part.id for part in later]
    for name in dict.fromkeys(after):
        stands_for = [part.id for part in earlier if names.get(part.id, part.id) == name]
        if not stands_for:
            yield Difference(Aspect.PARTS, f"{what} `{name}` added")
        elif len(stands_for) > 1:
            yield Difference(Aspect.PARTS, f"{what}s {_listed(stands_for)} merged into `{name}`")
    for name in dict.fromkeys(before):
        if name not in after:
            yield Difference(Aspect.PARTS, f"{what} `{name}` removed")


def _points(
    what: str, earlier: Sequence[Choice], later: Sequence[Choice], names: Mapping[str, str]
) -> Iterator[Difference]:
    after = {part.id: part for part in later}
    for part in earlier:
        found = after.get(names.get(part.id, part.id))
        if found is not None and found.points != part.points:
            yield Difference(
                Aspect.POINTS, f"{what} `{found.id}` {_change(part.points, found.points)} points"
            )
        if found is not None and found.exclusive != part.exclusive:
            yield Difference(Aspect.PARTS, f"{what} `{found.id}` exclusive: {str(found.exclusive).lower()}")


def _rows(earlier: Sequence[Row], later: Sequence[Row], names: Mapping[str, str]) -> Iterator[Difference]:
    after = {part.id: part for part in later}
    for part in earlier:
        found = after.get(names.get(part.id, part.id))
        if found is not None and found.weight != part.weight:
            yield Difference(Aspect.POINTS, f"row `{found.id}` weight {_change(part.weight, found.weight)}")


def _placement(before: Question, after: Question, pairing: Pairing) -> Iterator[Difference]:
    if before.dimension != after.dimension:
        yield Difference(
            Aspect.DIMENSION, f"dimension {before.dimension or 'none'} -> {after.dimension or 'none'}"
        )
    opener = before.opened_by and pairing.names.get(before.opened_by, before.opened_by)
    if opener != after.opened_by:
        yield Difference(
            Aspect.ASKED_WHEN, f"follow-up of {opener or 'nothing'} -> {after.opened_by or 'nothing'}"
        )
    nothing_renamed = Pairing(pairing.pairs, (), (), {})
    if renamed_condition(before.when, pairing) != renamed_condition(after.when, nothing_renamed):
        yield Difference(Aspect.ASKED_WHEN, "another `when`")


def _limits(before: Question, after: Question) -> Iterator[Difference]:
    for word, was, now in (
        ("unknown", before.allows_unknown, after.allows_unknown),
        ("not_applicable", before.allows_not_applicable, after.allows_not_applicable),
    ):
        if was != now:
            yield Difference(Aspect.RESERVED, f"{word}: {str(was).lower()} -> {str(now).lower()}")
    for word, low, high in (
        ("minimum", before.minimum, after.minimum),
        ("maximum", before.maximum, after.maximum),
        ("maximum_length", before.maximum_length, after.maximum_length),
    ):
        if low != high:
            yield Difference(Aspect.BOUNDS, f"{word} {low} -> {high}")


def _competences(question: Question, names: Mapping[str, str]) -> frozenset[tuple[str, str, int]]:
    parts: Iterable[Choice | Row] = (*question.choices, *question.rows)
    own = {("", competence, ceiling) for competence, ceiling in question.competences.items()}
    return frozenset(own).union(
        (names.get(part.id, part.id), competence, ceiling)
        for part in parts
        for competence, ceiling in part.competences.items()
    )


def _change(before: Fraction, after: Fraction) -> str:
    return f"{before} -> {after}"


def _listed(names: Iterable[str]) -> str:
    return " and ".join(f"`{name}`" for name in names)
