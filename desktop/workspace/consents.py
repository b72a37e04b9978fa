"""What the companies of a workspace agreed to, and no longer agree to."""

from datetime import date
from typing import TYPE_CHECKING

from desktop.clock import today
from desktop.storage import StoredConsent
from desktop.workspace.case import Case
from desktop.workspace.stores import Stores

if TYPE_CHECKING:
    from desktop.dossier import Consent


class Consents:
    """The agreements of a workspace's cases. Every save has been written to disk when it returns."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores

    def of(self, case: Case) -> "Consent | None":
        """The latest agreement that holds; None where the company agreed to nothing, or no longer does."""
        from desktop.dossier import Consent

        holding = [each for each in self.history(case) if each.withdrawn_on is None]
        return Consent(holding[-1].agreed_on, holding[-1].text_version) if holding else None

    def history(self, case: Case) -> tuple[StoredConsent, ...]:
        """All agreements, the first one first, withdrawn ones too."""
        return self._stores.consents.all(case.id)

    def record(self, case: Case, text_version: str, agreed_on: date | None = None) -> None:
        """The company agrees to a version of the text: today, where no day is given."""
        self._stores.consents.record(case.id, agreed_on or today(), text_version)

    def withdraw(self, case: Case) -> None:
        """From today the company agrees no longer."""
        self._stores.consents.withdraw(case.id, today())
