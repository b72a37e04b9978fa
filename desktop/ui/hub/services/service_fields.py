"""The fields of a service, in two columns, and what is written in them."""

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.advising import ServiceLine
from desktop.content.company import without_controls
from desktop.content.library import Library
from desktop.report.service_words import (
    categories_in_words,
    kinds_in_words,
    rule_name,
    states_in_words,
    technologies_in_words,
)
from desktop.ui.fields import DayField, FieldFrame, Picker, line_field
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.tick import Tick

_CENTS, _TALL, _LONGEST, _LONGEST_NOTE = 100, 38, 200, 2000


def amount_in_field(cents: int) -> str:
    """An amount as it stands in a field; empty for none."""
    whole, rest = divmod(cents, _CENTS)
    return f"{whole},{rest:02}" if rest else str(whole) if whole else ""


class ServiceFields(QWidget):
    """What a line of the register holds, but for the company.

    Signals: `edited` after anything that counts for public money was changed.
    """

    edited = Signal()

    def __init__(
        self, line: ServiceLine, library: Library, look: Look, known: Mapping[str, Iterable[str]]
    ) -> None:
        super().__init__()
        say = self._wording = look.wording
        self._library, self._look = library, look
        self.title = line_field("service-title", say("What"), _LONGEST)
        self.price = line_field("service-price", say("Price in euros"), 20)
        self.aid = line_field("service-aid", say("Of which public money"), 20)
        self.provider = line_field("service-provider", say("Who gives it"), _LONGEST)
        self.officer = line_field("service-officer", say("Officer"), _LONGEST)
        self.note = line_field("service-note", say("Note"), _LONGEST_NOTE)
        self.attendees = line_field("service-attendees", say("People taking part"), 6)
        self.category = Picker(look, "service-category", say("Category"))
        self.kind = Picker(look, "service-kind", say("Counts as"))
        self.technology = Picker(look, "service-technology", say("Technology"))
        self.rule = Picker(look, "service-rule", say("Rule of the public money"))
        self.state = Picker(look, "service-state", say("State"))
        self.begins = DayField("service-begins", say("Begins on"))
        self.ends = DayField("service-ends", say("Ended on"))
        self.has_ended = Tick(say("Ended on"), "service-has-ended", look)
        self._ending = self._framed(self.ends)
        self._build()
        self._complete(self.provider, known.get("provider", ()))
        self._complete(self.officer, known.get("officer", ()))
        self._show(line)
        self._connect()

    def day(self) -> date:
        """When it begins."""
        return self.begins.day()

    def last_day(self) -> date | None:
        """When it ended, if that was said."""
        return self.ends.day() if self.has_ended.isChecked() else None

    def people(self) -> int:
        """How many take part; one where nothing can be read."""
        digits = "".join(each for each in self.attendees.text() if each.isdecimal())
        return int(digits) if digits else 0

    def text(self, field: QLineEdit) -> str:
        """What is written in one."""
        return without_controls(field.text())

    def _build(self) -> None:
        say = self._wording
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        pairs: tuple[tuple[str, QWidget, QWidget], ...] = (
            (say("Category"), self.category, self.category),
            (say("Counts as"), self.kind, self.kind),
            (say("Technology"), self.technology, self.technology),
            (say("State"), self.state, self.state),
            (say("Price in euros"), self.price, self.price),
            (say("Of which public money"), self.aid, self.aid),
            (say("Rule of the public money"), self.rule, self.rule),
            (say("People taking part"), self.attendees, self.attendees),
            (say("Begins on"), self._framed(self.begins), self.begins),
            ("", self._ending, self.ends),
            (say("Officer"), self.officer, self.officer),
            (say("Who gives it"), self.provider, self.provider),
        )
        grid.addLayout(self._pair(say("What"), self.title, self.title), 0, 0, 1, 2)
        for number, (words, shown, field) in enumerate(pairs):
            grid.addLayout(self._pair(words, shown, field), 1 + number // 2, number % 2)
        grid.addLayout(self._pair(say("Note"), self.note, self.note), 1 + len(pairs) // 2, 0, 1, 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)

    def _framed(self, field: DayField) -> FieldFrame:
        framed = FieldFrame(field, self._look.tokens)
        framed.setMinimumHeight(_TALL)
        return framed

    def _pair(self, words: str, shown: QWidget, field: QWidget) -> QVBoxLayout:
        """A field below its name; the last day has a box to tick in place of a name."""
        pair = QVBoxLayout()
        pair.setSpacing(4)
        title: QWidget = self.has_ended
        if words:
            named = label(words, "small", "muted")
            named.setBuddy(field)
            title = named
        pair.addWidget(title)
        pair.addWidget(shown)
        return pair

    def _complete(self, field: QLineEdit, known: Iterable[str]) -> None:
        completer = QCompleter(list(known), field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        field.setCompleter(completer)

    def _show(self, line: ServiceLine) -> None:
        say, library = self._wording, self._library
        rules = library.network.support.rules
        self.title.setText(line.title)
        self.price.setText(amount_in_field(line.price_cents))
        self.aid.setText(amount_in_field(line.aid_cents))
        self.attendees.setText(str(line.attendees))
        self.officer.setText(line.officer)
        self.provider.setText(line.provider)
        self.note.setText(line.note)
        self.category.show_entries(with_own(categories_in_words(library, say), line.category), line.category)
        self.kind.show_entries(kinds_in_words(say).items(), line.kind)
        technologies = {"": say("None"), **technologies_in_words(library, say)}
        self.technology.show_entries(with_own(technologies, line.technology), line.technology)
        named = {"": say("No rule, or not known"), **{name: rule_name(library, name, say) for name in rules}}
        self.rule.show_entries(with_own(named, line.aid_scheme), line.aid_scheme)
        self.state.show_entries(states_in_words(say).items(), line.state)
        self.begins.show_day(line.started_on)
        self.ends.show_day(line.ended_on or line.started_on)
        self.has_ended.setChecked(line.ended_on is not None)
        self._ending.setEnabled(line.ended_on is not None)

    def _connect(self) -> None:
        self.has_ended.toggled.connect(self._ending.setEnabled)
        for field in (self.price, self.aid):
            field.textChanged.connect(self._on_edited)
        self.begins.dateChanged.connect(self._on_edited)
        self.rule.picked.connect(self._on_edited)
        self.state.picked.connect(self._on_edited)

    def _on_edited(self, *_: object) -> None:
        self.edited.emit()


def with_own(known: Mapping[str, str], own: str) -> list[tuple[str | None, str]]:
    """What can be chosen, with what stands in the register already."""
    return [*known.items(), *([] if own in known else [(own, own)])]
