"""The content that commands speak of: the shipped one, or that of a data folder with its packs."""

import argparse
from typing import TYPE_CHECKING

from desktop.commands.phrases import phrase
from desktop.errors import StorageError
from desktop.paths import assessments_folder, resources_folder

if TYPE_CHECKING:
    from desktop.content.library import Library

OF_WHICH_CONTENT = phrase(
    "It speaks of the content that comes with Sestante; with sestante --data DIR before the command, also of "
    "what the packs installed there bring."
)


def content_of(options: argparse.Namespace) -> "Library":
    """The shipped content; that of the data folder only where one was named and is there."""
    if options.data is None or not options.data.is_dir():
        return _shipped()
    from desktop.commands.unlocking import open_workspace

    workspace = open_workspace(options)
    workspace.close()  # what its library reads from now on are files
    return workspace.library


def content_at_hand(options: argparse.Namespace) -> "Library":
    """As above, and the shipped content where the data folder is locked or open in the window."""
    try:
        return content_of(options)
    except StorageError:
        return _shipped()


def _shipped() -> "Library":
    from desktop.content.library import read_library

    return read_library(assessments_folder(), resources_folder())
