"""The way from the answers of then to those of now, one cause of change after the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop.answers import Answer, AnswerSheet, Facts, Rows, Ticked, shown_questions
from desktop.answers.moving import Loss, Move, Versions, move_answers
from desktop.comparing.causes import Cause
from desktop.comparing.knowing import with_what_is_known
from desktop.content.questionnaires.pairing import Pair, pair
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, Questionnaire

_NEW_TO = frozenset({Loss.DOES_NOT_FIT, Loss.MERGED})


@dataclass(frozen=True, slots=True)
class RoundAnswers:
    """A round: its questionnaires in their versions, its answers, and who told each, where that is known."""

    questionnaires: tuple[Questionnaire, ...]
    sheet: AnswerSheet
    told_by: Mapping[QuestionKey, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Way:
    """The questionnaires of both rounds in pairs, and the answers after each cause has done its part.

    `then` are the answers as they were given to the first of each pair, `after` those to the second: with
    the last cause they are the answers of now. `former` leads from a question of now to that of then.
    """

    versions: Versions
    move: Move
    former: Mapping[QuestionKey, QuestionKey]
    then: AnswerSheet
    after: Mapping[Cause, AnswerSheet]


def way_between(then: RoundAnswers, now: RoundAnswers, facts: Facts) -> Way:
    """The way between two rounds of one company."""
    versions = same_questionnaires(then.questionnaires, now.questionnaires)
    move = move_answers(versions, then.sheet)
    walk = _Walk(versions, move, then, now, facts)
    first = walk.asked_alike()
    second = walk.known_alike(first)
    third = walk.told_alike(second)
    steps = (first, second, third, dict(now.sheet))
    return Way(versions, move, walk.former, then.sheet, dict(zip(Cause, steps, strict=True)))


def same_questionnaires(then: Iterable[Questionnaire], now: Iterable[Questionnaire]) -> Versions:
    """The questionnaires of both rounds in pairs, whatever their ids were then."""
    before = {each.id: each for each in then}
    pairs = (
        (next((before[name] for name in (each.id, *each.former_ids) if name in before), None), each)
        for each in now
    )
    return tuple((old, new) for old, new in pairs if old is not None)


class _Walk:
    """Takes the steps; only questions of questionnaires that both rounds have are looked at."""

    def __init__(
        self, versions: Versions, move: Move, then: RoundAnswers, now: RoundAnswers, facts: Facts
    ) -> None:
        self._move, self._then, self._now = move, then, now
        pairing = pair((old for old, _ in versions), (new for _, new in versions))
        self._pairs = {entry.later.key: entry for entry in pairing.pairs}
        moved = (*move.kept, *move.changed)
        self.former = {entry.later.key: entry.earlier[0].key for entry in pairing.pairs}
        self.former |= {entry.question.key: entry.old_question.key for entry in moved}
        later = [new for _, new in versions]
        self._questions = {question.key: question for each in later for question in each.questions.values()}
        self._asked_now = {
            question.key for each in later for question in shown_questions(each, now.sheet, facts)
        }

    def asked_alike(self) -> dict[QuestionKey, Answer]:
        """The answers of then in the questions of now; what was not asked then is taken from now."""
        sheet = dict(self._move.after)
        lost = {entry.old_question.key for entry in self._move.dropped if entry.loss in _NEW_TO}
        for key, question in self._questions.items():
            now, entry = self._now.sheet.get(key), self._pairs.get(key)
            moved = sheet.get(key)
            if now is None:
                continue
            if moved is None and (entry is None or any(each.key in lost for each in entry.earlier)):
                sheet[key] = now
            elif entry is not None and moved is not None:
                sheet[key] = self._with_new_parts(question, entry, moved, now)
        return sheet

    def _with_new_parts(self, question: Question, entry: Pair, moved: Answer, now: Answer) -> Answer:
        """An answer of then with what now is said of choices and rows that could not be answered then."""
        old, origin = entry.earlier[0], entry.origin
        if isinstance(moved, Ticked) and isinstance(now, Ticked):
            before = {origin.choices.get(each.id, each.id) for each in old.choices}
            new = {each.id for each in question.choices} - before
            return Ticked(moved.choices | (now.choices & new))
        given = self._then.sheet.get(self.former[question.key])
        if isinstance(moved, Rows) and isinstance(now, Rows) and isinstance(given, Rows):
            was_open = {origin.rows.get(row.id, row.id) for row in old.rows if row.id not in given.rows}
            rows = {name: said for name, said in now.rows.items() if name not in {*moved.rows, *was_open}}
            return Rows({**moved.rows, **rows})
        return moved

    def known_alike(self, sheet: AnswerSheet) -> dict[QuestionKey, Answer]:
        """Also what was not known in one of the rounds is taken from now, as far as it is asked now."""
        known: dict[QuestionKey, Answer | None] = dict(sheet)
        for key in self._questions.keys() & self._asked_now:
            known[key] = with_what_is_known(sheet.get(key), self._now.sheet.get(key))
        return _without_gaps(known)

    def told_alike(self, sheet: AnswerSheet) -> dict[QuestionKey, Answer]:
        """Also what somebody else told is taken from now."""
        told: dict[QuestionKey, Answer | None] = dict(sheet)
        for key in self._questions:
            before = self._then.told_by.get(self.former.get(key, key), "").strip().casefold()
            after = self._now.told_by.get(key, "").strip().casefold()
            if before and after and before != after:
                told[key] = self._now.sheet.get(key)
        return _without_gaps(told)


def _without_gaps(sheet: Mapping[QuestionKey, Answer | None]) -> dict[QuestionKey, Answer]:
    return {key: answer for key, answer in sheet.items() if answer is not None}
