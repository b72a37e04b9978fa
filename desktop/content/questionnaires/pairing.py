"""Two versions of a questionnaire side by side: which question of the one is which of the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec

from desktop.content.questionnaires.questionnaire import Origin, Question, QuestionKey, Questionnaire
from desktop.content.questionnaires.questionnaire_file import Condition

_NOTHING_REPLACED = Origin()


@dataclass(frozen=True, slots=True)
class Pair:
    """A question of the later version with the earlier ones it stands for, the one to prefer first."""

    later: Question
    earlier: tuple[Question, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Pairing:
    """All questions of two versions: `pairs` and `added` of the later one, `removed` of the earlier one.

    `names` leads from an earlier question's id to the later one's; it is used within one questionnaire.
    """

    pairs: tuple[Pair, ...]
    added: tuple[Question, ...]
    removed: tuple[Question, ...]
    names: Mapping[str, str]


def is_later(later: Questionnaire, earlier: Questionnaire) -> bool:
    """Whether a questionnaire is another version of an earlier one, by its id or by a former id."""
    return earlier.id in (later.id, *later.former_ids)


def successor(questionnaire_id: str, library: Iterable[Questionnaire]) -> Questionnaire | None:
    """The questionnaire that has an id today, or else the one that replaces it."""
    found = [each for each in library if questionnaire_id in (each.id, *each.former_ids)]
    return next((each for each in found if each.id == questionnaire_id), found[0] if found else None)


def pair(earlier: Iterable[Questionnaire], later: Iterable[Questionnaire]) -> Pairing:
    """The questions of two editions; each earlier question belongs to at most one later one."""
    left = _by_key(earlier)
    later = tuple(later)
    still_there = _by_key(later)
    origin_of = {
        question.key: each.origins.get(question.id, _NOTHING_REPLACED)
        for each in later
        for question in each.questions.values()
    }
    pairs, added = [], []
    for key, question in still_there.items():
        former = (name for name in origin_of[key].keys if name not in still_there)
        found = tuple(left.pop(name) for name in dict.fromkeys((key, *former)) if name in left)
        if found:
            pairs.append(Pair(question, found, origin_of[key]))
        else:
            added.append(question)
    names = {before.id: entry.later.id for entry in pairs for before in entry.earlier}
    return Pairing(tuple(pairs), tuple(added), tuple(left.values()), names)


def _by_key(questionnaires: Iterable[Questionnaire]) -> dict[QuestionKey, Question]:
    """All questions, a shared one as the first questionnaire asks it."""
    found: dict[QuestionKey, Question] = {}
    for questionnaire in questionnaires:
        for question in questionnaire.questions.values():
            found.setdefault(question.key, question)
    return found


def renamed_condition(condition: Condition | None, pairing: Pairing) -> Condition | None:
    """An earlier condition in the ids of the later version."""
    if condition is None:
        return None
    choices = {entry.later.id: entry.origin.choices for entry in pairing.pairs}
    return _renamed(condition, pairing.names, choices)


def _renamed(
    condition: Condition, names: Mapping[str, str], choices: Mapping[str, Mapping[str, str]]
) -> Condition:
    def parts(inner: tuple[Condition, ...] | None) -> tuple[Condition, ...] | None:
        return None if inner is None else tuple(_renamed(part, names, choices) for part in inner)

    question = condition.question and names.get(condition.question, condition.question)
    among = choices.get(question or "", {})
    return msgspec.structs.replace(
        condition,
        question=question,
        in_=_sorted(condition.in_, among),
        not_in=_sorted(condition.not_in, among),
        all=parts(condition.all),
        any=parts(condition.any),
        not_=condition.not_ and _renamed(condition.not_, names, choices),
    )


def _sorted(values: tuple[str, ...] | None, names: Mapping[str, str]) -> tuple[str, ...] | None:
    return None if values is None else tuple(sorted({names.get(value, value) for value in values}))
