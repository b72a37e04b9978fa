"""Those who answer the company's questions apart: side by side, and the one answer the company agrees on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from desktop.answers import Answer, Facts, answer_to_plain, has_answer
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, Questionnaire
from desktop.scores import same_answer, voices_apart
from desktop.storage.stored import told_by_all
from desktop.workspace.case import Asks, Case
from desktop.workspace.respondents import Person, Respondents

if TYPE_CHECKING:
    from desktop.dossier import SeveralVoices

Stance = Literal["agree", "differ", "open"]
"""Whether all said the same, somebody said something else, or not all have answered yet."""
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Said:
    """What one of those who answer said; None where nothing was, or was not asked on her or his own sheet."""

    person: Person
    answer: Answer | None
    is_asked: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """A question with what each said, in the order of the people, and the company's own answer."""

    questionnaire: Questionnaire
    question: Question
    said: tuple[Said, ...]
    agreed: Answer | None

    @property
    def stance(self) -> Stance:
        """How far they agree; of free texts nobody expects that they are the same."""
        given = [each.answer for each in self.said if each.answer is not None]
        if not same_answer(given):
            return "open" if self.question.kind == "text" else "differ"
        is_whole = all(has_answer(self.question, {self.question.key: answer}) for answer in given)
        return "agree" if is_whole and len(given) == len(self.said) >= _SEVERAL else "open"

    @property
    def common(self) -> Answer | None:
        """The answer that all gave; None where they did not."""
        return self.said[0].answer if self.stance == "agree" else None

    @property
    def waits(self) -> bool:
        """Whether all said the same and the company's answer is not that yet."""
        return self.stance == "agree" and self.agreed != self.common


class Voices(Respondents):
    """Several people on the company's own questionnaires. Every save is on disk when it returns.

    What somebody answered in secret is never among it, whichever questionnaire asks the question now.
    """

    asks: Asks = "company"

    def heard(self, case: Case) -> tuple[Person, ...]:
        """Those who have answered anything."""
        return tuple(person for person in self.everybody(case) if person.progress.answered)

    def side_by_side(self, case: Case) -> tuple[Agreement, ...]:
        """Every question that somebody or the company is asked, each once, in the order of asking."""
        people, found = self.heard(case), dict[QuestionKey, Agreement]()
        for questionnaire in self.questionnaires(case):
            for row in self._rows(case, questionnaire, people):
                found.setdefault(row.question.key, row)
        return tuple(found.values())

    def take_over(self, case: Case, row: Agreement, answer: Answer) -> Case:
        """Let an answer that somebody gave be the company's."""
        by = told_by_all(each.person.label for each in row.said if each.answer == answer)
        return self._agree(case, {row.question.key: answer}, by)

    def take_over_common(self, case: Case, shown: Iterable[Agreement] | None = None) -> tuple[Case, int]:
        """Let all that everybody said alike be the company's; with how many answers that changed.

        Where rows were `shown`, only what everybody says still; MeanwhileError where another desk has given
        other answers for the company than the case says.
        """
        seen = None if shown is None else {row.question.key: row.common for row in shown}
        waiting = [row for row in self.side_by_side(case) if row.waits]
        common = {
            row.question.key: row.common
            for row in waiting
            if seen is None or seen.get(row.question.key) == row.common
        }
        answers = {key: answer for key, answer in common.items() if answer is not None}
        by = told_by_all(person.label for person in self.heard(case))
        return self._agree(case, answers, by), len(answers)

    def apart(self, case: Case) -> "tuple[SeveralVoices, ...]":
        """How far apart those are who answered a questionnaire, for each that at least two did."""
        from desktop.dossier import SeveralVoices, numbered

        people, facts = self.heard(case), Facts.of(case.company)
        voices = numbered((person.role, person.label) for person in people)
        found = []
        for questionnaire in self.questionnaires(case):
            keys = {question.key for question in questionnaire.questions.values()}
            sheets = [person.answers.sheet for person in people]
            own = [(voice, sheet) for voice, sheet in zip(voices, sheets, strict=True) if keys & sheet.keys()]
            apart = voices_apart(questionnaire, [sheet for _, sheet in own], facts)
            if apart is not None:
                found.append(SeveralVoices(tuple(voice for voice, _ in own), apart))
        return tuple(found)

    def _rows(
        self, case: Case, questionnaire: Questionnaire, people: tuple[Person, ...]
    ) -> Iterator[Agreement]:
        shown = [
            {each.key for each in self.questions(case, questionnaire, person.answers.sheet)}
            for person in people
        ]
        own = {each.key for each in self.questions(case, questionnaire, case.sheet)}
        for question in questionnaire.questions.values():
            if question.key not in own.union(*shown):
                continue
            said = (
                Said(person, person.answers.sheet.get(question.key) if is_asked else None, is_asked)
                for person, keys in zip(people, shown, strict=True)
                for is_asked in (question.key in keys,)
            )
            yield Agreement(questionnaire, question, tuple(said), case.sheet.get(question.key))

    def _agree(self, case: Case, answers: Mapping[QuestionKey, Answer], told_by: str) -> Case:
        plain = {key: answer_to_plain(answer) for key, answer in answers.items()}
        seen: dict[str, Any] | None = None
        if self._stores.is_shared:
            there = {key: case.sheet.get(key) for key in answers}
            seen = {key: None if each is None else answer_to_plain(each) for key, each in there.items()}
        self._stores.store.save_answers(case.id, plain, told_by, seen)
        return replace(case, sheet={**case.sheet, **answers})
