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
        self._drafts = desk.recent.drafts
        self._uid = ""
        self._list = QVBoxLayout()
        self._about = Picker(look, "remark-about", say("What it is about"))
        self._by = Picker(look, "remark-by", say("Who says it"))
        self._text = QPlainTextEdit()
        self._save = Button(say("Add the remark"), "remark-save")
        self._advisory = label("", "small", "warn")
        self.setProperty("kind", "card")
        self.setObjectName("advice-remarks")
        self._build()
        self._show(self._drafts.get(round_id))
        self._connect()

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
        column.addWidget(label(say("What the hub's experts say"), "heading"))
        lead = say(
            "A remark is printed in the company's next plan and stands in the result you send back to it, "
            "with the name of who says it."
        )
        column.addWidget(label(lead, "small", "muted"))
        column.addLayout(self._list)
        column.addLayout(choices)
        column.addWidget(self._text)
        column.addWidget(self._advisory)
        column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.setSpacing(8)

    def _connect(self) -> None:
        self._save.clicked.connect(self._on_save)
        self._text.textChanged.connect(self._keep_draft)
        self._about.picked.connect(self._keep_draft)
        self._by.picked.connect(self._keep_draft)

    def _show(self, draft: ExpertRemark | None = None) -> None:
        """The remarks there are, and the one being written."""
        emptied(self._list)
        for remark in self._desk.workspace.hub.advising.remarks(self._round):
            self._list.addWidget(self._line(remark))
        self._show_written(draft or ExpertRemark("", "", "", self._first_name(), today()))

    def _show_written(self, remark: ExpertRemark) -> None:
        self._uid = remark.uid
        self._show_choices(remark.about, remark.by)
        self._text.setPlainText(remark.text)
        say = self._wording
        self._save.setText(say("Save the change") if remark.uid else say("Add the remark"))

    def _written(self) -> ExpertRemark:
        text = self._text.toPlainText().strip()
        return ExpertRemark(self._uid, self._about.choice() or "", text, self._by.choice() or "", today())

    def _keep_draft(self, *_: object) -> None:
        """Whatever the user looks at meanwhile, what was begun is there again."""
        if self._written().text:
            self._drafts[self._round] = self._written()
        else:
            self._drafts.pop(self._round, None)

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
        if not self._is_writing(remark):
            self._show_written(remark)
            self._text.setFocus()

    def _on_remove(self, remark: ExpertRemark) -> None:
        """Its text stays in the field, so that nothing is lost by a slip."""
        if self._is_writing(remark):
            return
        if self._desk.save_outside(partial(self._desk.workspace.hub.advising.remove_remark, remark.uid)):
            self._show(replace(remark, uid=""))

    def _is_writing(self, other: ExpertRemark) -> bool:
        """Whether another remark is begun, which would be lost; that is said."""
        written, say = self._written(), self._wording
        is_writing = bool(written.text) and written.uid != other.uid
        self._advise(say("Save the remark you are writing first, or empty its field.") if is_writing else "")
        return is_writing

    def _advise(self, words: str) -> None:
        self._advisory.setText(words)
        self._advisory.setVisible(bool(words))
        if words:
            self._text.setFocus()

    def _on_save(self) -> None:
        written, say = self._written(), self._wording
        wrong = "" if written.text else say("Write the remark first.")
        if len(written.text) > LONGEST_REMARK:
            wrong = say(
                "The remark has {count} characters; {most} fit. Shorten it, or write two.",
                count=len(written.text),
                most=LONGEST_REMARK,
            )
        self._advise(wrong)
        if not wrong and self._desk.save_outside(
            partial(self._desk.workspace.hub.advising.save_remark, self._round, written)
        ):
            self._show()
            self._drafts.pop(self._round, None)
