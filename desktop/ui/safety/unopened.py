"""What is shown in place of a workspace that cannot be opened, and what can be done about it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from desktop.errors import sentence_of

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.safety.entering import Entering
    from desktop.ui.safety.session import Session
    from desktop.ui.shell import Shell


def show_unopened(
    shell: "Shell",
    session: "Session",
    error: object,
    entering: "Entering | None",
    go_back: "Callable[[Path], object]",
) -> None:
    """Say why: to try again where something waits in memory, to go back to a folder, or to quit."""
    words = shell.look.wording
    heading, sentences = words("This workspace cannot be opened"), words.tell(sentence_of(error))
    if session.waiting and entering is not None:
        shell.show_message(heading, sentences, words("Try again"), entering.begin)
    elif session.back is not None:
        shell.show_message(heading, sentences, words("Back"), partial(go_back, session.back))
    else:
        quits = shell.window().close
        shell.show_message(words("Sestante cannot start"), sentences, words("Quit"), quits)
