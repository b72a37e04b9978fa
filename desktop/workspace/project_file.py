"""What a file about a project is made of, without what makes it, which brings paper and spreadsheets."""

import re
from dataclasses import dataclass

from desktop.content.library import Library
from desktop.projects import Member, Project
from desktop.text import Wording
from desktop.workspace.projects import Found

_LONGEST = 60  # letters of a file's name
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """A project as it goes out; names only where `is_named`."""

    project: Project
    members: tuple[Member, ...]
    found: Found
    library: Library
    wording: Wording
    is_named: bool


def file_name(title: str) -> str:
    """A title as a file can be called."""
    return _NOT_IN_NAMES.sub(" ", title).strip(" .")[:_LONGEST].strip() or "Sestante"
