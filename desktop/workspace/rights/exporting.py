"""A copy of held data written to a place of the user's choice: as a whole, or not at all."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from desktop.errors import SestanteError, system_reason
from desktop.report.holding import ToldHolding, ToldPerson, build_holding_pdf, build_person_pdf
from desktop.stopping import refuse_if_stopped
from desktop.text import Wording, say, wording
from desktop.whole_files import replace_whole
from desktop.workspace.file_names import file_stem
from desktop.workspace.rights.names import FOLDER
from desktop.workspace.rights.plain import plain_holding, plain_person

Contents = tuple[Callable[[int], bytes], Callable[[int], bytes]]
_DATA = "data.json"
_NOT_WRITTEN = say(
    "The data could not be written to {folder}: {reason}. Nothing was left there; choose another folder."
)


def write_holding(
    told: ToldHolding, contents: Contents, folder: Path, language: str, *, is_zip: bool = False
) -> Path:
    """The document, the data and the files of a company, in a new folder or zip inside `folder`.

    `contents` read the bytes of files of the rounds, and of files of services.
    """
    words = wording(language)
    with _said(folder), _aside(folder) as made:
        _write(made / _DATA, _as_json(plain_holding(told, words)))
        _write(made / _document_name(words), build_holding_pdf(told, language))
        (made / FOLDER).mkdir()
        for content, names in zip(contents, (told.file_names, told.service_file_names), strict=True):
            for number, name in names.items():
                refuse_if_stopped()
                _write(made / name, content(number))
        wanted = _named(file_stem(told.holding.company.name), told.made_on, words)
        return _put(_zipped(made) if is_zip else made, folder, wanted)


def write_person(told: ToldPerson, folder: Path, language: str) -> Path:
    """The document and the data of one person, in a new folder inside `folder`."""
    words = wording(language)
    with _said(folder), _aside(folder) as made:
        _write(made / _DATA, _as_json(plain_person(told, words)))
        _write(made / _document_name(words), build_person_pdf(told, language))
        wanted = _named(file_stem(told.person.label, told.person.stage), told.made_on, words)
        return _put(made, folder, wanted)


@contextmanager
def _said(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SestanteError(_NOT_WRITTEN, folder=folder, reason=system_reason(error)) from error


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """An empty folder that vanishes unless it was put in its place."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".sestante-", suffix=".tmp", dir=folder))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
        made.with_suffix(".zip").unlink(missing_ok=True)


def _put(made: Path, folder: Path, wanted: str) -> Path:
    """Give what is finished its name; what stands there stays, and this one gets a number."""
    if made.is_dir():
        made.chmod(0o755)  # a temporary folder is for its maker alone
    name, number = wanted + made.suffix.removesuffix(".tmp"), 1
    while (folder / name).exists():
        number += 1
        name = f"{wanted}-{number}{made.suffix.removesuffix('.tmp')}"
    return made.rename(folder / name)


def _zipped(made: Path) -> Path:
    target = made.with_suffix(".zip")
    with target.open("wb") as file:
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            for path in sorted(each for each in made.rglob("*") if each.is_file()):
                packing = ZIP_DEFLATED if path.suffix == ".json" else ZIP_STORED
                archive.write(path, path.relative_to(made).as_posix(), packing)
        file.flush()
        os.fsync(file.fileno())
    return target


def _write(path: Path, data: bytes) -> None:
    replace_whole(path, data)


def _as_json(plain: object) -> bytes:
    return json.dumps(plain, ensure_ascii=False, indent=2).encode()


def _document_name(words: Wording) -> str:
    name = words("data")
    return f"{name}.pdf"


def _named(whose: str, day: date, words: Wording) -> str:
    name = words("data")
    return f"{whose}-{name}-{day}"
