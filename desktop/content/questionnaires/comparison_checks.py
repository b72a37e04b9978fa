"""What looks like a slip when a questionnaire is compared with its earlier version: warnings, all of it."""

import difflib
from collections.abc import Iterable, Iterator
from itertools import product

from desktop.content.files.problem_words import PART_NAMES
from desktop.content.questionnaires.comparing import Comparison
from desktop.content.questionnaires.former_id_checks import Slips, find_lost_ids, find_unknown_ids
from desktop.content.questionnaires.pairing import Pair
from desktop.content.questionnaires.questionnaire import Question, Questionnaire
from desktop.errors import Problem
from desktop.text import Sentence, say

_ONE_CHOICE = {"one", "scale"}
_ALIKE = 0.8
_HALF = 2
_KEEPS_FEW = {
    "choices": say(
        "question `{id}` keeps {kept} of its {all} choices; if it asks something else, give it a new id, and "
        "if they mean the same, name the old ids under `replaces`"
    ),
    "rows": say(
        "question `{id}` keeps {kept} of its {all} rows; if it asks something else, give it a new id, and if "
        "they mean the same, name the old ids under `replaces`"
    ),
    "columns": say(
        "question `{id}` keeps {kept} of its {all} columns; if it asks something else, give it a new id, and "
        "if they mean the same, name the old ids under `replaces`"
    ),
}


def find_version_problems(
    comparison: Comparison, earlier: Iterable[Questionnaire], file: str
) -> Iterator[Problem]:
    """Everything suspicious in a later version, whose structure stands in `file`.

    `earlier` are all questionnaires of the earlier edition, between which questions may have moved.
    """
    sentences = (
        *_version_slips(comparison.earlier, comparison.later),
        *(found for entry in comparison.pairing.pairs for found in _new_meanings(entry)),
        *_forgotten_replacements(comparison),
        *find_lost_ids(comparison),
        *find_unknown_ids(comparison, earlier),
    )
    for sentence, code in sentences:
        yield Problem(file, 0, sentence, code, is_warning=True)


def _version_slips(earlier: Questionnaire, later: Questionnaire) -> Slips:
    said = {"id": later.id, "version": later.version}
    if earlier.version == later.version and earlier.hash != later.hash:
        yield say("`{id}` changed, but its version is still {version}; raise `version`", **said), "V011"
    before, after = _numbers(earlier.version), _numbers(later.version)
    if before and after and after < before:
        sentence = say(
            "`{id}`: version {version} is lower than the earlier {earlier}; exchange the two, or raise "
            "`version`",
            **said,
            earlier=earlier.version,
        )
        yield sentence, "V012"


def _numbers(version: str) -> tuple[int, ...]:
    parts = version.split(".")
    is_plain = all(part.isascii() and part.isdigit() for part in parts)
    return tuple(map(int, parts)) if is_plain else ()


def _new_meanings(entry: Pair) -> Slips:
    before, after = entry.earlier[0], entry.later
    if before.kind != after.kind and {before.kind, after.kind} != _ONE_CHOICE:
        sentence = say(
            "question `{id}` was of kind {before} and is of kind {after} now; its answers cannot be moved: "
            "if it asks something else, give it a new id",
            id=after.id,
            before=before.kind,
            after=after.kind,
        )
        yield sentence, "V013"
        return
    for part, sentence in _KEEPS_FEW.items():
        names = getattr(entry.origin, part)
        were = [item.id for item in getattr(before, part)]
        still_there = {item.id for item in getattr(after, part)}
        kept = [name for name in were if names.get(name, name) in still_there]
        if were and len(kept) * _HALF < len(were):
            yield Sentence(sentence.message, {"id": after.id, "kept": len(kept), "all": len(were)}), "V014"


def _forgotten_replacements(comparison: Comparison) -> Slips:
    earlier, later, pairing = comparison.earlier, comparison.later, comparison.pairing
    for old in pairing.removed:
        for new in pairing.added:
            if old.kind == new.kind and _is_alike(_question_text(earlier, old), _question_text(later, new)):
                sentence = say(
                    "question `{former}` is gone and the new `{id}` has nearly the same words; if it asks "
                    "the same, add `replaces: {key}` to it",
                    former=old.id,
                    id=new.id,
                    key=old.key,
                )
                yield sentence, "V015"
    for entry in pairing.pairs:
        yield from _forgotten_parts(comparison, entry)


def _forgotten_parts(comparison: Comparison, entry: Pair) -> Slips:
    before, after = entry.earlier[0], entry.later
    were = comparison.earlier.text(comparison.earlier.source_language).questions[before.id]
    are = comparison.later.text(comparison.later.source_language).questions[after.id]
    for part in PART_NAMES:
        names = getattr(entry.origin, part)
        old_ids = [item.id for item in getattr(before, part)]
        new_ids = [item.id for item in getattr(after, part)]
        gone = [name for name in old_ids if names.get(name, name) not in new_ids]
        arrived = [name for name in new_ids if name not in {names.get(old, old) for old in old_ids}]
        for old, new in product(gone, arrived):
            if _is_alike(getattr(were, part)[old].text, getattr(are, part)[new].text):
                sentence = say(
                    "question `{id}`: `{former}` is gone and the new `{name}` reads alike; if it means the "
                    "same, add `replaces: {former}` to it",
                    id=after.id,
                    former=old,
                    name=new,
                )
                yield sentence, "V015"


def _question_text(questionnaire: Questionnaire, question: Question) -> str:
    return questionnaire.text(questionnaire.source_language).questions[question.id].text


def _is_alike(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, one.casefold(), other.casefold()).ratio() >= _ALIKE
