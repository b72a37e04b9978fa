"""A comparison of two versions in words, a line for each fact."""

from collections.abc import Iterator, Mapping

from desktop.content.comparing import Comparison
from desktop.content.pairing import Pair
from desktop.content.question_differences import Aspect
from desktop.content.questionnaire import Choice, Row

_CHANGES = {Aspect.WEIGHT: "re-weighted", Aspect.POINTS: "re-pointed"}


def lines(comparison: Comparison) -> Iterator[str]:
    """What was added, removed, renamed, re-weighted, re-pointed, and whether scores stay comparable."""
    earlier, later = comparison.earlier, comparison.later
    yield f"{earlier.id} {earlier.version} -> {later.id} {later.version}"
    changes = tuple(_changes(comparison))
    yield from (f"  {line}" for line in changes or ("the structure is the same",))
    yield from (f"  {line}" for line in _comparable(comparison))


def _changes(comparison: Comparison) -> Iterator[str]:
    yield from (f"added: question `{question.id}`" for question in comparison.pairing.added)
    yield from (f"removed: question `{question.id}`" for question in comparison.pairing.removed)
    for entry in comparison.questions:
        yield from _renamed(entry.pair)
        for difference in entry.differences:
            change = _CHANGES.get(difference.aspect, "changed")
            yield f"{change}: question `{entry.pair.later.id}`: {difference.words}"
    for reason in comparison.overall:
        yield f"{'re-weighted' if ': weight' in reason else 'changed'}: {reason}"


def _comparable(comparison: Comparison) -> Iterator[str]:
    if not comparison.reasons and not comparison.overall:
        yield "scores stay comparable: yes"
        return
    same = [entry.id for entry in comparison.later.dimensions if entry.id not in comparison.reasons]
    yield f"scores stay comparable: {'only of ' + ', '.join(same) if same else 'no'}"
    for name, reasons in comparison.reasons.items():
        yield f"  {name}: {'; '.join(reasons)}"
    if comparison.overall:
        yield f"  overall score and levels: {'; '.join(comparison.overall)}"


def _renamed(entry: Pair) -> Iterator[str]:
    later, origin = entry.later, entry.origin
    for question in entry.earlier:
        (old_home, _, old_id), (home, _, name) = question.key.partition("/"), later.key.partition("/")
        if old_id != name:
            yield f"renamed: question `{old_id}` -> `{name}`"
        if old_home != home:
            yield f"moved: question `{question.key}` -> `{later.key}`"
    before = entry.earlier[0]
    every: tuple[tuple[str, tuple[Choice | Row, ...], Mapping[str, str]], ...] = (
        ("choice", before.choices, origin.choices),
        ("column", before.columns, origin.columns),
        ("row", before.rows, origin.rows),
    )
    for what, parts, names in every:
        for part in parts:
            if part.id in names:
                yield f"renamed: {what} `{part.id}` -> `{names[part.id]}` of question `{later.id}`"
