"""What experts tell a company for its next plan: written, changed, taken away."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.advising import ExpertRemark
from desktop.clock import today
from desktop.report.advising_words import AdviceWords
from desktop.ui.desk import Desk
from desktop.ui.fields import Picker
from desktop.ui.guidance.entry import Entry, entry_widget
from desktop.ui.look import Look
from desktop.ui.pieces import Button, emptied, label
from desktop.workspace.advice import Advice
from desktop.workspace.advising import LONGEST_REMARK

_HIGH = 110  # pixels


class RemarksCard(QFrame):
    """The remarks on a round, and a field for one more."""

    def __init__(self, desk: Desk, round_id: int, advice: Advice, words: AdviceWords, look: Look) -> None:
        super().__init__()
        self._desk, self._round, self._advice, self._words = desk, round_id, advice, words
        self._wording = say = look.wording
        self._changed: ExpertRemark | None = None
        self._list = QVBoxLayout()
        self._about = Picker(look, "remark-about", say("What it is about"))
        self._by = Picker(look, "remark-by", say("Who says it"))
        self._text = QPlainTextEdit()
        self._save = Button(say("Add the remark"), "remark-save")
        self._advisory = label("", "small", "warn")
        self.setProperty("kind", "card")
        self.setObjectName("advice-remarks")
        self._build()
        self._save.clicked.connect(self._on_save)
        self._show()

    def _build(self) -> None:
        say = self._wording
        self._text.setObjectName("remark-text")
        self._text.setAccessibleName(say("Remark"))
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(_HIGH)
        self._advisory.hide()
        choices = QHBoxLayout()
        choices.setSpacing(10)
        choices.addWidget(self._about, 3)
        choices.addWidget(self._by, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(8)
        column.addWidget(label(say("What your advisers say"), "heading"))
        lead = say(
            "It is printed in the company's next plan and stands in the result you send back to it, with the "
            "name of who says it."
        )
        column.addWidget(label(lead, "small", "muted"))
        column.addLayout(self._list)
        column.addLayout(choices)
        column.addWidget(self._text)
        column.addWidget(self._advisory)
        column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.setSpacing(8)

    def _show(self) -> None:
        emptied(self._list)
        for remark in self._desk.workspace.advising.remarks(self._round):
            self._list.addWidget(self._line(remark))
        self._show_choices("", self._first_name())

    def _show_choices(self, about: str, by: str) -> None:
        """What is needed most stands first behind the areas."""
        say, words, library = self._wording, self._words, self._desk.workspace.library
        areas = library.catalogue.competence_text(say.language).areas
        needed = [need.competence for need in self._advice.needs]
        names = dict.fromkeys(("", *areas, *needed, *library.catalogue.competences, about))
        self._about.show_entries([(name, words.about(name)) for name in names], about)
        people = [person.name for person in library.hub_desk.people.values() if person.duty == "expert"]
        own = self._desk.workspace.preferences.read().consultant
        known = dict.fromkeys(filter(None, (*people, own, by))) or {"": None}
        self._by.show_entries([(name, name or say("nobody named")) for name in known], by)

    def _first_name(self) -> str:
        """The company's expert, else whoever works at this desk."""
        expert = self._words.person(self._advice.engagement.expert)
        return expert or self._desk.workspace.preferences.read().consultant

    def _line(self, remark: ExpertRemark) -> QWidget:
        say = self._wording
        made = QWidget()
        made.setObjectName(f"remark-{remark.uid}")
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        below = " · ".join(filter(None, (remark.by, say.date(remark.made_on))))
        entry = Entry(title=self._words.about(remark.about), text=remark.text, checks=below)
        row.addWidget(entry_widget(entry), 1)
        change = Button(say("Change"), "remark-change", "quiet")
        remove = Button(say("Delete"), "remark-delete", "quiet")
        change.clicked.connect(partial(self._on_change, remark))
        remove.clicked.connect(partial(self._on_remove, remark))
        for button in (change, remove):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _on_change(self, remark: ExpertRemark) -> None:
        self._changed = remark
        self._show_choices(remark.about, remark.by)
        self._text.setPlainText(remark.text)
        self._save.setText(self._wording("Save the change"))
        self._text.setFocus()

    def _on_remove(self, remark: ExpertRemark) -> None:
        """Its text stays in the field, so that nothing is lost by a slip."""
        if self._desk.save_outside(partial(self._desk.workspace.advising.remove_remark, remark.uid)):
            self._begin_anew()
            self._text.setPlainText(remark.text)
            self._show_choices(remark.about, remark.by)

    def _on_save(self) -> None:
        text, say = self._text.toPlainText().strip(), self._wording
        wrong = "" if text else say("Write the remark first.")
        if len(text) > LONGEST_REMARK:
            wrong = say(
                "The remark has {count} characters; {most} fit. Shorten it, or write two.",
                count=len(text),
                most=LONGEST_REMARK,
            )
        self._advisory.setText(wrong)
        self._advisory.setVisible(bool(wrong))
        if wrong:
            self._text.setFocus()
            return
        before = self._changed or ExpertRemark("", "", "", "", today())
        told = replace(before, about=self._about.choice() or "", text=text, by=self._by.choice() or "")
        if self._desk.save_outside(partial(self._desk.workspace.advising.save_remark, self._round, told)):
            self._begin_anew()

    def _begin_anew(self) -> None:
        self._changed = None
        self._text.clear()
        self._save.setText(self._wording("Add the remark"))
        self._show()
