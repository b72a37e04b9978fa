"""Marks a translation as checked: writes the hashes of the source blocks at the end of its text file."""

from collections.abc import Mapping
from pathlib import Path

from desktop.content.catalogues.advice_checks import text_hashes as advice_hashes
from desktop.content.catalogues.advice_reading import ActionSource, ServiceSource, read_actions, read_services
from desktop.content.consent import SHAPES as CONSENT_SHAPES
from desktop.content.files.strict_yaml import read_yaml
from desktop.content.networks.hub_desk_file import SHAPES as HUB_SHAPES
from desktop.content.networks.support_checks import text_hashes
from desktop.content.networks.support_file import SHAPES
from desktop.content.networks.support_reading import read_support_source
from desktop.content.questionnaires.questionnaire_reading import read_source
from desktop.content.questionnaires.text_checks import block_hashes
from desktop.errors import ContentError, Problem
from desktop.text import say

_MARK = "translated_from:"
_SHAPES = {**SHAPES, **CONSENT_SHAPES, **HUB_SHAPES}


def stamp(path: Path) -> int:
    """Write the marks into the text file at `path`; returns how many. Everything else in the file stays."""
    if not path.is_file() or "." not in path.stem:
        sentence = say("there is no such text file; name a translation such as ID.en.yaml")
        raise ContentError(Problem(str(path), 0, sentence, "T007"))
    structure = path.with_name(path.name.split(".")[0] + ".yaml")
    language, hashes = _source_of(structure)
    if hashes is None:
        raise ContentError(Problem(str(structure), 0, say("the source language has no text file"), "T001"))
    if path.stem.rpartition(".")[2] == language:
        raise ContentError(
            Problem(str(path), 0, say("this is the source language; stamp the translations"), "T006")
        )
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = lines[: lines.index(_MARK)] if _MARK in lines else lines
    while kept and not kept[-1].strip():
        kept.pop()
    marks = [f"  {name}: '{value}'" for name, value in hashes.items()]
    path.write_text("\n".join([*kept, "", _MARK, *marks, ""]), encoding="utf-8")
    return len(marks)


def _source_of(structure: Path) -> tuple[str, Mapping[str, str] | None]:
    """The source language of a structure file, and the hashes of its blocks; None where it has no texts."""
    root = read_yaml(structure).root
    if isinstance(root, dict) and ("actions" in root or "services" in root):
        return _source_of_advice(read_actions(structure) if "actions" in root else read_services(structure))
    if structure.stem in _SHAPES and isinstance(root, dict) and _SHAPES[structure.stem][0].parts[-1] in root:
        support = read_support_source(structure, _SHAPES)
        text = support.texts.get(support.file.source_language)
        return support.file.source_language, None if text is None else text_hashes(support.file, text[1])
    source = read_source(structure)
    origin = source.texts.get(source.file.source_language)
    return source.file.source_language, None if origin is None else block_hashes(origin[1])


def _source_of_advice(source: ActionSource | ServiceSource) -> tuple[str, Mapping[str, str] | None]:
    language = source.file.source_language
    return language, advice_hashes(source.texts[language][1]) if language in source.texts else None
