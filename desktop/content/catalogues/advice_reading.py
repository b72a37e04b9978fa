"""Actions and services, read with their texts and checked."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from desktop.content.catalogues.advice import Advice
from desktop.content.catalogues.advice_checks import (
    find_entry_problems,
    find_evidence_problems,
    find_text_problems,
    find_unknown_services,
)
from desktop.content.catalogues.advice_file import (
    ActionsFile,
    ActionTextFile,
    AdviceFile,
    AdviceTextFile,
    ServicesFile,
    ServiceTextFile,
)
from desktop.content.files.decoding import decode
from desktop.content.files.strict_yaml import Document, read_yaml
from desktop.content.files.text_files import read_text_files
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.errors import ContentError, Problem

File = TypeVar("File", bound=AdviceFile)
TextFile = TypeVar("TextFile", bound=AdviceTextFile)


@dataclass(frozen=True, slots=True)
class AdviceSource(Generic[File, TextFile]):
    """A structure file with its text files by language."""

    document: Document
    file: File
    texts: dict[str, tuple[Document, TextFile]]


ActionSource = AdviceSource[ActionsFile, ActionTextFile]
ServiceSource = AdviceSource[ServicesFile, ServiceTextFile]


@dataclass(frozen=True, slots=True)
class AdviceReading:
    """What was read, with its problems; a source is None where there is no such file."""

    advice: Advice
    actions: ActionSource | None
    services: ServiceSource | None
    problems: tuple[Problem, ...]


def read_advice(folder: Path, competences: Collection[str]) -> AdviceReading:
    """The actions and services in `folder`, none where there is no file; ContentError for a wrong shape."""
    actions = read_actions(folder / "actions.yaml") if (folder / "actions.yaml").exists() else None
    services = read_services(folder / "services.yaml") if (folder / "services.yaml").exists() else None
    problems: list[Problem] = []
    for source in (actions, services):
        if source is not None:
            problems += find_entry_problems(source.document, source.file, competences)
            problems += find_text_problems(source.document, source.file, source.texts)
    advice = Advice(
        actions={entry.id: entry for entry in actions.file.actions} if actions else {},
        action_texts={name: file.actions for name, (_, file) in actions.texts.items()} if actions else {},
        services={entry.id: entry for entry in services.file.services} if services else {},
        service_texts={name: file.services for name, (_, file) in services.texts.items()} if services else {},
    )
    return AdviceReading(advice, actions, services, tuple(problems))


def read_actions(path: Path) -> ActionSource:
    """The file of actions at `path` with its text files."""
    document = read_yaml(path)
    return AdviceSource(document, decode(document, ActionsFile), read_text_files(path, ActionTextFile))


def read_services(path: Path) -> ServiceSource:
    """The file of services at `path` with its text files."""
    document = read_yaml(path)
    return AdviceSource(document, decode(document, ServicesFile), read_text_files(path, ServiceTextFile))


def find_crossing_problems(
    folder: Path, questionnaires: Mapping[str, Questionnaire], services: Collection[str] | None
) -> Iterator[Problem]:
    """Names in the files of `folder` that questionnaires or `services`, those of hubs.yaml, do not know.

    Files of a wrong shape are passed over: reading the catalogue tells that. So are services where hubs.yaml
    could not be read, which is None.
    """
    with suppress(ContentError):
        if (folder / "actions.yaml").exists():
            document = read_yaml(folder / "actions.yaml")
            yield from find_evidence_problems(document, decode(document, ActionsFile), questionnaires)
    with suppress(ContentError):
        if services is not None and (folder / "services.yaml").exists():
            document = read_yaml(folder / "services.yaml")
            yield from find_unknown_services(document, decode(document, ServicesFile), services)
