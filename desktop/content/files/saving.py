"""Files of authors written whole or not at all, and never over another one by mistake."""

from collections.abc import Mapping
from pathlib import Path

from desktop.errors import ContentError, Problem, system_reason
from desktop.text import say
from desktop.whole_files import replace_whole


def save(files: Mapping[Path, bytes], *, is_new: bool = False) -> None:
    """Write each file whole; with `is_new` nothing is written where one of them exists already."""
    for path in files if is_new else ():
        _refuse_existing(path)
    for path, data in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_whole(path, data)
        except OSError as error:
            sentence = say(
                "the file cannot be written: {reason}; choose another place",
                reason=system_reason(error),
            )
            raise ContentError(Problem(str(path), 0, sentence, "N002")) from error


def _refuse_existing(path: Path) -> None:
    try:
        if not path.exists():
            return
    except OSError:
        return  # a name that cannot exist cannot be written either, which is told then
    sentence = say("this file exists already and is left as it is; choose another name or folder")
    raise ContentError(Problem(str(path), 0, sentence, "N001"))
