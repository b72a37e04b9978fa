"""A comparison of two versions in words, a line for each fact."""

from collections.abc import Iterator, Mapping

from desktop.content.questionnaires.comparing import Comparison
from desktop.content.questionnaires.pairing import Pair
from desktop.content.questionnaires.question_differences import Aspect
from desktop.text import Sentence, as_written, indented, joined, say

_CHANGED = say("changed: {change}")
_CHANGES = {Aspect.WEIGHT: say("re-weighted: {change}"), Aspect.POINTS: say("re-pointed: {change}")}
_RENAMED = {
    "choices": say("renamed: choice `{former}` -> `{name}` of question `{id}`"),
    "columns": say("renamed: column `{former}` -> `{name}` of question `{id}`"),
    "rows": say("renamed: row `{former}` -> `{name}` of question `{id}`"),
}


def lines(comparison: Comparison) -> Iterator[Sentence]:
    """What was added, removed, renamed, re-weighted, re-pointed, and whether scores stay comparable."""
    earlier, later = comparison.earlier, comparison.later
    yield as_written(f"{earlier.id} {earlier.version} -> {later.id} {later.version}")
    changes = tuple(_changes(comparison))
    yield from map(indented, changes or (say("the structure is the same"),))
    yield from map(indented, _comparable(comparison))


def _changes(comparison: Comparison) -> Iterator[Sentence]:
    yield from (say("added: question `{id}`", id=each.id) for each in comparison.pairing.added)
    yield from (say("removed: question `{id}`", id=each.id) for each in comparison.pairing.removed)
    for entry in comparison.questions:
        yield from _renamed(entry.pair)
        for difference in entry.differences:
            words = say("question `{id}`: {change}", id=entry.pair.later.id, change=difference.words)
            yield _change(difference.aspect, words)
    for change in comparison.overall:
        yield _change(Aspect.WEIGHT if change.is_weight else None, change.words)


def _change(aspect: Aspect | None, words: Sentence) -> Sentence:
    template = _CHANGED if aspect is None else _CHANGES.get(aspect, _CHANGED)
    return Sentence(template.message, {"change": words})


def _comparable(comparison: Comparison) -> Iterator[Sentence]:
    if not comparison.reasons and not comparison.overall:
        yield say("scores stay comparable: yes")
        return
    same = [entry.id for entry in comparison.later.dimensions if entry.id not in comparison.reasons]
    if same:
        yield say("scores stay comparable: only of {names}", names=", ".join(same))
    else:
        yield say("scores stay comparable: no")
    for name, found in comparison.reasons.items():
        yield indented(Sentence("{name}: {reasons}", {"name": name, "reasons": joined(found, "; ")}))
    if comparison.overall:
        reasons = joined((change.words for change in comparison.overall), "; ")
        yield indented(say("overall score and levels: {reasons}", reasons=reasons))


def _renamed(entry: Pair) -> Iterator[Sentence]:
    later, origin = entry.later, entry.origin
    for question in entry.earlier:
        (old_home, _, old_id), (home, _, name) = question.key.partition("/"), later.key.partition("/")
        if old_id != name:
            yield say("renamed: question `{former}` -> `{name}`", former=old_id, name=name)
        if old_home != home:
            yield say("moved: question `{former}` -> `{key}`", former=question.key, key=later.key)
    for part, sentence in _RENAMED.items():
        names: Mapping[str, str] = getattr(origin, part)
        for former in (item.id for item in getattr(entry.earlier[0], part) if item.id in names):
            said = {"former": former, "name": names[former], "id": later.id}
            yield Sentence(sentence.message, said)
