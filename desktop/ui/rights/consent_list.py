"""All agreements of a company: when, to which version of the text, what it said, and taking them back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.content.consent import with_hub
from desktop.report.consent_words import hub_name
from desktop.storage import StoredConsent
from desktop.ui.desk import Desk
from desktop.ui.disclosure import Disclosure
from desktop.ui.look import Look
from desktop.ui.pieces import Button, emptied, label


class ConsentList(QWidget):
    """A line for each agreement, and the wording of each version that was agreed to."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._withdraw = Button(look.wording("It no longer agrees"), "held-withdraw", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._lines)
        column.addWidget(self._withdraw, 0, Qt.AlignmentFlag.AlignLeft)
        self._withdraw.clicked.connect(self._on_withdraw_clicked)
        self._show()

    def _show(self) -> None:
        history = self._desk.workspace.consent.history(self._desk.open_case)
        emptied(self._lines)
        if not history:
            self._lines.addWidget(label(self._wording("No consent is recorded."), "small", "muted"))
        for each in history:
            self._lines.addWidget(label(self._told(each), "small"))
        for version in {each.text_version: None for each in history}:
            self._add_text(version)
        self._withdraw.setVisible(any(each.withdrawn_on is None for each in history))

    def _told(self, each: StoredConsent) -> str:
        say = self._wording
        values = {"day": each.agreed_on, "version": each.text_version}
        if each.withdrawn_on is None:
            return say("Agreed on {day}, to version {version} of the text.", **values)
        end = each.withdrawn_on
        return say("Agreed on {day}, to version {version}; withdrawn on {end}.", end=end, **values)

    def _add_text(self, version: str) -> None:
        form = self._desk.workspace.library.consent_in(version)
        if form is None:
            told = self._wording("The wording of version {version} is on the signed sheet.", version=version)
            self._lines.addWidget(label(told, "small", "muted"))
            return
        words = self._wording("Read version {version} of the text", version=version)
        fold = Disclosure(words, f"consent-version-{version}", self._look)
        text, language = QWidget(), self._wording.language
        hub = hub_name(self._desk.open_case.company, self._desk.workspace.library, self._wording)
        column = QVBoxLayout(text)
        column.setContentsMargins(8, 0, 0, 4)
        for part in (*form.parts(language, "sections"), *form.parts(language, "purposes")):
            column.addWidget(label(f"{part.title}. {with_hub(part.text, hub)}", "small", "muted"))
        text.hide()
        fold.toggled.connect(text.setVisible)
        self._lines.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.addWidget(text)

    def _on_withdraw_clicked(self) -> None:
        self._desk.save_outside(self._withdraw_all)
        self._show()

    def _withdraw_all(self) -> None:
        self._desk.workspace.consent.withdraw(self._desk.open_case)
