"""Sense checks of `replaces:`: a former id is gone, stands once, and leads nowhere in circles."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from desktop.content.problem_words import entry_id, problem
from desktop.content.questionnaire_building import Source, placed_entries
from desktop.content.questionnaire_file import ChoiceEntry, RowEntry
from desktop.content.replacing import former_ids, listed, replaced_keys
from desktop.content.strict_yaml import Steps
from desktop.errors import Problem

_SLUG = re.compile(r"[a-z][a-z0-9-]{0,59}\Z")
_Former = Mapping[str, tuple[str, ...]]


def find_replacing_problems(source: Source, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Everything wrong with the former ids a structure file names."""
    everywhere = {name: former_ids(other.file) for name, other in sources.items()}
    for former in former_ids(source.file):
        sentence = _wrong(f"questionnaire `{source.file.id}`", former, source.file.id, everywhere)
        if sentence:
            yield problem(source, ("replaces",), *sentence)
    yield from _find_question_problems(source, sources)
    for name, steps in source.file.scales.items():
        yield from _find_part_problems(source, ("scales", name), f"scale `{name}`: step", steps)
    for placed in placed_entries(source.file):
        for part in ("choices", "rows", "columns"):
            what = f"question `{entry_id(placed.entry)}`: {part[:-1]}"
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
            sentence = _wrong(f"question `{placed.entry.id}`", key, own, former, _shortened(source.file.id))
            if sentence:
                yield problem(source, (*placed.path, "replaces"), *sentence)


def _find_part_problems(
    source: Source, path: Steps, what: str, entries: Iterable[ChoiceEntry | RowEntry]
) -> Iterator[Problem]:
    entries = tuple(entries)
    former = {entry.id: listed(entry.replaces) for entry in entries}
    for index, entry in enumerate(entries):
        for name in listed(entry.replaces):
            sentence = _wrong(f"{what} `{entry.id}`", name, entry.id, former)
            if sentence:
                yield problem(source, (*path, index, "replaces"), *sentence)


def _shortened(questionnaire_id: str) -> Callable[[str], str]:
    return lambda key: key.removeprefix(f"{questionnaire_id}/")


def _wrong(
    what: str, named: str, own: str, former: _Former, short: Callable[[str], str] = str
) -> tuple[str, str] | None:
    """Sentence and code of what is wrong with `own` replacing `named`; None where it is right."""
    if not all(_SLUG.match(part) for part in named.split("/", 1)):
        sentence = f"{what} replaces `{short(named)[:60]}`, which is no id; an id has small letters, digits"
        return f"{sentence} and hyphens", "V005"
    if own in _replaced_by(named, former):
        sentence = f"{what} replaces `{short(named)}`, which leads back to it; name ids that are gone"
        return sentence, "V003"
    if named in former:
        sentence = (
            f"{what} replaces `{short(named)}`, which still exists; remove one of the two, or give the new "
            f"one an id without `replaces`"
        )
        return sentence, "V001"
    others = [name for name, names in former.items() if named in names]
    if others and (others[0] != own or former[own].count(named) > 1):
        sentence = (
            f"{what} replaces `{short(named)}`, and so does `{short(others[0])}`; keep the one that asks"
        )
        return f"{sentence} the same", "V002"
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
