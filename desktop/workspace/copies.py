"""A copy of a company's plan that leaves the desk: what is in it, on which paper, under which name."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.dossier import FIRST_STAGE, Dossier, Scope, share
from desktop.report import PARTS, Part, PrintOptions, build_pdf, write_pdf
from desktop.report.options import Form

if TYPE_CHECKING:
    from desktop.workspace.workspace import Workspace

_MOST_LETTERS, _MOST_BYTES = 60, 120  # of a name, so that endings and numbers always fit


@dataclass(frozen=True, slots=True)
class Copy:
    """How much leaves, and which parts of it are printed; of a handout all are."""

    scope: Scope = "full"
    form: Form = "plan"
    parts: frozenset[Part] = frozenset(PARTS)

    def options(self) -> PrintOptions:
        """The form and the parts, as what prints them takes them."""
        return PrintOptions(form=self.form, parts=self.parts)


def made_paper(workspace: "Workspace", dossier: Dossier, copy: Copy, language: str) -> bytes:
    """As `write_paper`, but kept in memory."""
    told = share(dossier, copy.scope)
    options = workspace.outgoing.print_options(told, copy.scope, language, _options(workspace, copy))
    return build_pdf(told, language, options)


def write_paper(workspace: "Workspace", dossier: Dossier, copy: Copy, path: Path, language: str) -> None:
    """The printed plan of a whole dossier reduced to the scope, with data inside that are reduced alike."""
    told = share(dossier, copy.scope)
    options = workspace.outgoing.print_options(told, copy.scope, language, _options(workspace, copy))
    write_pdf(told, path, language, options)


def _options(workspace: "Workspace", copy: Copy) -> PrintOptions:
    """What prints a copy, in the brand of the edition."""
    return replace(copy.options(), brand=workspace.library.brand)


def file_stem(told: str, stage: str = FIRST_STAGE) -> str:
    """A name for files, without its ending, that every system takes.

    `told` is the company's name, or its code where the copy does not say whose it is.
    """
    short = letters_alone(told, _MOST_LETTERS, _MOST_BYTES).strip("-")
    parts = ("Sestante", short, "" if stage == FIRST_STAGE else stage)
    return "-".join(part for part in parts if part)


def letters_alone(text: str, most_letters: int, most_bytes: int) -> str:
    """Letters and digits of a text, with a dash for all that stands between them; cut where it is longer."""
    letters = "".join(character if character.isalnum() else "-" for character in text)
    short = "-".join(part for part in letters.split("-") if part)[:most_letters]
    while len(short.encode()) > most_bytes:
        short = short[:-1]
    return short


def told_stem(dossier: Dossier, scope: Scope) -> str:
    """The name for files of a dossier that leaves under a scope: scores do not name the company."""
    code = dossier.provenance.code if dossier.provenance is not None else ""
    return file_stem(code if scope == "scores" else dossier.company.name, dossier.stage)
