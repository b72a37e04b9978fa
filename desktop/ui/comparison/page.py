"""The page that compares two rounds: scores with the causes of their change, then answer by answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from desktop.comparing import Cause, QuestionnaireChange, RoundComparison
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.errors import sentence_of
from desktop.storage import CompanyRound
from desktop.ui.case_page import CasePage
from desktop.ui.comparison.answer_rows import ALL, AnswerRow, CauseFilter
from desktop.ui.comparison.change_card import ChangeCard, legend
from desktop.ui.desk import Desk
from desktop.ui.fields import Picker
from desktop.ui.look import Look
from desktop.ui.parts import Part
from desktop.ui.pieces import label
from desktop.ui.results.questionnaire_tabs import QuestionnaireTabs
from desktop.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Compared:
    """Two rounds by their stages, with what changed."""

    stages: tuple[str, str]
    found: RoundComparison


class ComparisonPage(CasePage):
    """What changed from one round of the company to another, and why."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look, "comparison")
        self._rounds = desk.protection.rounds(desk.open_case)
        self._compared: _Compared | None = None
        self._which, self._cause = "", ALL
        say = look.wording
        self._then = Picker(look, "compare-then", say("Compare"))
        self._now = Picker(look, "compare-now", say("with"))
        self._tabs = QuestionnaireTabs(look)
        self._build()
        self._connect_page()
        self._connect()
        self._compare()

    def _build(self) -> None:
        say = self._wording
        self._build_page(say("Then and now"), say("Go to the results"), "results")
        choice = QWidget()
        row = QHBoxLayout(choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for words, picker in ((say("Compare"), self._then), (say("with"), self._now)):
            row.addWidget(label(words, "body", "muted", wraps=False))
            picker.setMaximumWidth(260)
            row.addWidget(picker, 1)
        row.addStretch(0)
        self._head.addWidget(choice)
        self._head.addWidget(self._tabs)
        self._tabs.hide()
        entries = [(str(each.id), self._named(each)) for each in self._rounds]
        own = [each.id for each in self._rounds].index(self._desk.open_case.id) if self._rounds else 0
        later = max(own, 1)
        if len(self._rounds) > 1:
            self._then.show_entries(entries, str(self._rounds[later - 1].id))
            self._now.show_entries(entries, str(self._rounds[later].id))

    def _connect(self) -> None:
        self._then.picked.connect(self._on_round_picked)
        self._now.picked.connect(self._on_round_picked)
        self._tabs.chosen.connect(self._on_questionnaire_chosen)

    def _named(self, each: CompanyRound) -> str:
        return f"{each.stage} · {self._wording.date(each.day)}"

    def _compare(self) -> None:
        chosen = {self._then.choice(), self._now.choice()}
        pair = [each for each in self._rounds if str(each.id) in chosen]
        if len(pair) != 2:  # noqa: PLR2004 - two are compared
            self._say(self._wording("Choose two different assessments to compare."))
            return
        self._work_out(partial(_compared, self._desk.workspace, pair[0], pair[1]))

    def _say(self, sentence: str) -> None:
        self._tabs.hide()
        self._parts.show_parts([Part("says", sentence, partial(_sentence, sentence))])

    def _show(self) -> Iterator[Part]:
        compared, look = self._compared, self._look
        chosen = self._chosen()
        if compared is None or chosen is None:
            yield self._left_out()
            return
        key = (chosen.now.id, compared.stages)
        yield Part("scores", key, partial(ChangeCard, chosen, compared.stages, look))
        yield Part("legend", None, partial(legend, look))
        yield Part("filter", (key, chosen.questions), partial(self._filter, chosen))
        for number, change in enumerate(chosen.questions):
            if self._cause == ALL or Cause(self._cause) in change.causes:
                make = partial(AnswerRow, change, compared.stages, look)
                yield Part(f"answer {number}", (key, change), make)
        yield self._left_out()

    def _filter(self, chosen: QuestionnaireChange) -> QWidget:
        made = CauseFilter(chosen.questions, self._cause, self._look)
        made.chosen.connect(self._on_cause_chosen)
        return made

    def _left_out(self) -> Part:
        """What was answered in one of the rounds alone."""
        words = "" if self._compared is None else " ".join(self._alone(self._compared))
        return Part("left out", words, partial(label, words, "small", "muted"))

    def _alone(self, compared: _Compared) -> Iterator[str]:
        say = self._wording
        sides: tuple[Sequence[Questionnaire], ...] = (compared.found.only_then, compared.found.only_now)
        for stage, alone in zip(compared.stages, sides, strict=True):
            if alone:
                names = ", ".join(each.text(say.language).title for each in alone)
                yield say("Answered only in {stage}: {names}.", stage=stage, names=names)

    def _chosen(self) -> QuestionnaireChange | None:
        found = () if self._compared is None else self._compared.found.questionnaires
        return next((each for each in found if each.now.id == self._which), None)

    def _on_round_picked(self, _: object) -> None:
        self._compare()

    def _on_questionnaire_chosen(self, identity: str) -> None:
        self._which, self._cause = identity, ALL
        self._parts.show_parts(self._show())

    def _on_cause_chosen(self, cause: str) -> None:
        self._cause = cause
        self._parts.show_parts(self._show())

    @override
    def _first_stop(self) -> QWidget | None:
        return self._now

    @override
    def _on_worked_out(self, value: object) -> None:
        if not isinstance(value, _Compared):
            return
        self._compared, self._outcome, self._cause = value, "", ALL
        titles = {
            each.now.id: each.now.text(self._wording.language).title for each in value.found.questionnaires
        }
        here = self._which or self._desk.open_case.place.questionnaire
        self._which = here if here in titles else next(iter(titles), "")
        self._tabs.show_titles(titles, self._which)
        self._tabs.setVisible(len(titles) > 1)
        self._parts.show_parts(self._show())

    @override
    def _on_failed(self, error: object) -> None:
        self._outcome = ""
        self._say(self._wording("The assessments could not be compared. {error}", error=sentence_of(error)))


def _sentence(words: str) -> QWidget:
    made = label(words, "body", "muted")
    made.setObjectName("comparison-says")
    return made


def _compared(workspace: Workspace, then: CompanyRound, now: CompanyRound) -> _Compared:
    """Runs in a worker thread."""
    found = workspace.rounds.compare(workspace.case(then.id), workspace.case(now.id))
    return _Compared((then.stage, now.stage), found)
