"""One company as a hub advises it: who looks after it, what fits, what it costs, what experts say."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.advising import Engagement, OfferMatch, ServiceLine
from desktop.clock import today
from desktop.errors import sentence_of
from desktop.guidance import LabMatch
from desktop.report.advising_words import AdviceWords
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.hub.advising.assign_dialog import AssignDialog
from desktop.ui.hub.advising.money_card import MoneyCard
from desktop.ui.hub.advising.offers_card import OffersCard
from desktop.ui.hub.advising.people_card import PeopleCard
from desktop.ui.hub.advising.remarks_card import RemarksCard
from desktop.ui.hub.services.service_dialog import ServiceDialog, Surroundings
from desktop.ui.look import Look
from desktop.ui.pieces import Button, at_left, emptied, label, scrolled
from desktop.ui.withheld import withhold
from desktop.workspace.advice import Advice
from desktop.workspace.advising import AdvisedCompany

_WIDEST = 980  # pixels


class AdvicePanel(QWidget):
    """What is known and what can be done, worked out beside the window.

    Signals: `left` when the list is wanted again; `page_requested` carries the name of the page to go to.
    """

    left = Signal()
    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = say = look.wording
        self._company: AdvisedCompany | None = None
        self._advice: Advice | None = None
        self._name = label("", "heading")
        self._state = label("", "small", "muted")
        self._back = Button(say("Back to the list"), "advice-back", "quiet")
        self._to_company = Button(say("Open the company"), "advice-open")
        self._area, self._column = scrolled((40, 4, 30, 28), 16)
        self._cards = QVBoxLayout()
        self._working = Operation(self)
        self._build()
        self._connect()

    def show_company(self, company: AdvisedCompany) -> None:
        """Work out what can be done for a company."""
        self._company, self._advice = company, None
        self._name.setText(company.row.name)
        self._state.setText(self._wording("Working out what fits…"))
        emptied(self._cards)
        self._work_out()

    def _build(self) -> None:
        self.setObjectName("advice-panel")
        self._state.setObjectName("advice-state")
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._back)
        row.addWidget(self._name, 1)
        row.addWidget(self._to_company)
        top = QVBoxLayout()
        top.setContentsMargins(40, 8, 40, 8)
        top.setSpacing(8)
        top.addLayout(at_left(head, _WIDEST))
        top.addWidget(self._state)
        inside = QWidget()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(16)
        inside.setLayout(self._cards)
        self._column.addLayout(at_left(inside, _WIDEST))
        self._column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._area, 1)
        self.setFocusProxy(self._back)

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._to_company.clicked.connect(self._on_to_company)
        self._working.succeeded.connect(self._on_worked_out)
        self._working.failed.connect(self._on_failed)
        leaving = QShortcut(QKeySequence("Escape"), self)
        leaving.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leaving.activated.connect(self.left)

    def _work_out(self) -> None:
        if self._company is not None:
            self._working.start(partial(self._desk.workspace.hub.advising.advice, self._company.row.round_id))

    def _on_failed(self, error: object) -> None:
        self._state.setText(self._wording.tell(sentence_of(error)))

    def _on_worked_out(self, value: object) -> None:
        if not isinstance(value, Advice) or self._company is None:
            return
        self._advice = value
        say, words = self._wording, AdviceWords(self._desk.workspace.library, self._wording)
        needs = say.plural("{count} need", "{count} needs", len(value.needs))
        offers = say.plural("{count} offer fits", "{count} offers fit", len(value.offers))
        self._state.setText(
            say("{stage}: {needs}, {offers}.", stage=self._company.row.stage, needs=needs, offers=offers)
        )
        if not value.needs:
            self._state.setText(say("Nothing is missing, or nothing was answered yet."))
        place = self._area.verticalScrollBar().value()
        emptied(self._cards)
        for card in self._made_cards(value, words):
            self._cards.addWidget(card)
        self._area.verticalScrollBar().setValue(place)

    def _made_cards(self, advice: Advice, words: AdviceWords) -> tuple[QWidget, ...]:
        library, look = self._desk.workspace.library, self._look
        people = PeopleCard(advice, words, look)
        may_assign = self._desk.workspace.rights_here.can_assign
        withhold(self._wording, *people.findChildren(Button), unless=may_assign)
        people.assign_wanted.connect(self._on_assign)
        people.proposal_accepted.connect(self._on_accepted)
        offers = OffersCard(advice, words, look)
        offers.planned.connect(self._on_planned)
        money = MoneyCard(advice, library, look)
        money.visit_planned.connect(self._on_visit_planned)
        round_id = self._company.row.round_id if self._company else 0
        remarks = RemarksCard(self._desk, round_id, advice, words, look)
        return offers, people, money, remarks

    def _on_assign(self) -> None:
        if self._advice is None or self._company is None:
            return
        library, words = (
            self._desk.workspace.library,
            AdviceWords(self._desk.workspace.library, self._wording),
        )
        load = self._desk.workspace.hub.advising.workload()
        dialog = AssignDialog(self, [self._advice.engagement], words, library.hub_desk, load, self._look)
        dialog.ask(partial(self._assign_as, dialog))

    def _assign_as(self, dialog: AssignDialog) -> None:
        if self._advice is not None:
            self._assign(dialog.chosen_for(self._advice.engagement))

    def _on_accepted(self) -> None:
        if self._advice is not None:
            self._assign(self._advice.engagement.completed(self._advice.proposed))

    def _assign(self, engagement: Engagement) -> None:
        if self._company is not None:
            self._do(partial(self._desk.workspace.hub.advising.assign, {self._company.row.id: engagement}))

    def _on_planned(self, match: OfferMatch) -> None:
        if self._company is None:
            return
        services = self._desk.workspace.hub.services
        self._ask(services.planned(match, self._company.row.id, self._officer(), self._wording.language))

    def _on_visit_planned(self, match: LabMatch) -> None:
        """A visit to a laboratory is a line of the register, with the laboratory as who gives it."""
        if self._company is None:
            return
        support, say = self._desk.workspace.library.network.support, self._wording
        line = ServiceLine(
            uid="",
            company_id=self._company.row.id,
            category="test-before-invest",
            title=say("Visit to a laboratory"),
            started_on=today(),
            technology=match.lab.areas[0] if match.lab.areas else "",
            officer=self._officer(),
            provider=support.lab_name(match.lab, say.language),
        )
        self._ask(line)

    def _officer(self) -> str:
        hub = self._desk.workspace.library.hub_desk
        name = self._advice.engagement.officer if self._advice else ""
        return hub.person_name(name) or self._desk.workspace.preferences.read().consultant

    def _ask(self, line: ServiceLine) -> None:
        lines = self._advice.lines if self._advice else ()
        dialog = ServiceDialog(self, self._desk, line, Surroundings(lines), self._look)
        dialog.ask(partial(self._save_written, dialog))

    def _save_written(self, dialog: ServiceDialog) -> None:
        self._do(partial(self._desk.workspace.hub.services.save, dialog.line()))

    def _do(self, act: Callable[[], object]) -> None:
        if self._desk.save_outside(act):
            self._work_out()

    def _on_to_company(self) -> None:
        if self._company is not None:
            self._desk.open(self._company.row.round_id)
            if self._desk.case is not None:
                self.page_requested.emit("plan")
