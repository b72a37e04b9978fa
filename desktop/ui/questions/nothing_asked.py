"""In place of questions or results where a company has no questionnaire: that, and the way to one."""

from PySide6.QtCore import Signal

from desktop.ui.look import Look
from desktop.ui.message_page import MessagePage
from desktop.ui.pieces import Button


class NothingAsked(MessagePage):
    """A sentence and a button.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        say = look.wording
        super().__init__(
            say("No questionnaire is chosen"),
            say("Choose one on the page of the company; then there are questions to answer."),
            say("Go to the company"),
        )
        self.pressed.connect(self._on_wanted)
        if (button := self.findChild(Button, "message-button")) is not None:
            self.setFocusProxy(button)

    def _on_wanted(self) -> None:
        self.page_requested.emit("company")
