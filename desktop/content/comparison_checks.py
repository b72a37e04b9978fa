"""What looks like a slip when a questionnaire is compared with its earlier version: warnings, all of it."""

import difflib
from collections.abc import Iterable, Iterator

from desktop.content.comparing import Comparison
from desktop.content.former_id_checks import Slips, find_lost_ids, find_unknown_ids
from desktop.content.pairing import Pair
from desktop.content.questionnaire import Question, Questionnaire
from desktop.errors import Problem

_ONE_CHOICE = {"one", "scale"}
_ALIKE = 0.8
_HALF = 2


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
    if earlier.version == later.version and earlier.hash != later.hash:
        sentence = f"`{later.id}` changed, but its version is still {later.version}; raise `version`"
        yield sentence, "V011"
    before, after = _numbers(earlier.version), _numbers(later.version)
    if before and after and after < before:
        sentence = f"`{later.id}`: version {later.version} is lower than the earlier {earlier.version}"
        yield f"{sentence}; exchange the two, or raise `version`", "V012"


def _numbers(version: str) -> tuple[int, ...]:
    parts = version.split(".")
    is_plain = all(part.isascii() and part.isdigit() for part in parts)
    return tuple(map(int, parts)) if is_plain else ()


def _new_meanings(entry: Pair) -> Slips:
    before, after = entry.earlier[0], entry.later
    advice = "if it asks something else, give it a new id"
    if before.kind != after.kind and {before.kind, after.kind} != _ONE_CHOICE:
        sentence = f"question `{after.id}` was of kind {before.kind} and is of kind {after.kind} now"
        yield f"{sentence}; its answers cannot be moved: {advice}", "V013"
        return
    for what, parts, names, known in (
        ("choices", before.choices, entry.origin.choices, after.choices),
        ("rows", before.rows, entry.origin.rows, after.rows),
        ("columns", before.columns, entry.origin.columns, after.columns),
    ):
        still_there = {part.id for part in known}
        kept = [part.id for part in parts if names.get(part.id, part.id) in still_there]
        if parts and len(kept) * _HALF < len(parts):
            sentence = f"question `{after.id}` keeps {len(kept)} of its {len(parts)} {what}; {advice}"
            yield f"{sentence}, and if they mean the same, name the old ids under `replaces`", "V014"


def _forgotten_replacements(comparison: Comparison) -> Slips:
    earlier, later, pairing = comparison.earlier, comparison.later, comparison.pairing
    for old in pairing.removed:
        for new in pairing.added:
            if old.kind == new.kind and _is_alike(_question_text(earlier, old), _question_text(later, new)):
                sentence = f"question `{old.id}` is gone and the new `{new.id}` has nearly the same words"
                yield f"{sentence}; if it asks the same, add `replaces: {old.key}` to it", "V015"
    for entry in pairing.pairs:
        yield from _forgotten_choices(comparison, entry)


def _forgotten_choices(comparison: Comparison, entry: Pair) -> Slips:
    before, after = entry.earlier[0], entry.later
    were = comparison.earlier.text(comparison.earlier.source_language).questions[before.id]
    are = comparison.later.text(comparison.later.source_language).questions[after.id]
    for part in ("choices", "rows", "columns"):
        names = getattr(entry.origin, part)
        old_ids = [item.id for item in getattr(before, part)]
        new_ids = [item.id for item in getattr(after, part)]
        gone = [name for name in old_ids if names.get(name, name) not in new_ids]
        arrived = [name for name in new_ids if name not in {names.get(old, old) for old in old_ids}]
        for old in gone:
            for new in arrived:
                if _is_alike(getattr(were, part)[old].text, getattr(are, part)[new].text):
                    sentence = f"question `{after.id}`: `{old}` is gone and the new `{new}` reads alike"
                    yield f"{sentence}; if it means the same, add `replaces: {old}` to it", "V015"


def _question_text(questionnaire: Questionnaire, question: Question) -> str:
    return questionnaire.text(questionnaire.source_language).questions[question.id].text


def _is_alike(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, one.casefold(), other.casefold()).ratio() >= _ALIKE
