"""Marks a translation as checked: writes the hashes of the source blocks at the end of its text file."""

from pathlib import Path

from desktop.content.questionnaire_reading import read_source
from desktop.content.text_checks import block_hashes
from desktop.errors import ContentError, Problem
from desktop.text import say

_MARK = "translated_from:"


def stamp(path: Path) -> int:
    """Write the marks into the text file at `path`; returns how many. Everything else in the file stays."""
    if not path.is_file() or "." not in path.stem:
        sentence = say("there is no such text file; name a translation such as ID.en.yaml")
        raise ContentError(Problem(str(path), 0, sentence, "T007"))
    structure = path.with_name(path.name.split(".")[0] + ".yaml")
    source = read_source(structure)
    origin = source.texts.get(source.file.source_language)
    if origin is None:
        raise ContentError(Problem(str(structure), 0, say("the source language has no text file"), "T001"))
    if path.stem.rpartition(".")[2] == source.file.source_language:
        raise ContentError(
            Problem(str(path), 0, say("this is the source language; stamp the translations"), "T006")
        )
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = lines[: lines.index(_MARK)] if _MARK in lines else lines
    while kept and not kept[-1].strip():
        kept.pop()
    marks = [f"  {name}: '{value}'" for name, value in block_hashes(origin[1]).items()]
    path.write_text("\n".join([*kept, "", _MARK, *marks, ""]), encoding="utf-8")
    return len(marks)
