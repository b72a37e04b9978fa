"""What leaves a workspace: results as values, as files, inside printed plans, signed with the desk's key."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.storage import FileDatabase, Key, Origin
from desktop.workspace.case import Case
from desktop.workspace.consents import Consents
from desktop.workspace.stores import Stores
from desktop.workspace.visits import Visits

if TYPE_CHECKING:
    from desktop.dossier import Dossier, EarlierRound, Scope
    from desktop.exchange.results.desk_key import DeskCard, DeskKey
    from desktop.exchange.results.envelope import Opened
    from desktop.exchange.results.result import Result
    from desktop.report import PrintOptions


class Outgoing:
    """The results of a workspace's cases. The desk's key is made when it is first needed."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores
        self._consents = Consents(stores)

    @property
    def key(self) -> "DeskKey":
        """What this desk signs with, and opens what was sealed for it."""
        from desktop.exchange.results.desk_key import DeskKey, new_secret

        return DeskKey(self._stores.desk_key.find_or_keep(new_secret))

    @property
    def card(self) -> "DeskCard":
        """What others need to check this desk's signatures and to seal for it."""
        return self.key.card

    def origin(self, case: Case) -> Origin:
        """The company of a case, its stage, and its earlier rounds."""
        return self._stores.origins.of(case.id)

    def code(self, case_id: int) -> str:
        """What stands for a case's company where it is not named."""
        return self.key.code(self._stores.origins.of(case_id).company_id)

    def complete(self, dossier: "Dossier", case: Case, earlier: "tuple[EarlierRound, ...]") -> "Dossier":
        """A dossier that also says of which company and round it is, what was agreed to and is noted."""
        from desktop.dossier import Provenance
        from desktop.dossier.steps import PlanStep

        origin = self.origin(case)
        code = self.key.code(origin.company_id)
        known = Provenance(origin.company_id, origin.changed_at, code)
        agreed, beside = self._consents.of(case), Visits(self._stores).beside(case)
        found = self._stores.beside.steps(case.id).items()
        steps = {key: PlanStep(step.state, step.note) for key, step in found}
        remarks = self._stores.hub.expert_remarks.of(case.id)
        made = replace(dossier, stage=origin.stage, earlier=earlier, provenance=known, consent=agreed)
        return replace(made, steps=steps, beside=beside, remarks=remarks)

    def result(self, dossier: "Dossier", scope: "Scope") -> "Result":
        """What leaves of a dossier under a scope."""
        from desktop.exchange.results.making import MADE_BY, result_of

        return result_of(dossier, scope, MADE_BY)

    def file(self, dossier: "Dossier", scope: "Scope", sealed_to: "DeskCard | None" = None) -> bytes:
        """A result file: signed unless it is of scores alone, sealed where a desk's card is given."""
        from desktop.carrying import result_file

        return result_file(dossier, scope, self.key, sealed_to)

    def write_file(
        self, dossier: "Dossier", scope: "Scope", path: Path, sealed_to: "DeskCard | None" = None
    ) -> None:
        """Write a result file; it is whole or not there, and replaces nothing but an earlier one."""
        from desktop.exchange.results.saving import save_result

        save_result(path, self.file(dossier, scope, sealed_to))

    def print_options(
        self, dossier: "Dossier", scope: "Scope", language: str, options: "PrintOptions | None" = None
    ) -> "PrintOptions":
        """Options for printing with the result inside, as a file and as codes.

        What is printed must be reduced to the scope, too.
        """
        from desktop.carrying import carrying
        from desktop.report import PrintOptions

        return carrying(options or PrintOptions(), dossier, scope, language, self.key)

    def open(self, data: bytes, file: str) -> "Opened":
        """The result in a file that came in, sealed for this desk or open; ResultError names `file`."""
        from desktop.exchange.results.sealing import is_sealed, open_result

        return open_result(data, self.key if is_sealed(data) else None, file)


def desk_key_in(folder: Path, key: Key | None = None) -> "DeskKey":
    """The key of a data folder's desk; StorageError where the folder cannot be used."""
    database = FileDatabase(folder, key)
    try:
        return Outgoing(Stores(database)).key
    finally:
        database.close()
