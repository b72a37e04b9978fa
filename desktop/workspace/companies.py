"""The companies of the workspace as a list to choose from, and those of them that are one and the same."""

from desktop.clock import today
from desktop.content.company import Company, vat_key
from desktop.content.library import Library
from desktop.storage import CompanySide
from desktop.text import wording
from desktop.workspace.company_listing import Listing
from desktop.workspace.laptop_words import loan_words
from desktop.workspace.stores import Stores


class Companies:
    """Reads what is on disk at that moment; StorageError says why it cannot."""

    def __init__(self, library: Library, stores: Stores) -> None:
        self._library = library
        self._stores = stores
        self._known: tuple[str, Listing] | None = None
        self._is_fresh = False

    def read(self, language: str) -> Listing:
        """All companies, ready to be searched; sectors and regions by name. Some 100 ms for 10,000.

        Where nothing changed it is what was read last.
        """
        network = self._library.network
        listing = Listing(
            rows=self._stores.companies.all(),
            day=today(),
            sectors={code: text.name for code, text in network.sectors_in(language).items()},
            regions={code: region.name for code, region in network.regions.items()},
            lent={each.company_id: loan_words(each, wording(language)) for each in self._stores.loans()},
        )
        known = self.known(language)
        if known is not None and listing == known:  # whoever shows it sees at a glance that it is the same
            return known
        listing.prepare()
        self._known = language, listing
        return listing

    def read_ahead(self, language: str) -> None:
        """Read for the page that is shown first, which then need not read again."""
        self.read(language)
        self._is_fresh = True

    def known(self, language: str) -> Listing | None:
        """What was read last in a language: shown until what is on disk now has been read."""
        return self._known[1] if self._known is not None and self._known[0] == language else None

    def take_fresh(self) -> bool:
        """Whether what is known was read ahead and shown nowhere yet."""
        was_fresh, self._is_fresh = self._is_fresh, False
        return was_fresh

    def side(self, company_id: int) -> CompanySide:
        """A company with its rounds and how much there is of each; StorageError where it is gone."""
        return self._stores.sides.side(company_id)

    def twins(self, company: Company, but: int | None = None) -> tuple[CompanySide, ...]:
        """The other companies with the VAT number of a profile, the first one first."""
        number = vat_key(company.country, company.vat)
        return self._stores.sides.with_vat(number, company.country, but) if number else ()
