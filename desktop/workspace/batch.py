"""Plans and results of many companies written into a folder, one after the other."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from desktop.dossier import Dossier
from desktop.errors import SestanteError, sentence_of, system_reason
from desktop.stopping import StoppedError, refuse_if_stopped
from desktop.storage import RoundSummary
from desktop.text import Sentence, say
from desktop.workspace.copies import Copy, write_paper
from desktop.workspace.file_names import file_stem

if TYPE_CHECKING:
    from desktop.workspace.workspace import Workspace

Kind = Literal[".pdf", ".sestante"]
KINDS: Final[tuple[Kind, ...]] = (".pdf", ".sestante")
_NO_FOLDER = say("The folder {folder} cannot be used: {reason}. Choose another one.")
_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Batch:
    """What is written of each company, and where; files of before are replaced, or new ones numbered."""

    folder: Path
    copy: Copy
    language: str
    kinds: frozenset[Kind] = frozenset({".pdf"})
    is_replacing: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one company: its files, or why there are none."""

    name: str
    files: tuple[Path, ...] = ()
    error: Sentence | None = None


@dataclass(slots=True)
class _Names:
    """The names given away in a folder; two that differ in capital letters are one on many systems."""

    batch: Batch
    _given: set[str] = field(default_factory=set)

    def free(self, stem: str) -> Path:
        """The stem in the folder, numbered where it was given away or is not to be replaced."""
        numbered = chain([stem], (f"{stem}-{number}" for number in count(2)))
        found = next(name for name in numbered if self._is_free(name))
        self._given.add(found.casefold())
        return self.batch.folder / found

    def _is_free(self, name: str) -> bool:
        if name.casefold() in self._given:
            return False
        return self.batch.is_replacing or not any(path.exists() for path in _files(self.batch, name))


def write_all(workspace: "Workspace", companies: Iterable[RoundSummary], batch: Batch) -> Iterator[Written]:
    """Write company by company; what goes wrong with one is told, and the next one follows.

    SestanteError where the folder cannot be used. Files are whole or not there, whenever this is ended.
    """
    _make_folder(batch.folder)
    names = _Names(batch)
    for company in companies:
        refuse_if_stopped()
        yield _write(workspace, company, batch, names)


def taken_files(workspace: "Workspace", companies: Iterable[RoundSummary], batch: Batch) -> tuple[Path, ...]:
    """The files in the folder that would be replaced."""
    names = _Names(replace(batch, is_replacing=True))
    places = [names.free(_stem(workspace, company, batch)) for company in companies]
    return tuple(path for place in places for path in _files(batch, place.name) if path.exists())


def _write(workspace: "Workspace", company: RoundSummary, batch: Batch, names: _Names) -> Written:
    try:
        place = names.free(_stem(workspace, company, batch))
        dossier = workspace.dossier(workspace.case(company.id))
        return Written(company.name, tuple(_write_files(workspace, dossier, batch, place)))
    except StoppedError:
        raise
    except Exception as error:
        if not isinstance(error, SestanteError | OSError):
            _LOGGER.warning("a company could not be written", exc_info=error)
        return Written(company.name, error=sentence_of(error))


def _write_files(workspace: "Workspace", dossier: Dossier, batch: Batch, place: Path) -> Iterator[Path]:
    for path in _files(batch, place.name):
        if path.suffix == ".pdf":
            write_paper(workspace, dossier, batch.copy, path, batch.language)
        else:
            workspace.outgoing.write_file(dossier, batch.copy.scope, path)
        yield path


def _files(batch: Batch, stem: str) -> tuple[Path, ...]:
    return tuple(batch.folder / f"{stem}{kind}" for kind in KINDS if kind in batch.kinds)


def _stem(workspace: "Workspace", company: RoundSummary, batch: Batch) -> str:
    code = workspace.outgoing.code(company.id) if batch.copy.scope == "scores" else ""
    return file_stem(code or company.name, company.stage)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SestanteError(_NO_FOLDER, folder=folder, reason=system_reason(error)) from error
