"""What an edition puts other files in the place of, kept so that answers and agreements stay readable."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop.content.consent import ConsentFile
from desktop.content.editions.overlay import ASSESSMENTS, CONSENT, Files, is_structure, stem_of
from desktop.content.files.decoding import decode
from desktop.content.files.strict_yaml import parse_yaml
from desktop.content.questionnaires.earlier import FORMER, MARK
from desktop.content.questionnaires.questionnaire_building import placed_entries
from desktop.content.questionnaires.questionnaire_file import QuestionnaireFile
from desktop.errors import ContentError

_VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}\Z")


class Versions(NamedTuple):
    """Questionnaires as pairs of id and version, and versions of the agreement."""

    questionnaires: frozenset[tuple[str, str]]
    agreements: frozenset[str]

    def shares(self, others: "Versions") -> bool:
        """Whether any is among the others."""
        return bool(self.questionnaires & others.questionnaires or self.agreements & others.agreements)


def kept_of(states: Iterable[Files], today: Files) -> dict[str, bytes]:
    """The files, by their path in the edition, of what was in use in former states and differs from today's.

    Two states may have different questionnaires of the same version: each state has a folder of its own.
    """
    kept: dict[str, bytes] = {}
    for number, state in enumerate(states):
        for folder, files in _questionnaires(state, today):
            kept |= {f"{FORMER}/{number}/{folder}/{name}": data for name, data in files.items()}
        for name, data in _consent(state, today):
            kept.setdefault(name, data)
    return kept


def versions_in(state: Files, today: Files) -> Versions:
    """What would be kept of a former state: all that differs from today's."""
    folders = (folder.partition(MARK) for folder, _ in _questionnaires(state, today))
    agreements = (name.split("/")[2] for name, _ in _consent(state, today))
    return Versions(frozenset((name, version) for name, _, version in folders), frozenset(agreements))


def _questionnaires(state: Files, today: Files) -> Iterator[tuple[str, dict[str, bytes]]]:
    structures = [name for name in state if is_questionnaire(name)]
    if all(state[name] == today.get(name) for name in state if _is_of_questionnaires(name)):
        return  # the usual case: nothing needs to be decoded
    for name in structures:
        files = _with_homes(name, state)
        if all(data == today.get(path) for path, data in files.items()):
            continue
        version = _version(state[name], name)
        if version is not None:
            plain = {path.rpartition("/")[2]: data for path, data in files.items()}
            yield f"{stem_of(name).rpartition('/')[2]}{MARK}{version}", plain


def is_questionnaire(name: str) -> bool:
    """Whether a file is the structure of a questionnaire in use, not of an earlier version."""
    return _is_of_questionnaires(name) and is_structure(name)


def _is_of_questionnaires(name: str) -> bool:
    return name.startswith(f"{ASSESSMENTS}/") and name.count("/") == 1


def _with_homes(name: str, state: Files) -> dict[str, bytes]:
    """The files of a questionnaire and of all those it takes questions from."""
    found: dict[str, bytes] = {}
    open_names = {name}
    while open_names:
        current = open_names.pop()
        stem = stem_of(current)
        found |= {path: data for path, data in state.items() if stem_of(path) == stem}
        homes = {f"{ASSESSMENTS}/{home}.yaml" for home in _homes(state.get(current, b""), current)}
        open_names |= {home for home in homes if home in state and home not in found}
    return found


def _homes(data: bytes, name: str) -> set[str]:
    try:
        file = decode(parse_yaml(data, name), QuestionnaireFile)
    except ContentError:
        return set()
    return {placed.entry.use.partition("/")[0] for placed in placed_entries(file) if placed.entry.use}


def _version(data: bytes, name: str) -> str | None:
    """A version that can be a folder's name; None where there is none, and nothing to keep."""
    try:
        found = decode(parse_yaml(data, name), QuestionnaireFile).version
    except ContentError:
        return None
    return found if _VERSION.match(found) else None


def _consent(state: Files, today: Files) -> Iterator[tuple[str, bytes]]:
    structure = f"{CONSENT}/consent.yaml"
    if structure not in state or state[structure] == today.get(structure):
        return
    try:
        version = decode(parse_yaml(state[structure], structure), ConsentFile).version
    except ContentError:
        return
    if not _VERSION.match(version):
        return
    for name, data in state.items():
        if stem_of(name) == f"{CONSENT}/consent":
            yield f"{CONSENT}/earlier/{version}/{name.rpartition('/')[2]}", data
