"""The small dialogs of the room: a new event, another name for one, and the way into event mode."""

from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.clock import today
from desktop.storage.event_values import StoredEvent
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.events.event_stand import NEXT_KEY
from desktop.ui.events.visitors_paper import has_printer
from desktop.ui.fields import DayField, FieldFrame, Picker, ask_again, line_field
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.workspace import Workspace
from desktop.workspace.events import LONGEST_CODE, SHORTEST_CODE

_FIELD = QSize(150, 38)  # pixels


class EventDialog(AskingDialog):
    """Name, place and day of an event, new or there already."""

    def __init__(self, parent: QWidget, look: Look, event: StoredEvent | None = None) -> None:
        say = look.wording
        title = say("Change the event") if event else say("New event")
        super().__init__(parent, Asked(title, say("Save")), look)
        self.setObjectName("event-dialog")
        self._wording = say
        self._name = line_field("event-name", say("Name"))
        self._place = line_field("event-place", say("Place"))
        self._day = DayField("event-day", say("Day"))
        self._advice = label("", "small", "warn")
        self._advice.hide()
        if event is not None:
            self._name.setText(event.name)
            self._place.setText(event.place)
        self._day.show_day(event.held_on if event else today())
        framed = FieldFrame(self._day, look.tokens)
        framed.setFixedSize(_FIELD)
        self.first = self._name
        self.add_field(say("Name"), self._name)
        self.inside.addWidget(self._advice)
        self.add_field(say("Place"), self._place)
        self.add_field(say("Day"), framed)

    @property
    def told(self) -> tuple[str, str, date]:
        """Name, place and day."""
        return self._name.text().strip(), self._place.text().strip(), self._day.day()

    def agree(self) -> None:
        """Only with a name."""
        if self.told[0]:
            super().agree()
        else:
            ask_again(self._name, self._advice, self._wording("Write a name, such as the fair's."))
            self.fit()


class ModeDialog(AskingDialog):
    """What event mode does, and the code that ends it, if one is wanted."""

    def __init__(self, parent: QWidget, look: Look, event: StoredEvent, workspace: Workspace) -> None:
        say, events = look.wording, workspace.hub.events
        sentences = [
            say(
                "The whole screen becomes the stand of “{event}”. Visitors see nothing else of Sestante, "
                "and nothing of the visitor before.",
                event=event.name,
            ),
            say(
                "The key {key} calls the next visitor. To leave, keep the name at the top left pressed for "
                "three seconds.",
                key=NEXT_KEY,
            ),
        ]
        if not has_printer():
            sentences.append(say("No printer is set up on this computer: visitors are not offered paper."))
        if workspace.is_encrypted:
            sentences.append(say("Your passphrase is asked for then; meanwhile nothing locks by itself."))
        super().__init__(parent, Asked(say("Open event mode"), say("Open it"), sentences), look)
        self.setObjectName("mode-dialog")
        self._wording = say
        self._code = line_field("mode-code", say("Code"), LONGEST_CODE)
        self._code.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self._advice = label("", "small", "warn")
        self._advice.hide()
        self.first = self._code
        self._asks = Picker(look, "mode-questionnaire", say("Questionnaire"))
        titles = [(each.id, each.text(say.language).title) for each in events.questionnaires]
        self._asks.show_entries(titles, events.asks(event))
        if len(titles) > 1:
            self.add_field(say("Visitors answer"), self._asks)
        self.add_field(say("Code for leaving (may stay empty)"), self._code)
        self.inside.addWidget(self._advice)

    @property
    def code(self) -> str:
        """The code; empty for none."""
        return self._code.text().strip()

    @property
    def asks(self) -> str:
        """The questionnaire chosen."""
        return self._asks.choice() or ""

    def agree(self) -> None:
        """Only with a code that is long enough, or none."""
        if not self.code or len(self.code) >= SHORTEST_CODE:
            super().agree()
        else:
            words = self._wording("Use at least {count} letters or digits, or none.", count=SHORTEST_CODE)
            ask_again(self._code, self._advice, words)
            self.fit()
