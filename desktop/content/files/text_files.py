"""The text files beside a structure file, one for each language."""

from pathlib import Path
from typing import Protocol, TypeVar

from desktop.content.files.decoding import decode
from desktop.content.files.strict_yaml import Document, read_yaml
from desktop.errors import ContentError
from desktop.text import say


class _InALanguage(Protocol):
    @property
    def language(self) -> str: ...


TextFile = TypeVar("TextFile", bound=_InALanguage)


def read_text_files(structure: Path, shape: type[TextFile]) -> dict[str, tuple[Document, TextFile]]:
    """The text files of a structure file by language.

    ContentError where one is in another language than its name says.
    """
    found = {}
    for path in sorted(structure.parent.glob(f"{structure.stem}.*.yaml")):
        document = read_yaml(path)
        file = decode(document, shape)
        refuse_other_language(document, path, file.language)
        found[file.language] = document, file
    return found


def refuse_other_language(document: Document, path: Path, language: str) -> None:
    """ContentError where a file of texts is in another language than its name says."""
    named = path.stem.rpartition(".")[2]
    if language != named:
        sentence = say(
            "the file's name says `{named}`, its entry `language` says `{language}`",
            named=named,
            language=language,
        )
        raise ContentError(document.problem(("language",), sentence, "T002"))
