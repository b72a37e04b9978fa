"""Kinds of doors, labs and funding, read with their texts and checked."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from desktop.content.files.decoding import decode
from desktop.content.files.strict_yaml import Document, read_yaml
from desktop.content.files.text_files import read_text_files
from desktop.content.networks.support import Support
from desktop.content.networks.support_checks import (
    find_funding_problems,
    find_place_problems,
    find_text_problems,
)
from desktop.content.networks.support_file import (
    SHAPES,
    FundingFile,
    FundingTextFile,
    KindsFile,
    KindTextFile,
    LabsFile,
    LabTextFile,
    Shapes,
    SupportFile,
    SupportTextFile,
)
from desktop.errors import Problem


@dataclass(frozen=True, slots=True)
class SupportSource:
    """A structure file with its text files by language."""

    document: Document
    file: SupportFile
    texts: Mapping[str, tuple[Document, SupportTextFile]]


def read_support(
    folder: Path, regions: Collection[str], hubs: Collection[str]
) -> tuple[Support, tuple[Problem, ...]]:
    """What the files in `folder` say, nothing where one is missing; ContentError where a shape is wrong."""
    sources = {
        name: read_support_source(folder / f"{name}.yaml")
        for name in SHAPES
        if (folder / f"{name}.yaml").exists()
    }
    problems: list[Problem] = []
    for source in sources.values():
        problems += find_text_problems(source.document, source.file, source.texts)
        problems += find_place_problems(source.document, source.file, regions)
        if isinstance(source.file, FundingFile):
            problems += find_funding_problems(source.document, source.file, hubs)
    return _support(sources), tuple(problems)


def read_support_source(path: Path, shapes: Shapes = SHAPES) -> SupportSource:
    """The structure file at `path`, named as one of `shapes`, with its text files."""
    shape, text_shape = shapes[path.stem]
    document = read_yaml(path)
    file = decode(document, shape)
    return SupportSource(document, file, read_text_files(path, text_shape))


def _support(sources: Mapping[str, SupportSource]) -> Support:
    files = {name: source.file for name, source in sources.items()}
    texts = {
        name: {language: text for language, (_, text) in source.texts.items()}
        for name, source in sources.items()
    }
    kinds = cast("KindsFile | None", files.get("kinds"))
    labs = cast("LabsFile | None", files.get("labs"))
    funding = cast("FundingFile | None", files.get("funding"))
    kind_texts = cast("Mapping[str, KindTextFile]", texts.get("kinds", {}))
    lab_texts = cast("Mapping[str, LabTextFile]", texts.get("labs", {}))
    funding_texts = cast("Mapping[str, FundingTextFile]", texts.get("funding", {}))
    return Support(
        kinds={entry.id: entry for entry in kinds.kinds} if kinds else {},
        kind_texts={language: file.kinds for language, file in kind_texts.items()},
        labs={entry.id: entry for entry in labs.labs} if labs else {},
        lab_texts={language: file.labs for language, file in lab_texts.items()},
        funding={entry.id: entry for entry in funding.funding} if funding else {},
        funding_texts={language: file.funding for language, file in funding_texts.items()},
        rules={entry.id: entry for entry in funding.rules} if funding else {},
        rule_texts={language: file.rules for language, file in funding_texts.items()},
    )
