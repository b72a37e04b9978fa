"""Where to go with the plan: the doors in sight; funding, laboratories and the kinds of doors at a press."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.content.library import Library
from desktop.guidance import Door, Guidance
from desktop.report.guidance_words import GuidanceWords
from desktop.ui.disclosure import Disclosure
from desktop.ui.guidance.entry import Entry, entry_widget
from desktop.ui.look import Look
from desktop.ui.pieces import label

_INDENT = 10  # pixels inside the border of a quiet button, so that words stand below one another


class WhereCard(QFrame):
    """The few organisations to bring a plan to, and what else helps."""

    def __init__(self, guidance: Guidance, library: Library, look: Look, day: date) -> None:
        super().__init__()
        self._guidance = guidance
        self._look = look
        self._wording = look.wording
        self._words = GuidanceWords(library, look.wording)
        self._day = day
        self._panels: dict[str, QWidget] = {}
        self.setProperty("kind", "card")
        self.setObjectName("where-to-go")
        self.setAccessibleName(look.wording("Where to go"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20 - _INDENT, 16, 20, 12)
        self._column.setSpacing(4)
        self._build()

    def _build(self) -> None:
        say = self._wording
        self._add(label(say("Where to go"), "heading"))
        self._add(label(self._lead(), "small", "muted"))
        for door in self._guidance.doors:
            self._column.addSpacing(8)
            self._add(entry_widget(self._door(door), f"door-{door.hub.id}"))
        self._column.addSpacing(6)
        if self._guidance.funding:
            self._fold(say("Who may pay a part"), "funding", self._funding)
        self._fold(say("Laboratories"), "labs", self._labs)
        self._fold(say("What each place is for"), "kinds", self._kinds)

    def _add(self, widget: QWidget) -> None:
        widget.setContentsMargins(_INDENT, 0, 0, 0)
        self._column.addWidget(widget)

    def _fold(self, text: str, name: str, entries: Callable[[], Iterator[Entry]]) -> None:
        made = Disclosure(text, f"where-{name}", self._look)
        made.toggled.connect(partial(self._on_toggled, name, made, entries))
        self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_toggled(
        self,
        name: str,
        button: Disclosure,
        entries: Callable[[], Iterator[Entry]],
        is_open: bool,  # noqa: FBT001 - as Qt's signal hands it over
    ) -> None:
        if name not in self._panels:
            panel = self._panels[name] = QWidget()
            panel.setObjectName(f"where-{name}-panel")
            column = QVBoxLayout(panel)
            column.setContentsMargins(_INDENT, 2, 0, 8)
            column.setSpacing(10)
            for entry in entries():
                column.addWidget(entry_widget(entry))
            self._column.insertWidget(self._column.indexOf(button) + 1, panel)
        self._panels[name].setVisible(is_open)

    def _lead(self) -> str:
        lead = self._wording(
            "Names and calls for applications change: every entry says how old it is. "
            "Telephone before you go."
        )
        if not self._guidance.lacks_region:
            return lead
        only = self._wording(
            "Choose your region on the company's page to see what is near you; this is what serves the "
            "whole country."
        )
        return f"{only} {lead}"

    def _door(self, door: Door) -> Entry:
        hub, words = door.hub, self._words
        return Entry(
            title=_named(hub.name, hub.city),
            below=words.kind_name(hub.kind),
            text=words.why_door(door) or words.purpose(hub.kind),
            checks=words.door_cautions(door),
            address=hub.website or "",
        )

    def _funding(self) -> Iterator[Entry]:
        words, support = self._words, self._words.support
        for match in self._guidance.funding:
            text = support.funding_text(match.entry.id, words.language)
            title = words.funding_name(match.entry.id)
            yield Entry(
                title=_named(title, text.issuer if text else None),
                below=words.in_a_line(match, self._day),
                text=text.about if text else "",
                checks=words.funding_cautions(match),
            )
        for rule in self._guidance.rules:
            if told := support.rule_text(rule, words.language):
                yield Entry(title=told.name, text=told.about)
        if self._guidance.ended:
            yield Entry(
                title=self._wording("Ended, do not count on:"),
                checks=f"{words.ended(self._guidance.ended)}.",
            )

    def _labs(self) -> Iterator[Entry]:
        words = self._words
        for match in self._guidance.labs:
            name = words.support.lab_name(match.lab, words.language)
            yield Entry(
                title=_named(name, match.lab.city),
                text=words.why_lab(match),
                checks=words.lab_cautions(match),
            )
        if self._guidance.no_labs:
            yield Entry(text=words.no_labs(self._guidance.no_labs))

    def _kinds(self) -> Iterator[Entry]:
        for kind in self._words.support.kinds:
            yield Entry(title=self._words.kind_name(kind), text=self._words.purpose_and_time(kind))


def _named(name: str, more: str | None) -> str:
    """A name with its town or giver, unless it says that itself."""
    return name if not more or more in name else f"{name}, {more}"
