"""A copy of a company's plan that leaves the desk: what is in it, on which paper, under which name."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.dossier import Dossier, Scope, share
from desktop.report import PARTS, Part, PrintOptions, build_pdf, write_pdf
from desktop.report.options import Form

if TYPE_CHECKING:
    from desktop.workspace.workspace import Workspace


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
