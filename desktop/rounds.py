"""A stored round seen through its questionnaires, each in the version it was answered in."""

from collections.abc import Iterable, Mapping
from typing import Any

from desktop.answers import Answer, AnswerError, AnswerSheet, answer_from_plain, answer_to_plain
from desktop.answers.moving import Move, Versions, move_answers
from desktop.content.library import Library
from desktop.content.questionnaires.pairing import successor
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, Questionnaire
from desktop.storage import FormerRound, PinnedQuestionnaire, StoredRound


def pin(questionnaire: Questionnaire) -> PinnedQuestionnaire:
    """What a round remembers of a questionnaire."""
    return PinnedQuestionnaire(questionnaire.id, questionnaire.version, questionnaire.hash)


def asked(library: Library, pinned: PinnedQuestionnaire) -> Questionnaire | None:
    """A round's questionnaire as it was then, where not known as it is today; None where it is gone."""
    then = library.questionnaire(pinned.id, pinned.version, pinned.hash)
    return then or library.questionnaires.get(pinned.id)


def all_asked(library: Library, pinned: Iterable[PinnedQuestionnaire]) -> tuple[Questionnaire, ...]:
    """Those of a round's questionnaires that are there, as `asked`, in order."""
    found = (asked(library, each) for each in pinned)
    return tuple(each for each in found if each is not None)


def sheet_of(
    answers: Mapping[QuestionKey, Any], questionnaires: Iterable[Questionnaire], known: Iterable[Question]
) -> AnswerSheet:
    """The stored answers that fit each of the questionnaires that ask them, or else a known question."""
    takers: dict[QuestionKey, list[Question]] = {}
    for questionnaire in questionnaires:
        for question in questionnaire.questions.values():
            takers.setdefault(question.key, []).append(question)
    for question in known:
        takers.setdefault(question.key, [question])
    sheet: dict[QuestionKey, Answer] = {}
    for key, plain in answers.items():
        try:
            fitting = [answer_from_plain(question, plain) for question in takers.get(key, ())]
        except AnswerError:
            continue
        if fitting:
            sheet[key] = fitting[0]
    return sheet


def waiting_move(library: Library, stored: StoredRound) -> Move | None:
    """What moving a round to today's questionnaires would make of it; None where none has a later version."""
    versions = versions_of(library, stored.questionnaires)
    if all(then is today for then, today in versions):
        return None
    return move_answers(versions, sheet_of(stored.answers, [then for then, _ in versions], ()))


def versions_of(library: Library, pinned: Iterable[PinnedQuestionnaire]) -> Versions:
    """The questionnaires of a round as they were answered, each with today's; they may be the same.

    What people answer for themselves is left out: it stays in the version the round began with.
    """
    versions: list[tuple[Questionnaire, Questionnaire]] = []
    for each in pinned:
        then = asked(library, each)
        today = successor(each.id, library.questionnaires.values())
        if then is not None and today is not None and not then.is_personal:
            versions.append((then, today))
    return tuple(versions)


def pins_after(move: Move, stored: StoredRound) -> tuple[PinnedQuestionnaire, ...]:
    """The round's questionnaires after a move, in their order; those without a later version stay."""
    later = {old.id: new for old, new in move.versions}
    pins = (pin(later[each.id]) if each.id in later else each for each in stored.questionnaires)
    return tuple({each.id: each for each in pins}.values())


def answers_after(move: Move, stored: StoredRound) -> dict[QuestionKey, Any]:
    """The answers in plain form that a move changes, and those that only it lets be changed.

    An answer that is the same after it may be given anew in words that the old version does not know.
    """
    plain = {key: answer_to_plain(answer) for key, answer in move.after.items()}
    changed = {key: value for key, value in plain.items() if stored.answers.get(key) != value}
    staying = _keys(then for then, today in move.versions if then is today)
    touched = _keys(then for then, today in move.versions if then is not today) - staying
    same = {key: stored.answers[key] for key in move.before if key in touched and key in stored.answers}
    return {**same, **changed}


def _keys(questionnaires: Iterable[Questionnaire]) -> frozenset[QuestionKey]:
    return frozenset(question.key for each in questionnaires for question in each.questions.values())


def before(former: FormerRound, stored: StoredRound) -> StoredRound:
    """A round as it was before the move that is not confirmed yet."""
    answers = {**stored.answers, **former.answers}
    return StoredRound(
        stored.id,
        stored.company_id,
        stored.company,
        stored.stage,
        former.questionnaires,
        stored.constraints,
        stored.place,
        {key: plain for key, plain in answers.items() if plain is not None},
        stored.uuid,
    )
