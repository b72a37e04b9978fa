"""Two companies side by side, and how one is made of them."""

from typing import cast

from PySide6.QtWidgets import QWidget

from desktop.content.library import Library
from desktop.storage import CompanySide, Merge, SameStage
from desktop.text import Wording
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.card_choice import CardChoice
from desktop.ui.look import Look
from desktop.ui.pieces import label

_WIDTH = 640  # pixels, for two profiles beside each other


class MergeDialog(AskingDialog):
    """Asks which profile stays, and what becomes of rounds of one stage."""

    def __init__(
        self, parent: QWidget, sides: tuple[CompanySide, CompanySide], library: Library, look: Look
    ) -> None:
        say = look.wording
        asked = Asked(say("Merge two companies into one"), say("Merge"))
        super().__init__(parent, asked, look, is_final=True, width=_WIDTH)
        self.setObjectName("merge-dialog")
        self._sides = {str(side.id): side for side in sides}
        told = [(str(side.id), side.company.name, _told(side, library, say)) for side in sides]
        self._profile = CardChoice(told, "keep", look, is_beside=True)
        self._rounds = CardChoice(_ways(say), "rounds", look)
        self.inside.addWidget(label(say("Which profile stays?"), "strong"))
        self.inside.addWidget(self._profile)
        self._add_rounds(sides, say)
        words = say(
            "Everything from both moves into one company: answers, notes, files, people, consent, what is "
            "due and the history. Fields that are empty in the profile that stays are filled from the "
            "other one, which is kept in the history. This cannot be undone."
        )
        self.inside.addWidget(label(words, "small", "muted"))
        self.first = self._profile

    def merge(self) -> Merge:
        """What is wanted."""
        stays = self._profile.choice()
        goes = next(each for each in self._sides if each != stays)
        return Merge(int(stays), int(goes), cast("SameStage", self._rounds.choice()))

    def _add_rounds(self, sides: tuple[CompanySide, CompanySide], say: Wording) -> None:
        one, other = ({each.stage for each in side.rounds} for side in sides)
        heading = label(
            say("Both have an assessment {stage}", stage=", ".join(sorted(one & other))), "strong"
        )
        self.inside.addWidget(heading)
        self.inside.addWidget(self._rounds)
        for widget in (heading, self._rounds):
            widget.setVisible(bool(one & other))


def _ways(say: Wording) -> list[tuple[str, str, str]]:
    return [
        (
            "one",
            say("One assessment"),
            say("Where both answered, the newer answer counts; the older one stays in the history."),
        ),
        (
            "apart",
            say("Two assessments, in order of time"),
            say("The earlier one becomes T0, the later one T1: then and now can be compared."),
        ),
    ]


def _told(side: CompanySide, library: Library, say: Wording) -> str:
    """A profile and its rounds, line by line."""
    company, network = side.company, library.network
    texts = network.sector_texts.get(say.language) or network.sector_texts["it"]
    region = network.regions.get(company.region or "")
    sector = texts.sectors.get(company.sector or "")
    lines = [
        company.vat,
        ", ".join(each.name for each in (sector, region) if each is not None),
        say.plural("{count} person", "{count} people", company.headcount),
        ", ".join(filter(None, (company.contact.name, company.contact.phone, company.contact.email))),
        say("Consultant: {name}", name=side.consultant) if side.consultant else "",
    ]
    rounds = [
        say(
            "{stage}: begun on {begun}, changed on {changed}, {answers}",
            stage=each.stage,
            begun=say.date(each.started_at.date()),
            changed=say.date(each.changed_at.date()),
            answers=say.plural("{count} answer", "{count} answers", each.answers),
        )
        for each in side.rounds
    ]
    return "\n".join(filter(None, (*lines, *rounds)))
