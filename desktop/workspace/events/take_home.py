"""What a visitor takes home: the sheet on paper, and a code that opens the answers in Sestante."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.workspace.events.stand import Stand
from desktop.workspace.events.visit import Visit
from desktop.workspace.outgoing import Outgoing

if TYPE_CHECKING:
    from desktop.dossier import Dossier


@dataclass(frozen=True, slots=True)
class TakeHome:
    """A visitor's dossier, from which paper and code are made; all of it runs in worker threads."""

    outgoing: Outgoing
    stand: Stand
    dossier: "Dossier"
    language: str

    def paper(self) -> bytes:
        """The handout, a PDF of one sheet; it stays in memory."""
        from desktop.report import PrintOptions, build_pdf

        options = PrintOptions(form="handout", brand=self.stand.brand)
        return build_pdf(
            self.dossier,
            self.language,
            self.outgoing.print_options(self.dossier, "full", self.language, options),
        )

    def codes(self) -> tuple[str, ...]:
        """The texts of square codes with answers and firm facts; the plan is made anew where they are read.

        Almost always one: the signature is left out where it would need another.
        """
        from desktop.exchange.results.compact import to_codes

        bare = replace(self.dossier, plan=replace(self.dossier.plan, courses=(), needs=(), open_gaps=()))
        result = self.outgoing.result(bare, "full")
        signed = to_codes(result, self._questionnaire, self.outgoing.key.sign_code)
        return signed if len(signed) == 1 else to_codes(result, self._questionnaire)

    def squares(self) -> tuple[tuple[tuple[bool, ...], ...], ...]:
        """The codes as they are drawn: rows from the top, true where it is dark."""
        from desktop.report.qr import qr_matrix

        return tuple(qr_matrix(text) for text in self.codes())

    def _questionnaire(self, name: str, version: str) -> Questionnaire | None:
        own = self.stand.questionnaire
        return own if (own.id, own.version) == (name, version) else None


def take_home(stand: Stand, outgoing: Outgoing, visit: Visit) -> TakeHome:
    """Work out the plan and what is made of it; the solver runs here, so call it in a worker thread."""
    from desktop.dossier import Consent, Provenance, gather

    made = gather(stand.situation(visit))
    uid = visit.draft.uid
    known = Provenance(uid, datetime.now(UTC), outgoing.key.code(uid))
    consent = None if visit.contact is None else Consent(made.made_on, stand.library.consent.version)
    return TakeHome(outgoing, stand, replace(made, provenance=known, consent=consent), visit.draft.language)
