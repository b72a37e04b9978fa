"""The question before a company is deleted for good: what goes, what the law says, why, its name typed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.storage import CompanySide
from desktop.text import Wording
from desktop.ui.fields import Picker, line_field
from desktop.ui.home.dialog import AskingDialog
from desktop.ui.home.words import short_name
from desktop.ui.look import Look
from desktop.ui.pieces import card, label
from desktop.workspace.company_listing import folded


class EraseDialog(AskingDialog):
    """Deletes only after a reason was chosen and the name was typed."""

    def __init__(self, parent: QWidget, side: CompanySide, look: Look) -> None:
        say = look.wording
        name = short_name(side.company.name)
        super().__init__(parent, say("Delete {name} for good?", name=name), say("Delete for good"), look)
        self.setObjectName("erase-dialog")
        self.setMinimumWidth(560)
        self._wanted = folded(name).split()
        self._reason = Picker(look, "erase-reason", say("Reason"))
        self._typed = line_field("erase-name", say("Type the name of the company"))
        self.inside.addWidget(label(extent_words(side, say), "body"))
        self._add_law(say)
        for words, field in (
            (say("Reason"), self._reason),
            (say("Type “{name}” to confirm", name=name), self._typed),
        ):
            title = label(words, "small", "muted")
            title.setBuddy(field)
            both = QVBoxLayout()
            both.setSpacing(4)
            both.addWidget(title)
            both.addWidget(field)
            self.inside.addLayout(both)
        self._reason.show_entries(reasons(say), None)
        self._reason.picked.connect(self._show_ready)
        self._typed.textChanged.connect(self._show_ready)
        self._typed.returnPressed.connect(self.does.click)
        self._show_ready()
        self._reason.setFocus()

    def reason(self) -> str:
        """The reason chosen."""
        return self._reason.choice() or ""

    def _add_law(self, say: Wording) -> None:
        frame, column = card("note", 14, 4)
        column.addWidget(label(say("What the law says"), "strong"))
        words = say(
            "A person may ask that what is kept about them be deleted (GDPR, Article 17). Data are kept no "
            "longer than their purpose needs (Article 5(1)(e)). If you only want it out of sight, archive it."
        )
        column.addWidget(label(words, "small"))
        self.inside.addWidget(frame)

    def _show_ready(self) -> None:
        typed = self._typed.text().strip()
        is_named = bool(typed) and folded(typed).split() == self._wanted
        self.does.setEnabled(is_named and bool(self.reason()))


def extent_words(side: CompanySide, say: Wording) -> str:
    """What goes with a company."""
    rounds = side.rounds
    counts = [say.plural("{count} round", "{count} rounds", len(rounds))]
    if answers := sum(each.answers for each in rounds):
        counts.append(say.plural("{count} answer", "{count} answers", answers))
    if notes := sum(each.notes for each in rounds):
        counts.append(say.plural("{count} note", "{count} notes", notes))
    if files := sum(each.files for each in rounds):
        counts.append(say.plural("{count} file", "{count} files", files))
    if people := sum(each.people for each in rounds):
        counts.append(say.plural("{count} person who answered", "{count} people who answered", people))
    return say(
        "These go with it: {what}, the plan, what is due, and the history. Nobody can bring them back.",
        what=", ".join(counts),
    )


def reasons(say: Wording) -> list[tuple[str | None, str]]:
    """Why a company may be deleted, with what is written down of it."""
    return [
        (None, say("Choose a reason")),
        ("asked", say("The company, or a person in it, asked for it")),
        ("no-longer-needed", say("It is no longer needed for what it was collected for")),
        ("consent-withdrawn", say("The consent was withdrawn")),
        ("mistake", say("It was entered by mistake, or to try something out")),
    ]
