"""A workspace to open, and what a worker thread does for it; nothing here knows of Qt."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.settings import HERE, Settings, database_of, password_from_file, write_settings
from desktop.text import Sentence
from desktop.ui.safety.wishes import Standing, WorkHere, WorkOn

if TYPE_CHECKING:
    from desktop.storage import Key
    from desktop.storage.vault.vault import Vault
    from desktop.ui.desk.waiting import Waiting
    from desktop.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Session:
    """A workspace to open: with its key where that is known, at a place, after saying something.

    `back` is the data folder to go back to where this one cannot be opened. `waiting` could not be written
    before it was locked; it is in memory alone. `server` is the address of the server that holds the
    workspace (else the one remembered in the settings; `here` for none), `password` what its user was asked
    for, which goes into the keyring where it `keeps_password`. A large file is shown while it is
    looked through, unless it has to be `is_looked_through` first.
    """

    folder: Path
    settings: Settings
    key: "Key | None" = field(default=None, repr=False)
    standing: Standing | None = None
    told: Sentence | None = None
    back: Path | None = None
    waiting: "tuple[Waiting, ...]" = field(default=(), repr=False)
    server: str = ""
    password: str = field(default="", repr=False)
    keeps_password: bool = False
    is_looked_through: bool = False

    @property
    def database(self) -> str:
        """The address of the server; empty for this computer's own workspace."""
        return database_of(self.server, self.settings)


def open_session(session: Session) -> "Workspace | Vault":
    """Runs in a worker thread: the workspace, or what asks for its passphrase."""
    from desktop.storage import is_locked
    from desktop.storage.copies.swapping import finish_before_unlocking
    from desktop.text import wording

    finish_before_unlocking(session.folder)
    if session.key is None and is_locked(session.folder):
        from desktop.storage.vault.vault_file import read_vault

        return read_vault(session.folder)
    workspace = _opened(session)
    workspace.library.show_texts_in(session.settings.texts)
    _ = workspace.library.brand
    if workspace.has_several:
        from desktop.ui.home.words import prepare

        prepare(wording(session.settings.language))
        workspace.companies.read_ahead(session.settings.language)
        return workspace
    case = workspace.last_case()
    if case is None:
        _ = workspace.offers.first_asked
    if case is not None and case.place.page == "company":
        from desktop.ui.company.choices import country_choices

        country_choices(wording(session.settings.language))  # Babel reads the names of countries once
    if case is not None and case.place.page not in ("company", "questions"):
        workspace.read_ahead()
    return workspace


def _opened(session: Session) -> "Workspace":
    from desktop.workspace import Workspace

    if not session.database:
        return Workspace.open(session.folder, session.key, is_read_at_once=not session.is_looked_through)
    from desktop.storage.server.passwords import chosen_address, keep_password

    address = chosen_address(session.database, session.password or password_from_file())
    workspace = Workspace.open(session.folder, session.key, address)
    if session.keeps_password:
        keep_password(address)
    return workspace


@dataclass(frozen=True, slots=True)
class Beside:
    """What is to be known where a server cannot be reached."""

    has_keyring: bool
    waiting: int


def look_beside(session: Session) -> Beside:
    """Runs in a worker thread: what waits on this computer for a server that cannot be reached."""
    from desktop.errors import SestanteError
    from desktop.storage import FileDatabase
    from desktop.storage.outbox import Outbox
    from desktop.storage.server.address import read_address
    from desktop.storage.server.passwords import has_keyring

    try:
        told = read_address(session.database).told
        own = FileDatabase(session.folder, session.key)
        try:
            waiting = Outbox(own, told).count()
        finally:
            own.close()
    except SestanteError:
        waiting = 0
    return Beside(has_keyring(), waiting)


def read_ahead(workspace: "Workspace", language: str) -> int:
    """Runs in a worker thread, while the user looks at the first page; the minutes until it is to lock."""
    from desktop.text import wording
    from desktop.ui.company.choices import country_choices

    workspace.prepare_saving()
    preferences = workspace.preferences.read()
    workspace.read_ahead()
    country_choices(wording(language))
    if preferences.is_hub or workspace.rights_here.works_for_hub:
        workspace.hub.read_ahead()
    return preferences.idle_minutes


def at_server(wish: WorkOn | WorkHere, session: Session) -> Session:
    """A session in the workspace of a server, or in this computer's own; remembered where it lasts."""
    server = wish.server if isinstance(wish, WorkOn) else ""
    settings = session.settings._replace(server=server)
    if isinstance(wish, WorkHere) and not wish.is_lasting:
        settings = session.settings
    else:
        with suppress(OSError):
            write_settings(session.folder, settings)
    return replace(
        session,
        settings=settings,
        standing=None,
        told=None,
        waiting=(),
        server=server or HERE,
        password=wish.password if isinstance(wish, WorkOn) else "",
        keeps_password=isinstance(wish, WorkOn) and wish.keeps_password,
    )


def shown_address(server: str) -> str:
    """The address as the window shows it."""
    from desktop.errors import SestanteError
    from desktop.storage.server.address import read_address, without_password

    try:
        return read_address(server).told
    except SestanteError:
        return without_password(server)
