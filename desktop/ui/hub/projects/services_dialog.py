"""Before a project is written into the register of services: how many lines, from when, and by whom."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.clock import today
from desktop.content.networks.hub_desk import HubDesk
from desktop.projects import Project, shares_of
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.fields import DayField, FieldFrame, Picker
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.workspace.project_words import ProjectWords

_TALL = 38  # pixels


class ServicesDialog(AskingDialog):
    """One line for each company that takes part, with equal shares of price and aid."""

    def __init__(
        self, parent: QWidget, project: Project, words: ProjectWords, hub: HubDesk, look: Look
    ) -> None:
        say, inside = look.wording, project.members.get("in", 0)
        lines = say.plural(
            "{count} company takes part: it becomes one line of the register, unless it is there already.",
            "{count} companies take part: each becomes a line of the register, unless it is there already.",
            inside,
        )
        told = [lines, *_price(project, inside, words, look)]
        super().__init__(
            parent, Asked(say("Into the register of services"), say("Write it down"), told), look
        )
        self.setObjectName("services-dialog")
        self._day = DayField("services-day", say("Begins on"))
        self._day.show_day(today())
        framed = FieldFrame(self._day, look.tokens)
        framed.setMinimumHeight(_TALL)
        self._officer = Picker(look, "services-officer", say("Looked after by"))
        people = [(each.name, each.name) for each in hub.people.values()]
        self._officer.show_entries([(None, say("Nobody named")), *people], None)
        fields: list[tuple[str, QWidget]] = [(say("Begins on"), framed)]
        if people:
            fields.append((say("Looked after by"), self._officer))
        for text, field in fields:
            title = label(text, "small", "muted")
            title.setBuddy(field)
            self.inside.addWidget(title)
            self.inside.addWidget(field)
        self.first = self._day

    @property
    def day(self) -> date:
        """When it begins."""
        return self._day.day()

    @property
    def officer(self) -> str:
        """The name of who looks after it; empty for nobody."""
        return self._officer.choice() or ""


def _price(project: Project, inside: int, words: ProjectWords, look: Look) -> list[str]:
    say = look.wording
    if project.about.price_cents is None:
        return [say("Its price is not known: the lines begin with 0, complete them in the register.")]
    share = shares_of(project.about, inside)[0]
    price, aid = words.euro(share.price_cents), words.euro(share.aid_cents)
    return [say("Each line: {price}, of which public money pays {aid}.", price=price, aid=aid)]
