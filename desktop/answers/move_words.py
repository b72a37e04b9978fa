"""A move of answers in words: in one sentence for who wrote them into a file, and answer by answer."""

import json
from collections.abc import Iterator, Mapping

from desktop.answers.moving import DroppedAnswer, Loss, Move, MovedAnswer
from desktop.answers.plain import answer_to_plain
from desktop.content.questionnaires.question_differences import DECIDES_SCORES, Aspect
from desktop.content.questionnaires.questionnaire import Question, Questionnaire
from desktop.text import Sentence, joined, say

_MOST_SHOWN = 60
_LOSSES: Mapping[Loss, Sentence] = {
    Loss.QUESTION_GONE: say("the question is gone"),
    Loss.DOES_NOT_FIT: say("the question no longer takes this answer"),
    Loss.MERGED: say("another answer took its place"),
}
_DROPPED: Mapping[Loss, Sentence] = {
    Loss.QUESTION_GONE: say("The question is no longer asked."),
    Loss.DOES_NOT_FIT: say("The question no longer takes this answer: it must be answered again."),
    Loss.MERGED: say("Several questions became one, and the answer to another of them counts."),
}
_CHANGED: Mapping[Aspect, Sentence] = {
    Aspect.KIND: say("It is answered in another form now."),
    Aspect.PARTS: say("The possible answers are not the same as before: check whether yours still fits."),
    Aspect.POINTS: say("The possible answers are worth different points now."),
    Aspect.DIMENSION: say("It counts towards another dimension now."),
    Aspect.ASKED_WHEN: say("It is asked in different cases than before."),
    Aspect.COMPETENCES: say("It tells about different competences than before."),
}
_NOT_COMPARABLE = say("Its points cannot be compared with those before.")


def told(move: Move, old: Questionnaire, new: Questionnaire) -> Sentence:
    """What became of the answers to one questionnaire."""
    keys = {question.key for question in old.questions.values()}
    kept = [entry for entry in move.kept if entry.old_question.key in keys]
    changed = [_changed(entry) for entry in move.changed if entry.old_question.key in keys]
    dropped = [_dropped(entry) for entry in move.dropped if entry.old_question.key in keys]
    added = [f"`{question.id}`" for question in move.new if question.id in new.questions]
    parts = [say("{count} kept", count=len(kept))]
    for found, what in (
        (changed, say("{count} for changed questions ({which})")),
        (dropped, say("{count} dropped ({which})")),
        (added, say("{count} new and unanswered ({which})")),
    ):
        if found:
            parts.append(Sentence(what.message, {"count": len(found), "which": joined(found, ", ")}))
    return say(
        "the answers to `{old}` {before} were moved to `{new}` {after}: {found}",
        old=old.id,
        before=old.version,
        new=new.id,
        after=new.version,
        found=joined(parts, "; "),
    )


def reasons(entry: MovedAnswer | DroppedAnswer) -> tuple[Sentence, ...]:
    """Why an answer is not simply kept, a sentence for each reason; none where it is."""
    if isinstance(entry, DroppedAnswer):
        return (_DROPPED[entry.loss],)
    aspects = {difference.aspect for difference in entry.differences}
    if Aspect.PARTS in aspects:
        aspects -= {Aspect.COMPETENCES}  # goes with the possible answers
    found = [words for aspect, words in _CHANGED.items() if aspect in aspects]
    if Aspect.WEIGHT in aspects:
        found.append(_weighed(entry.old_question, entry.question))
    if Aspect.RESERVED in aspects:
        found += _offered(entry.old_question, entry.question)
    if entry.question.is_scored and aspects & DECIDES_SCORES:
        found.append(_NOT_COMPARABLE)
    return tuple(found)


def _weighed(old: Question, new: Question) -> Sentence:
    if new.weight > old.weight:
        return say("It counts more than before.")
    return say("It counts less than before.") if new.weight < old.weight else say("It counts differently.")


def _offered(old: Question, new: Question) -> Iterator[Sentence]:
    """What became of the two answers that questions offer by themselves."""
    if old.allows_unknown != new.allows_unknown:
        yield (
            say("“Don't know” can be answered now.")
            if new.allows_unknown
            else say("“Don't know” can no longer be answered.")
        )
    if old.allows_not_applicable != new.allows_not_applicable:
        yield (
            say("“Does not apply” can be answered now.")
            if new.allows_not_applicable
            else say("“Does not apply” can no longer be answered.")
        )


def _changed(entry: MovedAnswer) -> Sentence:
    changes = [difference.words for difference in entry.differences]
    if entry.left_out:
        changes.append(say("without {parts}", parts=", ".join(f"`{name}`" for name in entry.left_out)))
    return Sentence(
        "`{question}`: {changes}", {"question": entry.question.id, "changes": joined(changes, "; ")}
    )


def _dropped(entry: DroppedAnswer) -> Sentence:
    answer = json.dumps(answer_to_plain(entry.old_answer), ensure_ascii=False)
    shown = answer if len(answer) <= _MOST_SHOWN else f"{answer[:_MOST_SHOWN]}…"
    return say(
        "`{question}`: {answer}, because {reason}",
        question=entry.old_question.id,
        answer=shown,
        reason=_LOSSES[entry.loss],
    )
