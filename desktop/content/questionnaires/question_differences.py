"""What distinguishes a question from the one it stands for, seen from its answers and their worth."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from desktop.content.files.problem_words import PART_NAMES
from desktop.content.questionnaires.pairing import Pair, Pairing, renamed_condition
from desktop.content.questionnaires.questionnaire import Choice, Question, Row
from desktop.text import Sentence, as_written, say


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
    words: Sentence


def find_differences(entry: Pair, pairing: Pairing) -> Iterator[Difference]:
    """How a question differs from the earlier one it stands for; renamed ids alone are no difference."""
    before, after, origin = entry.earlier[0], entry.later, entry.origin
    if before.kind != after.kind:
        yield _changed(Aspect.KIND, "kind", before.kind, after.kind)
    for part in ("choices", "columns"):
        earlier, later, names = getattr(before, part), getattr(after, part), getattr(origin, part)
        yield from _parts(part, earlier, later, names)
        yield from _points(part, earlier, later, names)
    yield from _parts("rows", before.rows, after.rows, origin.rows)
    yield from _rows(before.rows, after.rows, origin.rows)
    if before.bands != after.bands:
        yield Difference(Aspect.POINTS, say("other bands"))
    if before.weight != after.weight:
        words = say("weight {before} -> {after}", before=before.weight, after=after.weight)
        yield Difference(Aspect.WEIGHT, words)
    yield from _placement(before, after, pairing)
    yield from _limits(before, after)
    if _competences(before, {**origin.choices, **origin.rows}) != _competences(after, {}):
        yield Difference(Aspect.COMPETENCES, say("other competences or ceilings"))


def _changed(aspect: Aspect, entry: str, before: object, after: object) -> Difference:
    """An entry of the file with its former and its present value."""
    values = {"entry": entry, "before": before, "after": after}
    return Difference(aspect, Sentence("`{entry}`: {before} -> {after}", values))


def _parts(
    part: str, earlier: Sequence[Choice | Row], later: Sequence[Choice | Row], names: Mapping[str, str]
) -> Iterator[Difference]:
    what = PART_NAMES[part]
    before = [names.get(item.id, item.id) for item in earlier]
    after = [item.id for item in later]
    for name in dict.fromkeys(after):
        stands_for = [item.id for item in earlier if names.get(item.id, item.id) == name]
        if not stands_for:
            yield Difference(Aspect.PARTS, say("{what} `{name}` added", what=what, name=name))
        elif len(stands_for) > 1:
            former = ", ".join(f"`{former}`" for former in stands_for)
            words = say("{what} `{name}` stands for {former} now", what=what, name=name, former=former)
            yield Difference(Aspect.PARTS, words)
    for name in dict.fromkeys(before):
        if name not in after:
            yield Difference(Aspect.PARTS, say("{what} `{name}` removed", what=what, name=name))


def _points(
    part: str, earlier: Sequence[Choice], later: Sequence[Choice], names: Mapping[str, str]
) -> Iterator[Difference]:
    after = {item.id: item for item in later}
    for item in earlier:
        found = after.get(names.get(item.id, item.id))
        if found is None:
            continue
        said = {"what": PART_NAMES[part], "id": found.id}
        if found.points != item.points:
            words = say(
                "{what} `{id}`: points {before} -> {after}", before=item.points, after=found.points, **said
            )
            yield Difference(Aspect.POINTS, words)
        if found.exclusive:
            words = say("{what} `{id}` excludes the others now", **said)
        else:
            words = say("{what} `{id}` no longer excludes the others", **said)
        if found.exclusive != item.exclusive:
            yield Difference(Aspect.PARTS, words)


def _rows(earlier: Sequence[Row], later: Sequence[Row], names: Mapping[str, str]) -> Iterator[Difference]:
    after = {part.id: part for part in later}
    for part in earlier:
        found = after.get(names.get(part.id, part.id))
        if found is not None and found.weight != part.weight:
            words = say(
                "row `{id}`: weight {before} -> {after}", id=found.id, before=part.weight, after=found.weight
            )
            yield Difference(Aspect.POINTS, words)


def _placement(before: Question, after: Question, pairing: Pairing) -> Iterator[Difference]:
    if before.dimension != after.dimension:
        words = say(
            "dimension {before} -> {after}",
            before=_or_none(before.dimension),
            after=_or_none(after.dimension),
        )
        yield Difference(Aspect.DIMENSION, words)
    opener = before.opened_by and pairing.names.get(before.opened_by, before.opened_by)
    if opener != after.opened_by:
        words = say(
            "follow-up of {before} -> {after}", before=_or_none(opener), after=_or_none(after.opened_by)
        )
        yield Difference(Aspect.ASKED_WHEN, words)
    nothing_renamed = Pairing(pairing.pairs, (), (), {})
    if renamed_condition(before.when, pairing) != renamed_condition(after.when, nothing_renamed):
        yield Difference(Aspect.ASKED_WHEN, say("another `when`"))


def _or_none(name: str | None) -> Sentence:
    return as_written(name) if name else say("none")


def _limits(before: Question, after: Question) -> Iterator[Difference]:
    for word, was, now in (
        ("unknown", before.allows_unknown, after.allows_unknown),
        ("not_applicable", before.allows_not_applicable, after.allows_not_applicable),
    ):
        if was != now:
            yield _changed(Aspect.RESERVED, word, str(was).lower(), str(now).lower())
    for entry in ("minimum", "maximum", "maximum_length"):
        was, now = getattr(before, entry), getattr(after, entry)
        if was != now:
            yield _changed(Aspect.BOUNDS, entry, _or_none(_text(was)), _or_none(_text(now)))


def _text(bound: Fraction | None) -> str | None:
    return None if bound is None else str(bound)


def _competences(question: Question, names: Mapping[str, str]) -> frozenset[tuple[str, str, int]]:
    parts: Iterable[Choice | Row] = (*question.choices, *question.rows)
    own = {("", competence, ceiling) for competence, ceiling in question.competences.items()}
    return frozenset(own).union(
        (names.get(part.id, part.id), competence, ceiling)
        for part in parts
        for competence, ceiling in part.competences.items()
    )
