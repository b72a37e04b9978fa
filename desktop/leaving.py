"""How the plan of an input file leaves: under which scope, signed or sealed, on paper or as data."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from desktop.content.company import Company, without_marks
from desktop.dossier import Dossier, Provenance, Scope, share
from desktop.errors import SestanteError
from desktop.text import say

_COMPANIES = uuid5(NAMESPACE_URL, "https://sestante.example/companies")
_NO_OUTPUT = say("There is nothing to sign or to seal: say with --output FILE where the plan or result goes.")
_SEALED_PDF = say("Only a result can be sealed, not a printed plan: name a file that ends in {suffix}.")
_NOT_SIGNED = say(
    "Scores alone are never signed, as a signature tells whose desk they come from. "
    "Leave out --sign, or choose another --scope."
)


@dataclass(frozen=True, slots=True)
class Leaving:
    """What the command was told: the scope, where to write, whose key signs, and for whom to seal.

    `signing_folder` is the data folder whose desk signs, None for nobody; `seal_to` a card, or a file with
    one.
    """

    scope: Scope = "full"
    output: Path | None = None
    signing_folder: Path | None = None
    seal_to: str | None = None

    @property
    def is_data(self) -> bool:
        """Whether a result file is to be written, not a printed plan."""
        from desktop.exchange.results.envelope import SUFFIX

        return self.output is not None and self.output.suffix.lower() == SUFFIX

    def refuse_contradictions(self) -> None:
        """SestanteError where one choice forbids another; nothing was computed or written yet."""
        from desktop.exchange.results.envelope import SUFFIX

        if self.output is None and (self.signing_folder or self.seal_to):
            raise SestanteError(_NO_OUTPUT)
        if self.seal_to is not None and not self.is_data:
            raise SestanteError(_SEALED_PDF, suffix=SUFFIX)
        if self.signing_folder is not None and self.scope == "scores":
            raise SestanteError(_NOT_SIGNED)


def as_it_leaves(dossier: Dossier, scope: Scope) -> Dossier:
    """The dossier of an input file reduced to a scope, with an id for its company: the same every time."""
    changed_at = datetime.combine(dossier.made_on, time.min, UTC)
    return share(replace(dossier, provenance=Provenance(_company_id(dossier.company), changed_at)), scope)


def write_output(dossier: Dossier, leaving: Leaving, language: str) -> None:
    """Write a printed plan that carries the result, or the result alone, of a dossier reduced before."""
    from desktop.exchange.results.envelope import write
    from desktop.exchange.results.making import result_of
    from desktop.exchange.results.saving import find_card, save_result
    from desktop.workspace.outgoing import MADE_BY, attached, desk_key_in

    if leaving.output is None:
        return
    card = None if leaving.seal_to is None else find_card(leaving.seal_to)
    key = None if leaving.signing_folder is None else desk_key_in(leaving.signing_folder)
    data = write(result_of(dossier, leaving.scope, MADE_BY), key)
    if leaving.is_data:
        from desktop.exchange.results.sealing import seal

        save_result(leaving.output, data if card is None else seal(data, card))
    else:
        from desktop.report import PrintOptions, write_pdf

        options = PrintOptions(attachments=(attached(data, language),))
        write_pdf(dossier, leaving.output, language, options)


def _company_id(company: Company) -> str:
    """An id that a company has by its VAT number, or where it has none by its name."""
    number = without_marks(company.vat).removeprefix(company.country)
    name = " ".join(company.name.casefold().split())
    told = f"vat:{number}" if number else f"name:{name}"
    return str(uuid5(_COMPANIES, f"{company.country}:{told}"))
