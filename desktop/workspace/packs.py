"""The packs of a workspace: looked at before they are installed, trusted by their key, updated, removed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.content.editions.overlay import gives_way
from desktop.errors import Problem, SestanteError
from desktop.storage import Database
from desktop.storage.pack_reader import InstalledPack, PackReader, TrustedKey
from desktop.text import joined, say
from desktop.workspace.pack_trust import Trust, is_namesake, is_pinned_to, refuse_older, trust_of

if TYPE_CHECKING:
    from desktop.exchange.packs.pack import Pack
    from desktop.exchange.packs.signing import PackKey
    from desktop.storage.pack_store import PackStore

_MOST_TOLD = 20
_UNFIT = say(
    "The content of this pack cannot be used with this Sestante, and nothing was installed. Ask the hub for "
    "a pack that fits, or update Sestante:\n{problems}"
)
_TYPE_IT = say(
    "This pack is signed with another key than the hub's packs before. If the hub says that it lost its key, "
    "type the fingerprint from its new card, as it stands there; else do not install the pack."
)
_NOT_ITS = say(
    "The fingerprint that was typed is not the one of this pack. Do not install the pack before the hub has "
    "told you which fingerprint is its own."
)


@dataclass(frozen=True, slots=True)
class PackChanges:
    """Names of files: `replaced` are Sestante's own whose place the pack takes, `added` come besides.

    `taken` are those of other installed packs, called `losers`, whose place it takes; `changed` and `dropped`
    are against the version that is installed.
    """

    added: tuple[str, ...]
    replaced: tuple[str, ...]
    taken: tuple[str, ...]
    losers: tuple[str, ...]
    changed: tuple[str, ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """A verified pack before it is installed: whose key signed it, and what it would change.

    `problems` are those of its content, laid over Sestante's own; `namesakes` are installed packs of the same
    name that somebody else signed.
    """

    pack: "Pack"
    trust: Trust
    trusted: TrustedKey | None
    installed: InstalledPack | None
    namesakes: tuple[InstalledPack, ...]
    changes: PackChanges
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Why the content cannot be used with this Sestante."""
        return tuple(problem for problem in self.problems if not problem.is_warning)

    @property
    def fingerprint(self) -> str:
        """What people compare with the hub's card."""
        return self.pack.fingerprint

    @property
    def is_installed(self) -> bool:
        """Whether just this pack is installed already."""
        return self.installed is not None and self.installed.sha256 == self.pack.sha256


