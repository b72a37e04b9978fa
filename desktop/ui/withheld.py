"""What a role on a server may not do: shown all the same, but not to be pressed, with the reason."""

from desktop.text import Wording
from desktop.ui.pieces import Button


def withhold(say: Wording, *buttons: Button, unless: bool) -> None:
    """Keep buttons from being pressed, now and later, unless it is allowed."""
    if unless:
        return
    for button in buttons:
        button.withhold(only_coordinator(say))


def only_coordinator(say: Wording) -> str:
    """The reason."""
    return say("Only the coordinator of the hub may do this on the server.")
