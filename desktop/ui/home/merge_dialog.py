"""Two companies side by side, and how one is made of them."""

from typing import cast

from PySide6.QtWidgets import QWidget

from desktop.content.library import Library
from desktop.storage import CompanySide, Merge, RoundSide, SameStage
from desktop.text import Wording
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.card_choice import CardChoice
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.together.others_here import add_others
from desktop.workspace import Workspace

_WIDTH = 720  # pixels, for two profiles beside each other
_PAIR = 2


class MergeDialog(AskingDialog):
    """Asks which profile stays, and what becomes of rounds of one stage."""

    def __init__(
        self, parent: QWidget, sides: tuple[CompanySide, CompanySide], workspace: Workspace, look: Look
    ) -> None:
        say = look.wording
        asked = Asked(say("Merge two companies into one"), say("Merge"))
        super().__init__(parent, asked, look, is_final=True, width=_WIDTH)
        self.setObjectName("merge-dialog")
        self._sides = {str(side.id): side for side in sides}
        told = [(str(side.id), side.company.name, _told(side, workspace.library, say)) for side in sides]
        self._profile = CardChoice(told, "keep", look, is_beside=True)
        count = sum(len(side.rounds) for side in sides)
        self._rounds = CardChoice(_ways(count, say), "rounds", look)
        self.inside.addWidget(label(say("Which profile stays?"), "strong"))
        self.inside.addWidget(self._profile)
        self._add_rounds(sides, say)
        words = say(
            "Everything from both moves into one company: answers, notes, files, people, consent, what is "
            "due and the history. Fields that are empty in the profile that stays are filled from the "
            "other one, which is kept in the history. This cannot be undone."
        )
        self.inside.addWidget(label(words, "small", "muted"))
        add_others(self.inside, (name for side in sides for name in workspace.together.at(side.id)), say)
        self.first = self._profile

    def merge(self) -> Merge:
        """What is wanted."""
        stays = self._profile.choice()
        goes = next(each for each in self._sides if each != stays)
        return Merge(int(stays), int(goes), cast("SameStage", self._rounds.choice()))

    def name_of(self, company_id: int) -> str:
        """What one of the two is called."""
        return self._sides[str(company_id)].company.name

    def _add_rounds(self, sides: tuple[CompanySide, CompanySide], say: Wording) -> None:
        one, other = ([each.stage for each in side.rounds] for side in sides)
        both = [stage for stage in one if stage in other]
        words = say.plural(
            "Both have an assessment {stages}",
            "Both have assessments {stages}",
            len(both),
            stages=", ".join(both),
        )
        heading = label(words, "strong")
        self.inside.addWidget(heading)
        self.inside.addWidget(self._rounds)
        for widget in (heading, self._rounds):
            widget.setVisible(bool(both))


def _ways(count: int, say: Wording) -> list[tuple[str, str, str]]:
    """How rounds of one stage can go together, where there are so many rounds in all."""
    newer = say("Where both answered, the newer answer counts; the older one stays in the history.")
    if count == _PAIR:
        then = say("The earlier one becomes T0, the later one T1: then and now can be compared.")
        return [
            ("one", say("One assessment"), newer),
            ("apart", say("Two assessments, in order of time"), then),
        ]
    anew = say("They are numbered anew from T0 on: then and now can be compared.")
    return [
        ("one", say("Assessments of the same name become one"), newer),
        ("apart", say("{count} assessments, in order of time", count=count), anew),
    ]


def _told(side: CompanySide, library: Library, say: Wording) -> str:
    """A profile and its rounds, line by line."""
    company, network = side.company, library.network
    region = network.regions.get(company.region or "")
    sector = network.sectors_in(say.language).get(company.sector or "")
    lines = [
        company.vat,
        ", ".join(each.name for each in (sector, region) if each is not None),
        say.plural("{count} person", "{count} people", company.headcount),
        ", ".join(filter(None, (company.contact.name, company.contact.phone, company.contact.email))),
        say("Consultant: {name}", name=side.consultant) if side.consultant else "",
    ]
    rounds = [f"{each.stage}: {_when(each, say)}" for each in side.rounds]
    return "\n".join(filter(None, (*lines, *rounds)))


def _when(each: RoundSide, say: Wording) -> str:
    """How much was answered in a round, and when."""
    begun, changed = each.started_at.astimezone().date(), each.changed_at.astimezone().date()
    answers = say.plural("{count} answer", "{count} answers", each.answers)
    if begun == changed:
        return say("{answers}, on {day}", answers=answers, day=say.date(begun))
    return say(
        "{answers}, from {begun} to {changed}",
        answers=answers,
        begun=say.date(begun),
        changed=say.date(changed),
    )
