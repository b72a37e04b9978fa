"""Former packs that nothing refers to any more: no answers, no agreement, nothing that can be undone."""

from collections.abc import Mapping

from desktop.content.editions.former import versions_in
from desktop.content.editions.overlay import content_of, overlaid, shipped_files
from desktop.errors import ContentError, SestanteError
from desktop.paths import assessments_folder, resources_folder
from desktop.storage import Database
from desktop.storage.pack_reader import InstalledPack
from desktop.storage.version_uses import version_uses
from desktop.workspace.packs import Packs


class FormerPacks:
    """Finds and deletes them; call it in a worker thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._packs = Packs(database)

    def unneeded(self) -> tuple[InstalledPack, ...]:
        """Those whose versions nothing refers to; one that can no longer be read is kept."""
        former = self._packs.former()
        if not former:
            return ()
        uses = version_uses(self._database)
        shipped = shipped_files(assessments_folder(), resources_folder())
        installed = [files for each in self._packs.installed() if (files := self._files(each)) is not None]
        try:
            today = overlaid(shipped, installed)
        except ContentError:
            return ()
        found = []
        for each in former:
            files = self._files(each)
            if files is None:
                continue
            if not versions_in(overlaid(shipped, [files]), today).shares(uses):
                found.append(each)
        return tuple(found)

    def delete_unneeded(self) -> int:
        """Delete those; returns how many they were."""
        found = self.unneeded()
        self._packs.drop_former(found)
        return len(found)

    def _files(self, pack: InstalledPack) -> Mapping[str, bytes] | None:
        try:
            return content_of(self._packs.pack(pack).files)
        except SestanteError:
            return None
