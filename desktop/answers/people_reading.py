"""What people answered for themselves, as an input file tells it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop.answers.move_words import told
from desktop.answers.moving import move_answers
from desktop.answers.reading import AnsweredFile, read_answers
from desktop.answers.respondent import Respondent, role_questions
from desktop.answers.sheet_reading import FindEarlier, heading_problem, none_known, read_sheet, versions_of
from desktop.answers.values import Answer, AnswerSheet, Chosen
from desktop.content.catalogues.catalogue_file import Role
from desktop.content.files.strict_yaml import Steps
from desktop.content.plan_input import AnsweredPerson, PlanInput
from desktop.content.questionnaires.questionnaire import QuestionKey, Questionnaire
from desktop.errors import ContentError, Problem
from desktop.text import say


@dataclass(frozen=True, slots=True)
class AnsweredPeople:
    """The personal questionnaires an input file answers, and the people who did.

    `warnings` say what became of answers to earlier versions.
    """

    questionnaires: tuple[Questionnaire, ...] = ()
    people: tuple[Respondent, ...] = ()
    warnings: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Person:
    """Somebody while the file is read; the same label under another questionnaire is the same person."""

    role: Role
    sheet: dict[QuestionKey, Answer] = field(default_factory=dict)
    answered: list[str] = field(default_factory=list)


def read_people(
    plan_input: PlanInput, library: Mapping[str, Questionnaire], find_earlier: FindEarlier = none_known
) -> AnsweredPeople:
    """The people of the file; ContentError with every problem where some answers do not fit."""
    reading = _Reading(plan_input, library, find_earlier)
    for index, entry in enumerate(plan_input.people_answers):
        reading.read(("people_answers", index), entry)
    if reading.problems:
        raise ContentError(*reading.problems)
    asked = tuple(reading.questionnaires.values())
    people = tuple(Respondent.of(each.role, each.sheet, asked) for each in reading.people.values())
    return AnsweredPeople(asked, people, tuple(reading.warnings))


def read_answers_and_people(
    plan_input: PlanInput, library: Mapping[str, Questionnaire], find_earlier: FindEarlier = none_known
) -> tuple[AnsweredFile, AnsweredPeople]:
    """All answers of the file; ContentError with every problem where some do not fit."""
    problems: list[Problem] = []
    answered = people = None
    try:
        answered = read_answers(plan_input, library, find_earlier)
    except ContentError as error:
        problems.extend(error.problems)
    try:
        people = read_people(plan_input, library, find_earlier)
    except ContentError as error:
        problems.extend(error.problems)
    if answered is None or people is None:
        raise ContentError(*problems)
    return answered, people


class _Reading:
    """Reads entry after entry."""

    def __init__(
        self, plan_input: PlanInput, library: Mapping[str, Questionnaire], find_earlier: FindEarlier
    ) -> None:
        self._document = plan_input.document
        self._library = library
        self._find_earlier = find_earlier
        self.people: dict[str, _Person] = {}
        self.questionnaires: dict[str, Questionnaire] = {}
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []

    def read(self, path: Steps, entry: AnsweredPerson) -> None:
        """Add an entry's person, or what is wrong with it."""
        answered, today = versions_of(entry.id, entry.version, self._library, self._find_earlier)
        if answered is None or today is None:
            named = (entry.id, entry.version)
            self.problems.append(heading_problem(self._document, path, named, self._library))
            return
        person = self.people.setdefault(entry.label.strip().casefold(), _Person(entry.role))
        self.problems.extend(self._find_problems(path, entry, person, today))
        sheet: dict[QuestionKey, Answer] = {}
        place = (*path, "answers")
        self.problems.extend(read_sheet(self._document, place, entry.answers, answered, sheet))
        self.problems.extend(self._find_other_role(place, entry.role, answered, sheet))
        person.answered.append(today.id)
        person.sheet.update(self._moved(path, answered, today, sheet))
        self.questionnaires[today.id] = today

    def _find_problems(
        self, path: Steps, entry: AnsweredPerson, person: _Person, today: Questionnaire
    ) -> Iterator[Problem]:
        if not today.is_personal:
            sentence = say(
                "`{id}` is answered once for the company; move its answers to `assessments`", id=today.id
            )
            yield self._document.problem((*path, "id"), sentence, "A009")
        if today.id in person.answered:
            sentence = say(
                "`{label}` appears twice; add an initial or a number to one of the two", label=entry.label
            )
            yield self._document.problem((*path, "label"), sentence, "A010")
        if person.role != entry.role:
            sentence = say(
                "`{label}` is in two roles, {one} and {other}; keep one",
                label=entry.label,
                one=person.role,
                other=entry.role,
            )
            yield self._document.problem((*path, "role"), sentence, "A011")

    def _find_other_role(
        self, path: Steps, role: Role, answered: Questionnaire, sheet: AnswerSheet
    ) -> Iterator[Problem]:
        for question in role_questions(answered):
            if sheet.get(question.key, Chosen(role)) != Chosen(role):
                sentence = say(
                    "`{question}` says another role than `role: {role}` does; leave it out",
                    question=question.id,
                    role=role,
                )
                yield self._document.problem((*path, question.id), sentence, "A011")

    def _moved(
        self, path: Steps, answered: Questionnaire, today: Questionnaire, sheet: AnswerSheet
    ) -> AnswerSheet:
        if answered is today:
            return sheet
        move = move_answers([(answered, today)], sheet)
        sentence = told(move, answered, today)
        place = (*path, "version")
        self.warnings.append(self._document.problem(place, sentence, "A008", is_warning=True))
        return move.after
