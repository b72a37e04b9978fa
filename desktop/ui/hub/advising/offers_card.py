"""What a company lacks, which offers of the hub fit it and why, and why the others do not."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.advising import OfferMatch
from desktop.report.advising_words import AdviceWords
from desktop.ui.disclosure import Disclosure
from desktop.ui.guidance.entry import Entry, entry_widget
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.workspace.advice import Advice

_MOST_NEEDS = 6


class OffersCard(QFrame):
    """The needs, the offers with their reasons and prices, each to be put into the register.

    Signals: `planned` carries the `OfferMatch` that is to become a service.
    """

    planned = Signal(object)

    def __init__(self, advice: Advice, words: AdviceWords, look: Look) -> None:
        super().__init__()
        self._wording, self._words, self._advice, self._look = look.wording, words, advice, look
        self.setProperty("kind", "card")
        self.setObjectName("advice-offers")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 18)
        self._column.setSpacing(8)
        self._build()

    def _build(self) -> None:
        say, advice = self._wording, self._advice
        self._column.addWidget(label(say("What fits"), "heading"))
        needs = "\n".join(self._words.need(need) for need in advice.needs[:_MOST_NEEDS])
        if needs:
            self._column.addWidget(label(say("Needs"), "caption", "muted"))
            self._column.addWidget(entry_widget(Entry(text=needs), "advice-needs"))
        self._column.addSpacing(4)
        self._column.addWidget(label(say("Offers of the hub"), "caption", "muted"))
        for match in advice.offers:
            self._column.addWidget(self._offer(match))
        if not advice.offers:
            none = say("No offer of the hub fits what is missing here.")
            if not advice.unfit:
                none = say("The hub has no offers yet: they come with its edition.")
            self._column.addWidget(label(none, "small", "muted"))
        self._fold(say("More needs"), "needs", self._other_needs())
        self._fold(say("What does not fit, and why"), "unfit", self._unfit())

    def _offer(self, match: OfferMatch) -> QWidget:
        words = self._words
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(14)
        entry = Entry(
            title=words.offer_title(match.offer.id),
            below=words.price(match),
            text="\n".join(filter(None, (words.why_offer(match), words.offer_about(match.offer.id)))),
            checks=words.against_offer(match),
        )
        row.addWidget(entry_widget(entry, f"offer-{match.offer.id}"), 1)
        button = Button(self._wording("Put into the register…"), f"plan-{match.offer.id}")
        button.setAccessibleName(self._wording("Put into the register: {title}", title=entry.title))
        button.clicked.connect(partial(self.planned.emit, match))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _other_needs(self) -> Iterator[Entry]:
        for need in self._advice.needs[_MOST_NEEDS:]:
            yield Entry(text=self._words.need(need))

    def _unfit(self) -> Iterator[Entry]:
        for unfit in self._advice.unfit:
            yield Entry(title=self._words.offer_title(unfit.offer.id), text=self._words.why_unfit(unfit))

    def _fold(self, text: str, name: str, entries: Iterator[Entry]) -> None:
        told = tuple(entries)
        if not told:
            return
        panel = QWidget()
        panel.setObjectName(f"advice-{name}-panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(10, 2, 0, 8)
        column.setSpacing(8)
        for entry in told:
            column.addWidget(entry_widget(entry))
        panel.hide()
        fold = Disclosure(text, f"advice-{name}", self._look)
        fold.toggled.connect(panel.setVisible)
        self._column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(panel)
