"""A workspace to open, and what a worker thread does for it; nothing here knows of Qt."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.settings import Settings
from desktop.text import Sentence
from desktop.ui.safety.wishes import Standing

if TYPE_CHECKING:
    from desktop.storage import Key
    from desktop.storage.vault.vault import Vault
    from desktop.ui.desk.waiting import Waiting
    from desktop.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Session:
    """A workspace to open: with its key where that is known, at a place, after saying something.

    `back` is the data folder to go back to where this one cannot be opened. `waiting` could not be written
    before it was locked; it is in memory alone.
    """

    folder: Path
    settings: Settings
    key: "Key | None" = field(default=None, repr=False)
    standing: Standing | None = None
    told: Sentence | None = None
    back: Path | None = None
    waiting: "tuple[Waiting, ...]" = field(default=(), repr=False)


def open_session(session: Session) -> "Workspace | Vault":
    """Runs in a worker thread: the workspace, or what asks for its passphrase."""
    from desktop.storage import is_locked
    from desktop.storage.copies.swapping import finish_before_unlocking
    from desktop.text import wording
    from desktop.workspace import Workspace

    finish_before_unlocking(session.folder)
    if session.key is None and is_locked(session.folder):
        from desktop.storage.vault.vault_file import read_vault

        return read_vault(session.folder)
    workspace = Workspace.open(session.folder, session.key)
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


def read_ahead(workspace: "Workspace", language: str) -> int:
    """Runs in a worker thread, while the user looks at the first page; the minutes until it is to lock."""
    from desktop.text import wording
    from desktop.ui.company.choices import country_choices

    workspace.prepare_saving()
    preferences = workspace.preferences.read()
    workspace.read_ahead()
    country_choices(wording(language))
    if preferences.is_hub:
        workspace.hub.read_ahead()
    return preferences.idle_minutes
