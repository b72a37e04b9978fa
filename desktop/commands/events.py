"""The command that ends event mode where its code was forgotten."""

import argparse

from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import phrase
from desktop.commands.unlocking import open_workspace
from desktop.text import wording


def add_end_event_mode(commands: Commands) -> None:
    """Add the command."""
    command = add_command(
        commands, "end-event-mode", phrase("let the window show the desk again where the code was forgotten")
    )
    add_language(command)
    command.set_defaults(action=_end_event_mode)


def _end_event_mode(options: argparse.Namespace) -> int:
    say = wording(options.lang)
    workspace = open_workspace(options)
    try:
        was_stand = workspace.hub.events.is_stand
        if was_stand:
            workspace.hub.events.leave_mode()
    finally:
        workspace.close()
    print(say("Event mode is over.") if was_stand else say("This computer was not in event mode."))
    return 0
