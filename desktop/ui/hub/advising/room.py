"""The room of the advising: the companies, and behind each what the hub can do for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.ui.desk import Desk
from desktop.ui.hub.advising.advice_panel import AdvicePanel
from desktop.ui.hub.advising.companies_panel import CompaniesPanel
from desktop.ui.look import Look
from desktop.workspace import Case
from desktop.workspace.advising import AdvisedCompany


class AdvisingRoom(QWidget):
    """The list in front, or one company.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setObjectName("advising-room")
        self._companies = CompaniesPanel(desk, look)
        self._advice = AdvicePanel(desk, look)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._companies)
        self._stack.addWidget(self._advice)
        self._companies.advice_wanted.connect(self._on_advice_wanted)
        self._advice.left.connect(self._on_left)
        self._advice.page_requested.connect(self.page_requested)
        self.setFocusProxy(self._companies)
        self._companies.read()

    def show_news(self, before: Case | None) -> bool:
        """Show what another desk changed; behind a company that is advised, when the list comes back."""
        return self._stack.currentWidget() is not self._companies or self._companies.show_news(before)

    def _on_advice_wanted(self, company: AdvisedCompany) -> None:
        self._advice.show_company(company)
        self._stack.setCurrentWidget(self._advice)
        self.setFocusProxy(self._advice)
        self._advice.setFocus()

    def _on_left(self) -> None:
        self._companies.read()
        self._stack.setCurrentWidget(self._companies)
        self.setFocusProxy(self._companies)
        self._companies.setFocus()
