"""A round: what was answered, noted, shown, planned and agreed to."""

from collections.abc import Iterator

from reportlab.platypus import CondPageBreak, Flowable

from desktop.holding import HeldAnswer, HeldFile, HeldRemark, HeldRound
from desktop.report import style
from desktop.report.flowables import Heading, facts
from desktop.report.holding.asked_words import AskedWords
from desktop.report.holding.held_words import (
    confidence_in_words,
    day,
    moment_in_words,
    size_in_words,
    state_in_words,
)
from desktop.report.holding.tables import table
from desktop.report.holding.told import ToldHolding
from desktop.report.holding.voices_part import voices_part
from desktop.report.step_words import step_in_words
from desktop.text import Wording

_ROOM = 200  # points of a page below which a round begins on the next one


class RoundPart:
    """Tells one round."""

    def __init__(self, told: ToldHolding, held: HeldRound, wording: Wording) -> None:
        self._told, self._held, self._wording = told, held, wording
        self._asked = AskedWords(told.questionnaires.get(held.id, ()), wording)

    def flowables(self) -> list[Flowable]:
        """Everything of the round but its history."""
        stage = self._held.stage
        return [
            CondPageBreak(_ROOM),
            Heading.of(self._wording("Assessment {stage}", stage=stage), style.PAGE_TITLE, f"round-{stage}"),
            facts(tuple(self._pairs()), style.WIDTH),
            *self._answers(),
            *voices_part(self._held, self._asked, self._wording),
            *self._files(),
            *self._steps(),
            *self._plans(),
            *self._consents(),
        ]

    def _pairs(self) -> Iterator[tuple[str, str]]:
        say, held = self._wording, self._held
        titles = {
            each.id: each.text(say.language).title for each in self._told.questionnaires.get(held.id, ())
        }
        asked = [
            say("{title}, version {version}", title=titles.get(each.id, each.id), version=each.version)
            for each in held.questionnaires
        ]
        yield say("Begun"), moment_in_words(held.started_at, say)
        yield say("Last changed"), moment_in_words(held.changed_at, say)
        yield say("Last viewed"), moment_in_words(held.visited_at, say)
        yield say("Questionnaires"), "; ".join(asked)
        if held.people:
            told = say.plural(
                "{count} person; the answers belong to this person and are not in this document",
                "{count} people; their answers belong to them and are not in this document",
                held.people,
            )
            yield say("Answered about themselves"), told

    def _answers(self) -> list[Flowable]:
        say, order = self._wording, self._asked.order
        remarks = {each.question: each for each in self._held.remarks}
        answers = {each.question: each for each in self._held.answers}
        keys = sorted({*answers, *remarks}, key=lambda key: (order.get(key, len(order)), key))
        rows = [
            (
                self._asked.question(key),
                self._said(answers.get(key), key),
                self._beside(answers.get(key), remarks.get(key)),
            )
            for key in keys
        ]
        labels = (say("Question"), say("Answer"), say("Who told it, when, and what is noted"))
        return table(say("Answers"), self._key("answers"), labels, rows, (0.4, 0.28, 0.32))

    def _said(self, answer: HeldAnswer | None, key: str) -> str:
        return self._asked.answer(key, None if answer is None else answer.value)

    def _beside(self, answer: HeldAnswer | None, remark: HeldRemark | None) -> str:
        say, parts = self._wording, list[str]()
        if answer is not None:
            on = say.date(day(answer.answered_at))
            by = answer.told_by
            parts.append(say("Told by {name} on {day}.", name=by, day=on) if by else say("On {day}.", day=on))
        if remark is not None:
            sure = confidence_in_words(remark.confidence, say)
            parts.append(say("How sure: {confidence}.", confidence=sure) if sure else "")
            parts.append(say("To come back to.") if remark.is_marked else "")
            parts.append(say("Note: {note}", note=remark.note) if remark.note else "")
        return " ".join(filter(None, parts))

    def _files(self) -> list[Flowable]:
        say = self._wording
        rows = [
            (self._told.file_names.get(each.id, each.file_name), self._shows(each), self._state(each))
            for each in self._held.files
        ]
        labels = (say("File"), say("What it belongs to"), say("Size and date"))
        return table(say("Files and photos"), self._key("files"), labels, rows, (0.36, 0.36, 0.28))

    def _shows(self, file: HeldFile) -> str:
        kind, _, key = file.subject.partition(":")
        if kind == "step":
            return step_in_words(key, self._told.library.catalogue, self._wording)
        return self._asked.question(key)

    def _state(self, file: HeldFile) -> str:
        say = self._wording
        told = f"{size_in_words(file.size, say)}, {say.date(day(file.added_at))}"
        if file.removed_at is None:
            return told
        gone = say("removed on {day}, kept until the company is deleted", day=say.date(day(file.removed_at)))
        return f"{told}, {gone}"

    def _steps(self) -> list[Flowable]:
        say = self._wording
        rows = [
            (
                step_in_words(each.key, self._told.library.catalogue, say),
                f"{state_in_words(each.state, say)}, {say.date(day(each.changed_at))}",
                each.note,
            )
            for each in self._held.steps
        ]
        labels = (say("Step"), say("State"), say("Note"))
        return table(say("Steps of the plan"), self._key("steps"), labels, rows, (0.45, 0.25, 0.3))

    def _plans(self) -> list[Flowable]:
        say = self._wording
        rows = [(each.name, say.date(day(each.kept_at))) for each in self._held.plans]
        labels = (say("Name"), say("Kept on"))
        return table(say("Plans kept for comparing"), self._key("plans"), labels, rows, (0.6, 0.4))

    def _consents(self) -> list[Flowable]:
        say = self._wording
        rows = [
            (
                say.date(each.agreed_on),
                each.text_version,
                say.date(each.withdrawn_on) if each.withdrawn_on else say("in force"),
            )
            for each in self._held.consents
        ]
        labels = (say("Agreed on"), say("Version of the text"), say("Withdrawn on"))
        return table(say("Consent"), self._key("consent"), labels, rows, (0.34, 0.33, 0.33))

    def _key(self, part: str) -> str:
        return f"{part}-{self._held.id}"
