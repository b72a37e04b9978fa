"""A service written down or changed, with the warning where public money passes its limit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from typing_extensions import override

from desktop.advising import ServiceLine, ServiceState
from desktop.advising.amounts import cents_of
from desktop.content.networks.hub_desk_file import ServiceKind
from desktop.report.service_words import aid_in_words, aid_source, aid_warning
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.completing import complete
from desktop.ui.desk import Desk
from desktop.ui.fields import ask_again, line_field
from desktop.ui.hub.services.service_fields import ServiceFields
from desktop.ui.look import Look
from desktop.ui.pieces import label

_WIDTH = 660  # pixels


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the dialog knows: all lines, the companies to choose from by name, and what was written before."""

    lines: tuple[ServiceLine, ...]
    companies: Mapping[str, int] = field(default_factory=dict)
    known: Mapping[str, Iterable[str]] = field(default_factory=dict)


class ServiceDialog(AskingDialog):
    """Asks for all of a line; a new one may be of any company, one that is there keeps its own."""

    def __init__(
        self, parent: QWidget, desk: Desk, line: ServiceLine, around: Surroundings, look: Look
    ) -> None:
        say = look.wording
        heading = say("Change the service") if line.uid else say("New service")
        named = line.company or line.project
        super().__init__(parent, Asked(heading, say("Save"), [named] if named else []), look, width=_WIDTH)
        self.setObjectName("service-dialog")
        self._wording, self._desk, self._line, self._around = say, desk, line, around
        self._company = line_field("service-company", say("Company"))
        self._fields = ServiceFields(line, desk.workspace.library, look, around.known)
        self._advice = _told("service-advice", "warn")
        self._warning = _told("service-warning", "warn")
        self._sum = _told("service-aid-sum", "muted")
        self.first: QWidget = self._fields.title
        if line.company_id is None and not line.uid:
            self._ask_company()
        self.inside.addWidget(self._fields)
        for shown in (self._warning, self._sum, self._advice):
            self.inside.addWidget(shown)
        self._fields.edited.connect(self._on_edited)
        self._on_edited()

    @property
    def seen(self) -> tuple[ServiceLine, ...]:
        """The line as it was when it was shown."""
        return (self._line,)

    def line(self) -> ServiceLine:
        """The line as it is written now."""
        fields = self._fields
        return replace(
            self._line,
            company_id=self._company_id(),
            title=fields.text(fields.title),
            category=fields.category.choice() or "",
            kind=cast("ServiceKind", fields.kind.choice() or ""),
            technology=fields.technology.choice() or "",
            price_cents=cents_of(fields.price.text()) or 0,
            aid_cents=cents_of(fields.aid.text()) or 0,
            aid_scheme=fields.rule.choice() or "",
            started_on=fields.day(),
            ended_on=fields.last_day(),
            attendees=fields.people(),
            state=cast("ServiceState", fields.state.choice() or "planned"),
            officer=fields.text(fields.officer),
            provider=fields.text(fields.provider),
            note=fields.text(fields.note),
        )

    @override
    def agree(self) -> None:
        """Nothing is taken that could not be accounted for."""
        wrong = self._wrong()
        if wrong is None:
            super().agree()
            return
        ask_again(wrong[0], self._advice, wrong[1])
        self.fit()

    def _wrong(self) -> tuple[QLineEdit, str] | None:
        """The first field that cannot be taken, and what to write there."""
        return next(self._all_wrong(), None)

    def _all_wrong(self) -> Iterator[tuple[QLineEdit, str]]:
        say, fields = self._wording, self._fields
        price, aid, ended = cents_of(fields.price.text()), cents_of(fields.aid.text()), fields.last_day()
        amount = say("Write an amount, such as 1200 or 1200,50.")
        if self._company.text().strip() and self._company_id() is None:
            yield self._company, say("No company of this name is here: choose one from the list.")
        if not fields.text(fields.title):
            yield fields.title, say("Write what the service is, in a few words.")
        if price is None:
            yield fields.price, amount
        if aid is None:
            yield fields.aid, amount
        elif aid > (price or 0):
            yield fields.aid, say("Public money cannot pay more than the price.")
        if ended is not None and ended < fields.day():
            yield fields.title, say("The service ends before it begins: correct one of the two days.")

    def _ask_company(self) -> None:
        complete(self._company, self._around.companies)
        self._company.textChanged.connect(self._on_edited)
        title = label(self._wording("Company (empty for a service without one)"), "small", "muted")
        title.setBuddy(self._company)
        self.inside.addWidget(title)
        self.inside.addWidget(self._company)
        self.first = self._company

    def _company_id(self) -> int | None:
        """By the name written, however its letters are."""
        if self._line.company_id is not None or self._line.uid:
            return self._line.company_id
        written = self._company.text().strip().casefold()
        found = (number for name, number in self._around.companies.items() if name.casefold() == written)
        return next(found, None)

    def _on_edited(self, *_: object) -> None:
        """What public money adds up to with this line, as long as it is written."""
        line, library = self.line(), self._desk.workspace.library
        others = [each for each in self._around.lines if each.uid != line.uid]
        sums = (
            []
            if line.company_id is None
            else self._desk.workspace.hub.services.aid(line.company_id, (*others, line))
        )
        own = next((each for each in sums if each.rule.id == line.aid_scheme), None)
        told = (
            []
            if own is None
            else [aid_in_words(own, library, self._wording), aid_source(own, library, self._wording)]
        )
        _show(self._warning, "" if own is None else aid_warning(own, self._wording))
        _show(self._sum, "\n".join(told))
        self._advice.hide()
        if self.isVisible():
            self.fit()


def _told(name: str, tone: str) -> QLabel:
    made = label("", "small", "warn" if tone == "warn" else "muted")
    made.setObjectName(name)
    made.hide()
    return made


def _show(shown: QLabel, words: str) -> None:
    shown.setText(words)
    shown.setVisible(bool(words))
