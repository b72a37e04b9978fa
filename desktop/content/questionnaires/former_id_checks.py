"""Former ids compared with the earlier version: those dropped from `replaces:`, and those that never were."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from desktop.content.files.guesses import guess
from desktop.content.questionnaires.comparing import Comparison
from desktop.content.questionnaires.pairing import Pair
from desktop.content.questionnaires.questionnaire import Question, Questionnaire
from desktop.text import Sentence, say

Slips: TypeAlias = Iterator[tuple[Sentence, str]]
"""Sentences, each with its code."""
_CORRECT_IT = say("correct or remove it")
_PARTS = ("choices", "rows", "columns")


def find_lost_ids(comparison: Comparison) -> Slips:
    """Former ids that the earlier version still knew; without them, older answers lose their place."""
    known = _keys((comparison.later,))
    for entry in comparison.pairing.pairs:
        for old in entry.earlier:
            before = comparison.earlier.origins.get(old.id)
            if before is None:
                continue
            lost = [key for key in before.keys if key not in known]
            for part in _PARTS:
                mapping = getattr(entry.origin, part)
                still_there = {item.id for item in getattr(entry.later, part)}
                for name, stood_for in getattr(before, part).items():
                    if name not in mapping and mapping.get(stood_for, stood_for) in still_there:
                        lost.append(name)
            for name in lost:
                sentence = say(
                    "question `{id}` no longer names `{former}` under `replaces`; keep it there, older "
                    "answers need it",
                    id=entry.later.id,
                    former=name,
                )
                yield sentence, "V016"


def find_unknown_ids(comparison: Comparison, earlier: Iterable[Questionnaire]) -> Slips:
    """Former ids that the earlier version does not have."""
    known = _keys(earlier)
    homes = {key.partition("/")[0] for key in known}
    for question in comparison.later.questions.values():
        found = comparison.later.origins.get(question.id)
        keys = [key for key in (found.keys if found else ()) if key.partition("/")[0] in homes]
        if keys and not known.intersection(keys):
            yield _unknown(question, keys[0], known), "V017"
    for entry in comparison.pairing.pairs:
        yield from _unknown_parts(entry, comparison.earlier)


def _unknown_parts(entry: Pair, earlier: Questionnaire) -> Slips:
    for part in _PARTS:
        known = {item.id for old in entry.earlier for item in getattr(old, part)}
        for old in entry.earlier:
            known.update(getattr(earlier.origins.get(old.id), part, {}))
        for name in getattr(entry.origin, part):
            if name not in known:
                yield _unknown(entry.later, name, known), "V017"


def _unknown(question: Question, name: str, known: Iterable[str]) -> Sentence:
    return say(
        "question `{id}`: `replaces` names `{former}`, which was not there before; {advice}",
        id=question.id,
        former=name,
        advice=guess(name, known, _CORRECT_IT),
    )


def _keys(questionnaires: Iterable[Questionnaire]) -> frozenset[str]:
    """All keys of questions, today's and former ones."""
    each = tuple(questionnaires)
    today = frozenset(question.key for found in each for question in found.questions.values())
    return today.union(*(origin.keys for found in each for origin in found.origins.values()))
