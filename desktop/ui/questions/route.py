"""The way through the questions of a round, without any window: what stands before and after which."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from desktop.answers import Progress, has_answer, progress
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, Questionnaire
from desktop.workspace import Case, Workspace

END = "(end)"
"""In place of a question: behind the last one of its questionnaire, as no id of a question can be written."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A question on the way: `number` of `of` in its section, counted from 1."""

    questionnaire: Questionnaire
    section: str
    question: Question
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """A section that has questions for this company, and how far it is."""

    questionnaire: Questionnaire
    section: str
    progress: Progress


class Route:
    """The questions shown to a company now; a new answer makes a new route."""

    def __init__(self, workspace: Workspace, case: Case) -> None:
        self._case = case
        self.questionnaires = workspace.questionnaires(case)
        self._stops = {each.id: tuple(_stops(workspace, case, each)) for each in self.questionnaires}

    def stops(self, questionnaire_id: str) -> tuple[Stop, ...]:
        """The questions of one questionnaire in order."""
        return self._stops.get(questionnaire_id, ())

    def find(self, questionnaire_id: str | None, question_id: str | None) -> Stop | None:
        """The place of a question, or the last one for the end; else the first open one, else the first."""
        stops = self.stops(questionnaire_id or "")
        if stops and question_id == END:
            return stops[-1]
        if not stops:
            stops = next((found for found in self._stops.values() if found), ())
        exact = [stop for stop in stops if stop.question.id == question_id]
        return next(chain(exact, self._open(stops), stops), None)

    def all(self) -> tuple[Stop, ...]:
        """All questions of the round in order."""
        return tuple(chain.from_iterable(self._stops.values()))

    def stop_of(self, key: QuestionKey) -> Stop | None:
        """Where a question is asked first; None where it is not asked now."""
        return next((stop for stop in self.all() if stop.question.key == key), None)

    def first_of(self, questionnaire_id: str, section: str) -> Stop | None:
        """Where a section is entered: its first open question, else its first."""
        stops = [stop for stop in self.stops(questionnaire_id) if stop.section == section]
        return next(chain(self._open(stops), stops), None)

    def beside(self, stop: Stop, step: int) -> Stop | None:
        """The question before (-1) or after (1) in the same questionnaire."""
        stops = self.stops(stop.questionnaire.id)
        ids = [each.question.id for each in stops]
        position = ids.index(stop.question.id) + step if stop.question.id in ids else 0
        return stops[position] if 0 <= position < len(stops) else None

    def next_open(self, stop: Stop) -> Stop | None:
        """The first question after a stop, in the same questionnaire, that has no answer."""
        stops = self.stops(stop.questionnaire.id)
        ids = [each.question.id for each in stops]
        position = ids.index(stop.question.id) + 1 if stop.question.id in ids else 0
        return next(iter(self._open(stops[position:])), None)

    def onward(self, stop: Stop, *, was_open: bool) -> Stop | None:
        """Where to go from a stop, None for the end: the next open question, whatever is answered between.

        Who looks at an answer given before (`was_open` false) and has none open ahead goes one by one.
        """
        ahead = self.next_open(stop)
        return ahead if ahead is not None or was_open else self.beside(stop, 1)

    def also_in(self, stop: Stop) -> Questionnaire | None:
        """The first other questionnaire of the round that asks the same question."""
        for name, stops in self._stops.items():
            if name != stop.questionnaire.id and any(
                each.question.key == stop.question.key for each in stops
            ):
                return stops[0].questionnaire
        return None

    def questionnaire_after(self, questionnaire_id: str) -> Questionnaire | None:
        """The next questionnaire of the round with a question to answer, from the last on to the first."""
        ids = list(self._stops)
        here = ids.index(questionnaire_id) + 1 if questionnaire_id in ids else 0
        following = (name for name in (*ids[here:], *ids[:here]) if name != questionnaire_id)
        first = (self.first_open(name) for name in following)
        return next((stop.questionnaire for stop in first if stop is not None), None)

    def later_open(self, questionnaire_id: str) -> Stop | None:
        """The first question without an answer in the questionnaires after one."""
        ids = list(self._stops)
        after = ids[ids.index(questionnaire_id) + 1 :] if questionnaire_id in ids else ids
        return next((stop for name in after if (stop := self.first_open(name)) is not None), None)

    def progress(self, questionnaire_id: str) -> Progress:
        """How far a questionnaire is."""
        return progress(tuple(stop.question for stop in self.stops(questionnaire_id)), self._case.sheet)

    def first_open(self, questionnaire_id: str) -> Stop | None:
        """The first question without an answer."""
        return next(self._open(self.stops(questionnaire_id)), None)

    def sections(self, questionnaire_id: str) -> tuple[SectionProgress, ...]:
        """The sections of a questionnaire with how far they are."""
        found: dict[str, list[Stop]] = {}
        for stop in self.stops(questionnaire_id):
            found.setdefault(stop.section, []).append(stop)
        return tuple(
            SectionProgress(
                stops[0].questionnaire,
                name,
                progress(tuple(stop.question for stop in stops), self._case.sheet),
            )
            for name, stops in found.items()
        )

    def _open(self, stops: Iterable[Stop]) -> Iterator[Stop]:
        return (stop for stop in stops if not has_answer(stop.question, self._case.sheet))


def _stops(workspace: Workspace, case: Case, questionnaire: Questionnaire) -> list[Stop]:
    shown = {question.id for question in workspace.questions(case, questionnaire.id)}
    stops = []
    for section in questionnaire.sections:
        questions = [question for question in section.questions if question.id in shown]
        stops += [
            Stop(questionnaire, section.id, question, number, len(questions))
            for number, question in enumerate(questions, start=1)
        ]
    return stops
