"""What is held about a company, or one of its people, to be looked at and taken along."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.clock import today
from desktop.content.library import Library
from desktop.errors import SestanteError
from desktop.rounds import all_asked
from desktop.storage import PinnedQuestionnaire
from desktop.text import say, wording
from desktop.workspace.preferences import PreferenceBook
from desktop.workspace.stores import Stores

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.content.questionnaires.questionnaire import Questionnaire
    from desktop.holding import HeldCounts, HeldQuestionnaire, Holding
    from desktop.report.holding import ToldHolding, ToldPerson

_NOBODY = say(
    "There is no company “{name}” in {folder}. Give its name exactly as it is written, or its number (UUID)."
)
_SEVERAL = say("Several companies are called “{name}”; give the number (UUID) of one: {numbers}.")
_NO_PERSON = say("Nobody of {company} answers under the name “{label}”; look at the list of people.")


class Rights:
    """The copies of held data. What is written is there as a whole or not at all."""

    def __init__(self, library: Library, stores: Stores, server: str = "") -> None:
        self._library = library
        self._server = server
        self._stores = stores
        self._book = PreferenceBook(stores)

    def counts(self, company_id: int) -> "HeldCounts":
        """How much is held about a company."""
        return self._stores.holdings.counts(company_id)

    def find(self, name: str) -> int:
        """The company of a name or UUID; SestanteError where there is none, or more than one."""
        found = self._stores.holdings.find(name.strip())
        if not found:
            raise SestanteError(_NOBODY, name=name, folder=self._stores.folder)
        if len(found) > 1:
            numbers = ", ".join(self._stores.holdings.of(each).uuid for each in found)
            raise SestanteError(_SEVERAL, name=name, numbers=numbers)
        return found[0]

    def find_people(self, company_id: int, label: str) -> tuple[int, ...]:
        """Those who answer under a label, one for each round; SestanteError where there is nobody."""
        found = self._stores.holdings.people(company_id, label.strip())
        if not found:
            name = self._stores.holdings.of(company_id).company.name
            raise SestanteError(_NO_PERSON, company=name, label=label)
        return found

    def export(self, company_id: int, folder: Path, language: str, *, is_zip: bool = False) -> Path:
        """Write what is held about a company into a new folder, or a zip, inside `folder`; its path.

        SestanteError where it cannot be written; nothing is left then.
        """
        from desktop.workspace.rights.exporting import write_holding

        held = self._stores.holdings
        told = self._told(held.of(company_id), language)
        return write_holding(told, (held.content, held.service_content), folder, language, is_zip=is_zip)

    def export_person(self, person_id: int, folder: Path, language: str) -> Path:
        """Write what somebody answered into a new folder inside `folder`; its path."""
        from desktop.workspace.rights.exporting import write_person

        return write_person(self._told_person(person_id), folder, language)

    def _told(self, holding: "Holding", language: str) -> "ToldHolding":
        from desktop.report.holding import ToldHolding
        from desktop.workspace.rights.imports import told_imports
        from desktop.workspace.rights.names import safe_names

        versions = {each.text_version for held in holding.rounds for each in held.consents}
        forms = {version: self._library.consent_in(version) for version in versions}
        preferences = self._book.read()
        return ToldHolding(
            holding=holding,
            library=self._library,
            questionnaires={held.id: self._asked(held.questionnaires) for held in holding.rounds},
            forms={version: form for version, form in forms.items() if form is not None},
            file_names=safe_names(each for held in holding.rounds for each in held.files),
            consultant=preferences.consultant,
            retention_months=preferences.retention_months,
            made_on=today(),
            service_file_names=safe_names(holding.service_files, "service-"),
            imports=told_imports(holding.imports, wording(language)),
            server=self._server,
        )

    def _told_person(self, person_id: int) -> "ToldPerson":
        from desktop.report.holding import ToldPerson

        person = self._stores.holdings.person(person_id)
        return ToldPerson(
            person=person,
            questionnaires=self._asked(person.questionnaires),
            consultant=self._book.read().consultant,
            made_on=today(),
        )

    def _asked(self, held: "Sequence[HeldQuestionnaire]") -> "tuple[Questionnaire, ...]":
        """Those of a round, then the others: answers stay when a round no longer has their questionnaire."""
        pinned = (PinnedQuestionnaire(each.id, each.version, each.hash) for each in held)
        found = all_asked(self._library, pinned)
        known = {each.id for each in found}
        return found + tuple(each for name, each in self._library.questionnaires.items() if name not in known)
