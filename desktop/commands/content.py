"""The content that commands speak of: the shipped one, or that of a data folder with its packs."""

import argparse
from typing import TYPE_CHECKING

from desktop.paths import assessments_folder, resources_folder

if TYPE_CHECKING:
    from desktop.content.library import Library

OF_WHICH_CONTENT = (
    "It speaks of the content that comes with Sestante; with sestante --data DIR before the command, also of "
    "what the packs installed there bring."
)


def content_of(options: argparse.Namespace) -> "Library":
    """The shipped content; that of the data folder only where one was named and is there."""
    from desktop.content.library import read_library

    if options.data is None or not options.data.is_dir():
        return read_library(assessments_folder(), resources_folder())
    from desktop.commands.unlocking import open_workspace

    workspace = open_workspace(options)
    workspace.close()  # what its library reads from now on are files
    return workspace.library
