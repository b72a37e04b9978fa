"""A move of answers told in a sentence, for who wrote them into a file."""

import json
from collections.abc import Iterator, Mapping

from desktop.answers.moving import DroppedAnswer, Loss, Move, MovedAnswer
from desktop.answers.plain import answer_to_plain
from desktop.content.questionnaire import Questionnaire
from desktop.text import Sentence, joined, say

_MOST_SHOWN = 60
LOSSES: Mapping[Loss, Sentence] = {
    Loss.QUESTION_GONE: say("the question is gone"),
    Loss.DOES_NOT_FIT: say("the question no longer takes this answer"),
    Loss.MERGED: say("another answer took its place"),
}
"""Why an answer has no place in the new version, in words."""


def told(move: Move, old: Questionnaire, new: Questionnaire) -> Sentence:
    """What became of the answers to one questionnaire."""
    return say(
        "the answers to `{former}` {before} were moved to `{id}` {after}: {found}",
        former=old.id,
        before=old.version,
        id=new.id,
        after=new.version,
        found=joined(_found(move, old, new), "; "),
    )


def _found(move: Move, old: Questionnaire, new: Questionnaire) -> Iterator[Sentence]:
    """How many answers were kept, and which were not; parts without any are left out."""
    keys = {question.key for question in old.questions.values()}
    kept = [entry for entry in move.kept if entry.old_question.key in keys]
    changed = [_changed(entry) for entry in move.changed if entry.old_question.key in keys]
    dropped = [_dropped(entry) for entry in move.dropped if entry.old_question.key in keys]
    added = [f"`{question.id}`" for question in move.new if question.id in new.questions]
    yield say("{count} kept", count=len(kept))
    if changed:
        each = joined(changed, ", ")
        yield say("{count} for changed questions ({each})", count=len(changed), each=each)
    if dropped:
        yield say("{count} dropped ({each})", count=len(dropped), each=joined(dropped, ", "))
    if added:
        yield say("{count} new and unanswered ({each})", count=len(added), each=", ".join(added))


def _changed(entry: MovedAnswer) -> Sentence:
    changes = [difference.words for difference in entry.differences]
    if entry.left_out:
        changes.append(say("without {names}", names=", ".join(f"`{name}`" for name in entry.left_out)))
    return Sentence("`{id}`: {changes}", {"id": entry.question.id, "changes": joined(changes, "; ")})


def _dropped(entry: DroppedAnswer) -> Sentence:
    answer = json.dumps(answer_to_plain(entry.old_answer), ensure_ascii=False)
    return say(
        "`{id}`: {answer}, because {reason}",
        id=entry.old_question.id,
        answer=answer if len(answer) <= _MOST_SHOWN else f"{answer[:_MOST_SHOWN]}…",
        reason=LOSSES[entry.loss],
    )
