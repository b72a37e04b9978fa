"""How the plan of an input file leaves: under which scope, signed or sealed, on paper or as data."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.dossier import Dossier, Provenance, Scope, share
from desktop.errors import SestanteError
from desktop.exchange.results.desk_key import DeskCard, DeskKey
from desktop.exchange.results.envelope import SUFFIX
from desktop.exchange.results.identity import company_id_of
from desktop.report.choices import Paper
from desktop.report.options import PrintOptions
from desktop.text import say

if TYPE_CHECKING:
    from desktop.storage import Key

_PAPER = ".pdf"
_ALL = Paper()
_NO_OUTPUT = say("There is nothing to sign or to seal: say with --output FILE where the plan or result goes.")
_SEALED_PDF = say("Only a result can be sealed, not a printed plan: name a file that ends in {suffix}.")
_UNSIGNED_COPY = say(
    "A copy to change is not signed: name a file that ends in {suffix}, or in .pdf for the printed plan."
)
_NOT_SIGNED = say(
    "Scores alone are never signed, as a signature tells whose desk they come from. "
    "Leave out --sign, or choose another --scope."
)


@dataclass(frozen=True, slots=True)
class Leaving:
    """What the command was told: the scope, where to write, whose key signs, and for whom to seal.

    `signing_folder` is the data folder whose desk signs, None for nobody; `unlocked` its key, if it has one.
    """

    scope: Scope = "full"
    output: Path | None = None
    signing_folder: Path | None = None
    seal_to: DeskCard | None = None
    paper: Paper = _ALL
    unlocked: "Key | None" = None

    @property
    def is_data(self) -> bool:
        """Whether a result file is to be written, not a printed plan."""
        return self.output is not None and self.output.suffix.lower() == SUFFIX

    @property
    def is_paper(self) -> bool:
        """Whether a printed plan is to be written, not a copy to change."""
        return self.output is not None and self.output.suffix.lower() == _PAPER

    def options(self) -> PrintOptions:
        """What is wished of the document; nothing was computed or written yet.

        SestanteError where one choice forbids another, ContentError where the brand cannot be used.
        """
        self._refuse_contradictions()
        return self.paper.options(is_paper=self.is_paper)

    def _refuse_contradictions(self) -> None:
        if self.output is not None and not self.is_data:
            from desktop.report import refuse_other_suffix

            refuse_other_suffix(self.output)
        if self.output is None and (self.signing_folder or self.seal_to):
            raise SestanteError(_NO_OUTPUT)
        if self.seal_to is not None and not self.is_data:
            raise SestanteError(_SEALED_PDF, suffix=SUFFIX)
        if self.signing_folder is not None and not self.is_data and not self.is_paper:
            raise SestanteError(_UNSIGNED_COPY, suffix=SUFFIX)
        if self.signing_folder is not None and self.scope == "scores":
            raise SestanteError(_NOT_SIGNED)


def as_it_leaves(dossier: Dossier, scope: Scope) -> Dossier:
    """The dossier of an input file reduced to a scope, with an id for its company: the same every time."""
    changed_at = datetime.combine(dossier.made_on, time.min, UTC)
    return share(replace(dossier, provenance=Provenance(company_id_of(dossier.company), changed_at)), scope)


def write_output(dossier: Dossier, leaving: Leaving, options: PrintOptions, language: str) -> None:
    """Write what the end of the name asks for, of a dossier reduced before; a PDF carries the result."""
    if leaving.output is None:
        return
    if not leaving.is_data and not leaving.is_paper:
        from desktop.report import write_copy

        write_copy(dossier, leaving.output, language)
        return
    key = _key(leaving)
    if leaving.is_data:
        _write_result(dossier, leaving.output, key, leaving)
        return
    from desktop.carrying import carrying
    from desktop.report import write_pdf

    write_pdf(dossier, leaving.output, language, carrying(options, dossier, leaving.scope, language, key))


def _write_result(dossier: Dossier, path: Path, key: DeskKey | None, leaving: Leaving) -> None:
    from desktop.carrying import result_file
    from desktop.exchange.results.saving import save_result

    save_result(path, result_file(dossier, leaving.scope, key, leaving.seal_to))


def _key(leaving: Leaving) -> DeskKey | None:
    """The key of the desk that signs; its database is opened for that alone."""
    if leaving.signing_folder is None:
        return None
    from desktop.workspace.outgoing import desk_key_in

    return desk_key_in(leaving.signing_folder, leaving.unlocked)
