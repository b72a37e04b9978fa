"""Files that show something, written out where the user wants a copy."""

from itertools import chain, count
from pathlib import Path, PureWindowsPath

from desktop.content.company import without_controls
from desktop.errors import SestanteError, system_reason
from desktop.text import say
from desktop.whole_files import replace_whole

_NOT_SAVED = say("{file} cannot be saved in {folder}: {reason}. Choose another folder.")


def save_beside(file_name: str, content: bytes, folder: Path) -> Path:
    """Write a file into a folder beside what is there; SestanteError where it cannot be written."""
    name = _without_folders(file_name)
    stem, ending = Path(name).stem, Path(name).suffix
    names = chain([name], (f"{stem}-{number}{ending}" for number in count(2)))
    try:
        path = next(folder / name for name in names if not (folder / name).exists())
        replace_whole(path, content)
    except OSError as error:
        reason = system_reason(error)
        raise SestanteError(_NOT_SAVED, file=file_name, folder=folder, reason=reason) from error
    return path


def _without_folders(name: str) -> str:
    """The name alone, as the file may have come in with a copy that somebody made up."""
    plain = PureWindowsPath(without_controls(name)).name  # it knows the marks of every system
    return plain if plain.strip(". ") else "file"
