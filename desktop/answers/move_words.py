"""A move of answers told in a sentence, for who wrote them into a file."""

import json
from collections.abc import Iterable, Iterator

from desktop.answers.moving import DroppedAnswer, Move, MovedAnswer
from desktop.answers.plain import answer_to_plain
from desktop.content.questionnaire import Questionnaire

_MOST_SHOWN = 60


def told(move: Move, old: Questionnaire, new: Questionnaire) -> str:
    """What became of the answers to one questionnaire."""
    keys = {question.key for question in old.questions.values()}
    kept = [entry for entry in move.kept if entry.old_question.key in keys]
    changed = [entry for entry in move.changed if entry.old_question.key in keys]
    dropped = [entry for entry in move.dropped if entry.old_question.key in keys]
    added = [question.id for question in move.new if question.id in new.questions]
    parts = (
        f"{len(kept)} kept",
        _counted("for changed questions", map(_changed, changed)),
        _counted("dropped", map(_dropped, dropped)),
        _counted("new and unanswered", (f"`{name}`" for name in added)),
    )
    found = "; ".join(part for part in parts if part)
    return f"the answers to `{old.id}` {old.version} were moved to `{new.id}` {new.version}: {found}"


def _counted(what: str, items: Iterable[str]) -> str:
    """How many, and which; empty where there are none."""
    found = list(items)
    return f"{len(found)} {what} ({', '.join(found)})" if found else ""


def _changed(entry: MovedAnswer) -> str:
    words = [*(difference.words for difference in entry.differences), *_left_out(entry)]
    return f"`{entry.question.id}`: {'; '.join(words)}"


def _left_out(entry: MovedAnswer) -> Iterator[str]:
    if entry.left_out:
        yield f"without {', '.join(f'`{name}`' for name in entry.left_out)}"


def _dropped(entry: DroppedAnswer) -> str:
    answer = json.dumps(answer_to_plain(entry.old_answer), ensure_ascii=False)
    shown = answer if len(answer) <= _MOST_SHOWN else f"{answer[:_MOST_SHOWN]}…"
    return f"`{entry.old_question.id}`: {shown}, because {entry.loss.value}"
