"""What a role on a server may not do: shown all the same, but not to be pressed, with the reason."""

from PySide6.QtWidgets import QWidget

from desktop.text import Wording
from desktop.ui.pieces import Button


def withhold(say: Wording, *buttons: Button, unless: bool) -> None:
    """Keep buttons from being pressed, now and later, unless it is allowed."""
    if unless:
        return
    for button in buttons:
        button.withhold(only_coordinator(say))


def withhold_fields(say: Wording, *fields: QWidget, unless: bool) -> None:
    """Keep fields from being written in, unless it is allowed; what they hold is still read."""
    if unless:
        return
    for field in fields:
        field.setEnabled(False)
        field.setToolTip(only_coordinator(say))
        field.setAccessibleDescription(only_coordinator(say))


def only_coordinator(say: Wording) -> str:
    """The reason."""
    return say("Only the coordinator of the hub may do this on the server.")
