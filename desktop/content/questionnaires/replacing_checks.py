"""Sense checks of `replaces:`: a former id is gone, stands once, and leads nowhere in circles."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from desktop.content.files.problem_words import PART_NAMES, entry_id, problem, question_named
from desktop.content.files.strict_yaml import Steps
from desktop.content.questionnaires.questionnaire_building import Source, placed_entries
from desktop.content.questionnaires.questionnaire_file import ChoiceEntry, RowEntry
from desktop.content.questionnaires.replacing import former_ids, listed, replaced_keys
from desktop.errors import Problem
from desktop.text import Sentence, say

_SLUG = re.compile(r"[a-z][a-z0-9-]{0,59}\Z")
_SHOWN = 60  # characters of what is no id
_Former = Mapping[str, tuple[str, ...]]


def find_replacing_problems(source: Source, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Everything wrong with the former ids a structure file names."""
    everywhere = {name: former_ids(other.file) for name, other in sources.items()}
    for former in former_ids(source.file):
        what = say("questionnaire `{id}`", id=source.file.id)
        sentence = _wrong(what, former, source.file.id, everywhere)
        if sentence:
            yield problem(source, ("replaces",), *sentence)
    yield from _find_question_problems(source, sources)
    for name, steps in source.file.scales.items():
        what = say("scale `{name}`: step", name=name)
        yield from _find_part_problems(source, ("scales", name), what, steps)
    for placed in placed_entries(source.file):
        for part, word in PART_NAMES.items():
            what = say("question `{id}`: {part}", id=entry_id(placed.entry), part=word)
            path = (*placed.path, part)
            yield from _find_part_problems(source, path, what, getattr(placed.entry, part))


def _find_question_problems(source: Source, sources: Mapping[str, Source]) -> Iterator[Problem]:
    former = {
        f"{other.file.id}/{placed.entry.id}": tuple(map(str, replaced_keys(other.file, placed.entry)))
        for other in sources.values()
        for placed in placed_entries(other.file)
        if placed.entry.id
    }
    for placed in placed_entries(source.file):
        own = f"{source.file.id}/{placed.entry.id}"
        for key in dict.fromkeys(map(str, replaced_keys(source.file, placed.entry))):
            sentence = _wrong(question_named(placed.entry.id), key, own, former, _shortened(source.file.id))
            if sentence:
                yield problem(source, (*placed.path, "replaces"), *sentence)


def _find_part_problems(
    source: Source, path: Steps, what: Sentence, entries: Iterable[ChoiceEntry | RowEntry]
) -> Iterator[Problem]:
    entries = tuple(entries)
    former = {entry.id: listed(entry.replaces) for entry in entries}
    for index, entry in enumerate(entries):
        for name in listed(entry.replaces):
            sentence = _wrong(say("{what} `{id}`", what=what, id=entry.id), name, entry.id, former)
            if sentence:
                yield problem(source, (*path, index, "replaces"), *sentence)


def _shortened(questionnaire_id: str) -> Callable[[str], str]:
    return lambda key: key.removeprefix(f"{questionnaire_id}/")


def _wrong(
    what: Sentence, named: str, own: str, former: _Former, short: Callable[[str], str] = str
) -> tuple[Sentence, str] | None:
    """Sentence and code of what is wrong with `own` replacing `named`; None where it is right."""
    said = {"what": what, "former": short(named)[:_SHOWN]}
    others = [name for name, names in former.items() if named in names]
    if not all(_SLUG.match(part) for part in named.split("/", 1)):
        sentence = say(
            "{what} replaces `{former}`, which is not an id; an id has small letters, digits and hyphens",
            **said,
        )
        return sentence, "V005"
    if own in _replaced_by(named, former):
        sentence = say("{what} replaces `{former}`, which leads back to it; name ids that are gone", **said)
        return sentence, "V003"
    if named in former:
        sentence = say(
            "{what} replaces `{former}`, which still exists; remove one of the two, or give the new one "
            "an id without `replaces`",
            **said,
        )
        return sentence, "V001"
    if others and (others[0] != own or former[own].count(named) > 1):
        sentence = say(
            "{what} replaces `{former}`, and so does `{other}`; keep the one that asks the same",
            **said,
            other=short(others[0]),
        )
        return sentence, "V002"
    return None


def _replaced_by(name: str, former: _Former) -> frozenset[str]:
    """What an id stands for, step by step, itself included."""
    found: set[str] = set()
    open_names = [name]
    while open_names:
        current = open_names.pop()
        if current not in found:
            found.add(current)
            open_names.extend(former.get(current, ()))
    return frozenset(found)
