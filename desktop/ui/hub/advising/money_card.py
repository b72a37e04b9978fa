"""Who pays: public money so far and its limit, funding, services in the register; and laboratories."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.library import Library
from desktop.guidance import LabMatch
from desktop.report.guidance_words import GuidanceWords
from desktop.report.service_words import aid_in_words, aid_source, aid_warning, line_in_words
from desktop.ui.guidance.entry import Entry, entry_widget
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.workspace.advice import Advice

_MOST_LINES = 8


class MoneyCard(QFrame):
    """The register of the company, its public money, and what else may pay or help.

    Signals: `visit_planned` carries the `LabMatch` that is to be visited.
    """

    visit_planned = Signal(object)

    def __init__(self, advice: Advice, library: Library, look: Look) -> None:
        super().__init__()
        self._wording, self._library, self._advice = look.wording, library, advice
        self._words = GuidanceWords(library, look.wording)
        self.setProperty("kind", "card")
        self.setObjectName("advice-money")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 18)
        self._column.setSpacing(8)
        self._build()

    def _build(self) -> None:
        say = self._wording
        self._column.addWidget(label(say("Services and money"), "heading"))
        self._add_lines()
        for aid in self._advice.aid:
            if warning := aid_warning(aid, say):
                self._column.addWidget(label(warning, "small", "warn"))
            self._column.addWidget(label(aid_in_words(aid, self._library, say), "small"))
            self._column.addWidget(label(aid_source(aid, self._library, say), "small", "muted"))
        self._add_funding()
        self._add_labs()

    def _add_lines(self) -> None:
        say, lines = self._wording, self._advice.lines
        told = [line_in_words(line, self._library, say) for line in lines[-_MOST_LINES:]]
        if len(lines) > len(told):
            earlier = len(lines) - len(told)
            told.insert(0, say.plural("and {count} earlier service", "and {count} earlier services", earlier))
        none = say("No service in the register yet.")
        self._column.addWidget(entry_widget(Entry(text="\n".join(told) or none), "advice-lines"))

    def _add_funding(self) -> None:
        if self._advice.guidance.funding:
            self._column.addSpacing(4)
            self._column.addWidget(label(self._wording("Who may pay a part"), "caption", "muted"))
        for match in self._advice.guidance.funding:
            entry = Entry(
                title=self._words.funding_name(match.entry.id),
                below=self._words.in_a_line(match, self._advice.day),
                checks=self._words.funding_cautions(match),
            )
            self._column.addWidget(entry_widget(entry, f"advice-funding-{match.entry.id}"))

    def _add_labs(self) -> None:
        say, guidance = self._wording, self._advice.guidance
        if guidance.labs or guidance.no_labs:
            self._column.addSpacing(4)
            self._column.addWidget(label(say("Laboratories"), "caption", "muted"))
        for match in guidance.labs:
            self._column.addWidget(self._lab(match))
        if guidance.no_labs:
            self._column.addWidget(label(self._words.no_labs(guidance.no_labs), "small", "muted"))

    def _lab(self, match: LabMatch) -> QWidget:
        words = self._words
        name = words.support.lab_name(match.lab, words.language)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        entry = Entry(title=name, text=words.why_lab(match), checks=words.lab_cautions(match))
        row.addWidget(entry_widget(entry), 1)
        button = Button(self._wording("Plan a visit…"), f"visit-{match.lab.id}", "quiet")
        button.setAccessibleName(self._wording("Plan a visit: {name}", name=name))
        button.clicked.connect(partial(self.visit_planned.emit, match))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return made
