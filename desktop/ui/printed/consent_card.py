"""What the company agrees to when its data leave: the text, since when it agrees, and taking it back."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.consent import with_hub
from desktop.report.consent_words import hub_name
from desktop.storage import StoredConsent
from desktop.ui.desk import Desk
from desktop.ui.disclosure import Disclosure
from desktop.ui.look import Look
from desktop.ui.pieces import Button, emptied, label


class ConsentCard(QFrame):
    """The agreements of the company, and its latest word.

    Signals: `changed` after the company agreed, or no longer does.
    """

    changed = Signal()

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._wording = look.wording
        self._form = desk.workspace.library.consent
        self._state = label("", "small")
        self._history = QVBoxLayout()
        self._fold = Disclosure(look.wording("Read the text"), "consent-fold", look)
        self._text = self._text_shown()
        self._agree = Button(look.wording("The company agrees today"), "consent-agree")
        self._withdraw = Button(look.wording("It no longer agrees"), "consent-withdraw", "quiet")
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        self.setProperty("kind", "card")
        self.setObjectName("consent-card")
        self._state.setObjectName("consent-state")
        self._history.setSpacing(2)
        self._text.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(8)
        column.addWidget(label(self._wording("Consent"), "heading"))
        column.addWidget(self._state)
        column.addLayout(self._history)
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._text)
        for button in (self._agree, self._withdraw):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)

    def _connect(self) -> None:
        self._fold.toggled.connect(self._text.setVisible)
        self._agree.clicked.connect(self._on_agree_clicked)
        self._withdraw.clicked.connect(self._on_withdraw_clicked)

    def _text_shown(self) -> QWidget:
        """The text as it is printed, in the language of the window."""
        language = self._wording.language
        hub = hub_name(self._desk.open_case.company, self._desk.workspace.library, self._wording)
        widget = QWidget()
        widget.setObjectName("consent-text")
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(3)
        text = self._form.text(language)
        column.addWidget(label(text.title, "strong"))
        column.addWidget(label(text.lead, "small", "muted"))
        for part in (*self._form.parts(language, "sections"), *self._form.parts(language, "purposes")):
            column.addSpacing(7)
            column.addWidget(label(part.title, "strong"))
            column.addWidget(label(with_hub(part.text, hub), "small", "muted"))
        return widget

    def _show(self) -> None:
        history = self._desk.workspace.consent.history(self._desk.open_case)
        holding = next((each for each in reversed(history) if each.withdrawn_on is None), None)
        self._state.setText(self._holding_in_words(holding))
        emptied(self._history)
        for each in history:
            if each.withdrawn_on is not None:
                self._history.addWidget(label(self._withdrawn_in_words(each), "caption", "muted"))
        is_current = holding is not None and holding.text_version == self._form.version
        self._agree.setVisible(not is_current)
        self._withdraw.setVisible(holding is not None)

    def _holding_in_words(self, holding: StoredConsent | None) -> str:
        say = self._wording
        if holding is None:
            return say("Not recorded. Record it once the company has read the text and agrees.")
        told = say(
            "Agreed on {day}, to version {version} of the text.",
            day=say.date(holding.agreed_on),
            version=holding.text_version,
        )
        if holding.text_version == self._form.version:
            return told
        later = say("The text is now version {version}: ask again.", version=self._form.version)
        return f"{told} {later}"

    def _withdrawn_in_words(self, each: StoredConsent) -> str:
        say = self._wording
        day = each.withdrawn_on
        return say(
            "Agreed on {day}, withdrawn on {end}.",
            day=say.date(each.agreed_on),
            end=say.date(day) if day is not None else "",
        )

    def _on_agree_clicked(self) -> None:
        consent = self._desk.workspace.consent
        self._save(partial(consent.record, self._desk.open_case, self._form.version))

    def _on_withdraw_clicked(self) -> None:
        self._save(partial(self._desk.workspace.consent.withdraw, self._desk.open_case))

    def _save(self, save: "partial[None]") -> None:
        if not self._desk.save_aside(save):
            return
        self._show()
        (self._fold if self._agree.isHidden() else self._agree).setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
