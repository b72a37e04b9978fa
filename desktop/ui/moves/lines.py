"""A move of answers line by line, in the words of the questionnaires and without Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from desktop.answers import Answer, AnswerSheet, Facts, shown_questions
from desktop.answers.move_words import reasons
from desktop.answers.moving import DroppedAnswer, Loss, Move, MovedAnswer, Versions
from desktop.content.questionnaires.questionnaire import Question, Questionnaire, QuestionText
from desktop.report.said_answers import answer_in_words
from desktop.text import Wording


class Group(Enum):
    """What becomes of an answer, in the order in which the groups are shown: what wants a look first."""

    CHANGED = "changed"
    DROPPED = "dropped"
    NEW = "new"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class MoveLine:
    """One question of a move.

    `former` is how the question read where it reads differently now, `before` and `after` are the answers,
    empty where there is none to speak of. `place` leads to the question as `questionnaire/question`.
    """

    group: Group
    title: str
    question: str
    former: str = ""
    before: str = ""
    after: str = ""
    reason: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A move with what its lines depend on: the answers as they are after it, and whether it was made."""

    move: Move
    after: AnswerSheet
    facts: Facts
    is_made: bool


class LineWriter:
    """Writes the lines of a move in one language."""

    def __init__(self, moved: Moved, wording: Wording) -> None:
        self._moved = moved
        self._wording = wording
        self._versions = changed_versions(moved.move)

    def lines(self) -> Iterator[MoveLine]:
        """All lines, group by group, what must be answered anew first of what was dropped.

        Questionnaires that stay the same have none.
        """
        move = self._moved.move
        for entry in move.changed:
            yield from self._kept_or_changed(entry, Group.CHANGED)
        for lost in sorted(move.dropped, key=lambda lost: lost.loss is not Loss.DOES_NOT_FIT):
            yield from self._dropped(lost)
        for question in move.new:
            yield from self._new(question)
        for entry in move.kept:
            yield from self._kept_or_changed(entry, Group.KEPT)

    def _kept_or_changed(self, entry: MovedAnswer, group: Group) -> Iterator[MoveLine]:
        before, after = self._asking(entry.old_question, 0), self._asking(entry.question, 1)
        if before is None and after is None:
            return
        old = self._text(entry.old_question, before)
        new = self._text(entry.question, after)
        if old is None or new is None:
            return
        yield MoveLine(
            group,
            self._title(after or before),
            new.text,
            former=old.text if old.text != new.text else "",
            before=self._said(entry.old_question, old, entry.old_answer),
            after=self._said(entry.question, new, self._moved.after.get(entry.question.key)),
            reason=self._reason(entry, old),
            place=self._place(entry.question, after) if group is Group.CHANGED else "",
        )

    def _dropped(self, entry: DroppedAnswer) -> Iterator[MoveLine]:
        before = self._asking(entry.old_question, 0)
        old = self._text(entry.old_question, before)
        if before is None or old is None:
            return
        question = self._to_answer_anew(entry)
        home = None if question is None else self._asking(question, 1)
        yield MoveLine(
            Group.DROPPED,
            self._title(before),
            old.text,
            before=self._said(entry.old_question, old, entry.old_answer),
            after=self._said_since(question, home) if question else "",
            reason=" ".join(map(self._wording.tell, reasons(entry))),
            place=self._place(question, home) if question else "",
        )

    def _new(self, question: Question) -> Iterator[MoveLine]:
        home = self._asking(question, 1)
        text = self._text(question, home)
        if home is None or text is None:
            return
        said = self._said(question, text, self._moved.after.get(question.key))
        is_asked = self._is_asked(question, home)
        reason = "" if is_asked else self._wording("With your answers it is not asked.")
        place = self._place(question, home)
        yield MoveLine(Group.NEW, self._title(home), text.text, after=said, reason=reason, place=place)

    def _reason(self, entry: MovedAnswer, old: QuestionText) -> str:
        found = [self._wording.tell(sentence) for sentence in reasons(entry)]
        if entry.left_out:
            parts = {**old.choices, **old.rows}
            names = "; ".join(parts[name].text if name in parts else name for name in entry.left_out)
            found.insert(0, self._wording("Left out, because it is no longer there: {parts}.", parts=names))
        return " ".join(found)

    def _said(self, question: Question, text: QuestionText, answer: Answer | None) -> str:
        """The answer; a text as it was written, all others as sentences begin."""
        words = answer_in_words(question, text, answer, self._wording)
        return words if question.kind == "text" else f"{words[:1].upper()}{words[1:]}"

    def _said_since(self, question: Question, home: Questionnaire | None) -> str:
        """What was answered after the move where nothing could be taken over; empty without an answer."""
        text, answer = self._text(question, home), self._moved.after.get(question.key)
        return "" if text is None or answer is None else self._said(question, text, answer)

    def _to_answer_anew(self, entry: DroppedAnswer) -> Question | None:
        """The question that no longer takes the answer, as it is after the move."""
        key = entry.old_question.key
        for _, after in self._versions if entry.loss is Loss.DOES_NOT_FIT else ():
            for question in after.questions.values():
                origin = after.origins.get(question.id)
                if question.key == key or (origin is not None and key in origin.keys):
                    return question
        return None

    def _asking(self, question: Question, side: int) -> Questionnaire | None:
        """The questionnaire that asks a question, among those that change: before (0) or after (1)."""
        return next((pair[side] for pair in self._versions if _asks(pair[side], question)), None)

    def _text(self, question: Question, home: Questionnaire | None) -> QuestionText | None:
        every = (each for pair in self._moved.move.versions for each in pair if _asks(each, question))
        found = home or next(every, None)
        return None if found is None else found.text(self._wording.language).questions[question.id]

    def _title(self, home: Questionnaire | None) -> str:
        """The questionnaire's title where several change."""
        if home is None or len(self._versions) == 1:
            return ""
        return home.text(self._wording.language).title

    def _place(self, question: Question, home: Questionnaire | None) -> str:
        if home is None or not self._moved.is_made or not self._is_asked(question, home):
            return ""
        return f"{home.id}/{question.id}"

    def _is_asked(self, question: Question, home: Questionnaire) -> bool:
        return question in shown_questions(home, self._moved.after, self._moved.facts)


def changed_versions(move: Move) -> Versions:
    """The questionnaires of a move that have another version before than after it."""
    return tuple((before, after) for before, after in move.versions if before is not after)


def _asks(questionnaire: Questionnaire, question: Question) -> bool:
    found = questionnaire.questions.get(question.id)
    return found is not None and found.key == question.key
