"""Who of the hub looks after a company, and who would be right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.advising import Engagement, PersonMatch
from desktop.report.advising_words import AdviceWords
from desktop.ui.guidance.entry import Entry, entry_widget
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.workspace.advice import Advice

_MOST = 3  # people told of each duty


class PeopleCard(QFrame):
    """Those who look after it, and the best fitting officers and experts with reasons.

    Signals: `assign_wanted` when somebody is to be chosen; `proposal_accepted` when those proposed are right.
    """

    assign_wanted = Signal()
    proposal_accepted = Signal()

    def __init__(self, advice: Advice, words: AdviceWords, look: Look) -> None:
        super().__init__()
        self._wording, self._words, self._advice = look.wording, words, advice
        self.setProperty("kind", "card")
        self.setObjectName("advice-people")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 18)
        self._column.setSpacing(8)
        self._build()

    def _build(self) -> None:
        say, advice = self._wording, self._advice
        self._column.addWidget(label(say("Who looks after it"), "heading"))
        told = self._in_words(advice.engagement)
        now = label(told or say("Nobody yet."), "body")
        now.setObjectName("advice-engagement")
        self._column.addWidget(now)
        completed = advice.engagement.completed(advice.proposed)
        if completed != advice.engagement:
            right = say("Proposed: {people}", people=self._in_words(completed))
            self._column.addWidget(label(right, "small", "muted"))
        self._add_people(say("Officers"), advice.officers)
        self._add_people(say("Experts"), advice.experts)
        self._add_buttons(is_proposing=completed != advice.engagement)

    def _in_words(self, engagement: Engagement) -> str:
        words = self._words
        names = (words.office(engagement.office), *map(words.person, engagement.people))
        return "  ·  ".join(filter(None, names))

    def _add_people(self, title: str, matches: tuple[PersonMatch, ...]) -> None:
        if not matches:
            return
        self._column.addSpacing(4)
        self._column.addWidget(label(title, "caption", "muted"))
        for match in matches[:_MOST]:
            entry = Entry(
                title=match.person.name,
                text=self._words.why_person(match),
                checks=self._words.against_person(match),
            )
            self._column.addWidget(entry_widget(entry, f"advice-person-{match.person.id}"))

    def _add_buttons(self, *, is_proposing: bool) -> None:
        say = self._wording
        row = QHBoxLayout()
        row.setSpacing(10)
        if is_proposing:
            accept = Button(say("Assign as proposed"), "advice-accept")
            accept.clicked.connect(self.proposal_accepted)
            row.addWidget(accept)
        assign = Button(say("Assign…"), "advice-assign", "quiet")
        assign.clicked.connect(self.assign_wanted)
        row.addWidget(assign, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self._column.addLayout(row)
