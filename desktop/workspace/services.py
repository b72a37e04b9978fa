"""The register of a hub's services: lines added, changed, deleted, with the way back from the last change."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from desktop.advising import AidSoFar, OfferMatch, ServiceLine, ServiceState, aid_so_far
from desktop.clock import today
from desktop.content.library import Library
from desktop.storage import Evidence
from desktop.storage.service_clashes import lines_by_uid
from desktop.storage.service_file_store import ServiceFile
from desktop.workspace.stores import Stores


class Services:
    """The services of a workspace. Every save has been written to disk when it returns."""

    def __init__(self, library: Library, stores: Stores) -> None:
        self._library = library
        self._stores = stores
        self._before: Mapping[str, ServiceLine | None] = {}
        self._after: Mapping[str, ServiceLine | None] = {}
        self._gone: tuple[ServiceFile, ...] = ()

    def lines(self) -> tuple[ServiceLine, ...]:
        """All lines, the one that begins first first; call it in a worker thread."""
        return self._stores.hub.services.all()

    def companies(self) -> dict[str, int]:
        """The companies to choose from, by the name shown; call it in a worker thread."""
        return self._stores.hub.services.companies()

    def of_company(self, company_id: int) -> tuple[ServiceLine, ...]:
        """The lines of one company."""
        return self._stores.hub.services.of_company(company_id)

    def save(self, *lines: ServiceLine, seen: Iterable[ServiceLine] = ()) -> None:
        """Write lines down, new ones without a UUID too; StorageError where a company is gone.

        Where several desks work: MeanwhileError where somebody else changed the same since it was `seen`.
        """
        named = [line if line.uid else replace(line, uid=str(uuid4())) for line in lines]
        self._replace({line.uid: line for line in named}, seen)

    def one(self, uid: str) -> ServiceLine | None:
        """A line; None where it is gone."""
        return self._stores.hub.services.one(uid)

    def set_state(self, lines: Iterable[ServiceLine], state: ServiceState) -> int:
        """Say how far services are, as `save`; of how many that is new."""
        seen = tuple(lines)
        changed = {line.uid: replace(line, state=state) for line in seen if line.state != state}
        if changed:
            self._replace(changed, seen)
        return len(changed)

    def remove(self, uids: Collection[str], seen: Iterable[ServiceLine] = ()) -> None:
        """Take lines out of the register, with their files, as `save`."""
        files = self._stores.hub.service_files.of_services(uids)
        self._replace(dict.fromkeys(uids), seen)
        self._gone = files

    def files(self, uid: str) -> tuple[Evidence, ...]:
        """The files and photos that show a service."""
        return self._stores.hub.service_files.of_service(uid)

    def file_content(self, file_id: int) -> bytes:
        """The bytes of one; StorageError where it is gone."""
        return self._stores.hub.service_files.content(file_id)

    def add_file(self, uid: str, path: Path) -> None:
        """Keep a file or photo that shows a service, photos made small; EvidenceError, StorageError."""
        from desktop.workspace.evidence_reading import read_evidence

        read = read_evidence(path)
        self._stores.hub.service_files.add(uid, read.file_name, read.media_type, read.content)

    def remove_file(self, file_id: int) -> None:
        """Take a file away."""
        self._gone, self._before = self._stores.hub.service_files.remove(file_id), {}

    def save_file(self, file: Evidence, folder: Path) -> Path:
        """Write a file out into a folder beside what is there; SestanteError where that fails."""
        from desktop.workspace.evidence_saving import save_beside

        return save_beside(file.file_name, self.file_content(file.id), folder)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to be taken back."""
        return bool(self._before or self._gone)

    def undo(self) -> int:
        """Take the last change back, as `save`; how many lines it was of."""
        back = self._before
        if self.can_undo:
            seen = self._after if self._stores.is_shared else None
            self._stores.hub.services.replace(back, self._gone, seen)
        self._before, self._gone = {}, ()
        return len(back)

    def aid(self, company_id: int, lines: Iterable[ServiceLine]) -> tuple[AidSoFar, ...]:
        """The public money a company was given under each rule that has a limit, today, by some lines."""
        return limited_aid(self._library, company_id, lines, today())

    def planned(self, match: OfferMatch, company_id: int, officer: str, language: str) -> ServiceLine:
        """The line that an offer would be for a company, beginning today; nothing is written."""
        hub, offer = self._library.hub_desk, match.offer
        text = hub.offer_text(offer.id, language)
        expert, lab = (
            hub.people.get(offer.expert or ""),
            self._library.network.support.labs.get(offer.lab or ""),
        )
        technology = next(iter(offer.helps), "")
        return ServiceLine(
            uid="",
            company_id=company_id,
            category=offer.service,
            kind=offer.kind,
            title=text.title if text else offer.id,
            technology=self._library.catalogue.area_of(technology),
            price_cents=match.price_cents or 0,
            aid_cents=match.aid_cents,
            aid_scheme=offer.aid_scheme,
            started_on=today(),
            officer=officer,
            provider=lab.name if lab else expert.name if expert else "",
        )

    def _replace(self, wanted: Mapping[str, ServiceLine | None], seen: Iterable[ServiceLine]) -> None:
        believed = lines_by_uid(seen) if self._stores.is_shared else None
        self._before, self._gone = {}, ()
        done = self._stores.hub.services.replace(wanted, seen=believed)
        self._before, self._after = done.before, done.after


def limited_aid(
    library: Library, company_id: int, lines: Iterable[ServiceLine], day: date
) -> tuple[AidSoFar, ...]:
    """The public money a company was given on a day under each rule that has a limit."""
    told = tuple(lines)
    rules = (rule for rule in library.network.support.rules.values() if rule.limit_eur is not None)
    return tuple(aid_so_far(told, company_id, rule, day) for rule in rules)
