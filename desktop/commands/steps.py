"""Commands that are made of several, such as `sestante pack`."""

from desktop.commands.language import add_language
from desktop.commands.parser import FIRST, Commands, add_command
from desktop.commands.phrases import Phrase, phrase


def add_steps(commands: Commands, name: str, told: Phrase, speaks: str = FIRST) -> Commands:
    """Add a command that does nothing by itself; what it can do is added to what comes back."""
    command = add_command(commands, name, told, speaks=speaks)
    add_language(command)
    return command.add_subparsers(title=phrase("what to do"), metavar=phrase("STEP"), required=True)