class Packs:
    """The packs of an open workspace. Reading needs no more than a start has."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._reader = PackReader(database)

    def installed(self) -> tuple[InstalledPack, ...]:
        """The packs in use, the one installed first first."""
        return self._reader.installed()

    def all(self) -> tuple[InstalledPack, ...]:
        """Those in use and those that are former, read once."""
        return self._reader.all()

    def former(self) -> tuple[InstalledPack, ...]:
        """Packs that were replaced or removed, kept for what was answered with them."""
        return self._reader.former()

    @property
    def key(self) -> "PackKey":
        """What this desk signs its own packs with; made when it is first needed."""
        from desktop.exchange.packs.signing import PackKey
        from desktop.exchange.results.desk_key import DeskKey, new_secret
        from desktop.storage.desk_key_store import DeskKeyStore

        store = DeskKeyStore(self._database.own)
        return PackKey.of_desk(DeskKey(store.find_or_keep(new_secret)))

    def pack(self, installed: InstalledPack) -> "Pack":
        """What an installed pack holds, verified anew; StorageError or PackError where it was damaged."""
        from desktop.exchange.packs.reading import read_pack

        return read_pack(self._reader.archive(installed.row_id), installed.name)

    def look_at(self, path: Path) -> Look:
        """The pack in a file and what it would change; PackError says why it can never be installed.

        Call it in a worker thread: all content is checked.
        """
        from desktop.exchange.packs.checking import check_files
        from desktop.exchange.packs.reading import load_pack

        pack = load_pack(path)
        manifest = pack.manifest
        trusted = self._reader.key(manifest.id)
        found = self.installed()
        installed = next((each for each in found if each.id == manifest.id), None)
        look = Look(
            pack=pack,
            trust=trust_of(pack, trusted),
            trusted=trusted,
            installed=installed,
            namesakes=tuple(each for each in found if is_namesake(each, pack)),
            changes=self._changes(pack, installed, found),
            problems=check_files(pack.files, str),
        )
        refuse_older(pack, path.name, trusted, installed)
        return look

    def install(self, look: Look, typed: str = "") -> InstalledPack:
        """Install what was looked at; its key is trusted from now on.

        Where another key than the trusted one signed, `typed` must be the fingerprint from the hub's new
        card; PackError where it is not.
        """
        from desktop.exchange.packs.errors import PackError
        from desktop.exchange.packs.signing import is_fingerprint_of

        if look.errors:
            raise PackError(_UNFIT, problems=joined([each.told for each in look.errors[:_MOST_TOLD]], "\n"))
        if look.trust == "another" and not typed.strip():
            raise PackError(_TYPE_IT)
        if typed.strip() and not is_fingerprint_of(typed, look.pack.key):
            raise PackError(_NOT_ITS)
        if not look.is_installed or look.trust != "known":
            self._write(look)
        return next(each for each in self.installed() if each.id == look.pack.manifest.id)

    def remove(self, pack_id: str) -> None:
        """Take a pack out of use; what was answered with its questionnaires stays readable."""
        found = next((each for each in self.installed() if each.id == pack_id), None)
        if found is not None:
            keeps = is_pinned_to(self._files_before(found), {})
            self._store.remove(pack_id, keeps_former=keeps)

    def drop_former(self, former: Collection[InstalledPack]) -> None:
        """Delete former packs; what was answered with them could no longer be read."""
        self._store.drop_former([each.row_id for each in former])

    def forget_key(self, pack_id: str) -> None:
        """Trust no key for packs of this id, as before the first one came in."""
        self._store.forget_key(pack_id)

    def _write(self, look: Look) -> None:
        from desktop.storage.pack_store import NewPack

        pack, manifest = look.pack, look.pack.manifest
        before = self._files_before(look.installed)
        new = NewPack(
            id=manifest.id,
            serial=manifest.serial,
            version=manifest.version,
            name=manifest.name,
            sha256=pack.sha256,
            archive=pack.archive,
            key=pack.key,
        )
        trusted = None if look.trusted is None else look.trusted.public
        self._store.install(new, trusted, keeps_former=is_pinned_to(before, pack.files))

    def _files_before(self, installed: InstalledPack | None) -> Mapping[str, bytes]:
        """Nothing where the installed pack cannot be read any more: that must not stop a new one."""
        if installed is None:
            return {}
        try:
            return self.pack(installed).files
        except SestanteError:
            return {}

    @property
    def _store(self) -> "PackStore":
        from desktop.storage.pack_store import PackStore

        return PackStore(self._database)

    def _changes(
        self, pack: "Pack", installed: InstalledPack | None, found: tuple[InstalledPack, ...]
    ) -> PackChanges:
        from desktop.exchange.packs.source_checks import replaces_own

        before = self._files_before(installed)
        others = {each: self._files_before(each) for each in found if each != installed}
        taken = {each.name: gives_way(files, pack.files) for each, files in others.items()}
        here = [name for name in pack.files if replaces_own(name)]
        return PackChanges(
            added=tuple(name for name in pack.files if name not in here and name not in before),
            replaced=tuple(here),
            taken=tuple(dict.fromkeys(name for names in taken.values() for name in names)),
            losers=tuple(name for name, names in taken.items() if names),
            changed=tuple(name for name in pack.files if name in before and before[name] != pack.files[name]),
            dropped=tuple(name for name in before if name not in pack.files),
        )
