"""What only a pack can have wrong: what it replaces without saying so, and texts that its languages lack."""

from collections.abc import Collection, Iterator
from pathlib import Path

from desktop.content.editions.entries import is_merged
from desktop.content.editions.overlay import is_structure, stem_of
from desktop.content.files.guesses import like
from desktop.content.files.locating import is_there
from desktop.errors import Problem
from desktop.exchange.packs.pack_file import PackSource
from desktop.paths import assessments_folder, resources_folder
from desktop.text import say

_SHOWN_FOLDERS = ("assessments/", "catalogue/courses/")


def shipped_path(name: str) -> Path:
    """Where Sestante's own file of a name in a pack is, or would be."""
    folder = assessments_folder().parent if name.startswith("assessments/") else resources_folder()
    return folder / name


def replaces_own(name: str) -> bool:
    """Whether a file of this name takes the place of one of Sestante's own, and is not joined with it."""
    return is_there(shipped_path(name)) and not is_merged(name)


def find_source_problems(source: PackSource) -> Iterator[Problem]:
    """What is wrong in the list of contents, apart from the contents themselves."""
    if not source.files:
        yield source.document.problem((), say("the pack holds nothing; put content beside pack.yaml"), "P003")
    yield from _find_replacements(source)
    yield from _find_missing_texts(source)


def _find_replacements(source: PackSource) -> Iterator[Problem]:
    named = source.file.replaces
    for index, name in enumerate(named):
        path = ("replaces", index)
        if name not in source.files:
            guess = like(name, source.files)
            sentence = say("`{name}` is not in the pack{guess}; correct or remove it", name=name, guess=guess)
            yield source.document.problem(path, sentence, "P005")
        elif not replaces_own(name):
            sentence = say("Sestante has no `{name}` that this would replace; remove it", name=name)
            yield source.document.problem(path, sentence, "P005")
    for name in source.files:
        is_told = name in named or _goes_with(name, source.files)
        if replaces_own(name) and not is_told:
            sentence = say(
                "this takes the place of Sestante's own `{name}`; if it should, add it to `replaces` in "
                "pack.yaml, else choose another name",
                name=name,
            )
            yield Problem(str(source.folder / name), 0, sentence, "P006")


def _goes_with(name: str, names: Collection[str]) -> bool:
    """Whether a file of texts stands beside its structure."""
    return not is_structure(name) and f"{stem_of(name)}.yaml" in names


def _find_missing_texts(source: PackSource) -> Iterator[Problem]:
    for name in source.files:
        is_shown = name.startswith(_SHOWN_FOLDERS) and "@" not in name
        for language in source.file.languages if is_shown and is_structure(name) else ():
            beside = f"{stem_of(name)}.{language}.yaml"
            if beside not in source.files:
                sentence = say(
                    "`{beside}` is missing, though pack.yaml says that the pack speaks `{language}`; write "
                    "it, or remove the language",
                    beside=beside,
                    language=language,
                )
                yield Problem(str(source.folder / name), 0, sentence, "P007", is_warning=True)


def find_unknown_hub(source: PackSource, in_desk: str, known: Collection[str]) -> Iterator[Problem]:
    """A hub that nobody knows: `in_desk` is the one of hub/hub.yaml, empty where there is none."""
    hub = source.file.hub
    if hub is not None and hub not in known:
        sentence = say(
            "`{hub}` is not a hub of Sestante or of network/hubs.yaml{guess}; add it there, or correct it",
            hub=hub,
            guess=like(hub, known),
        )
        yield source.document.problem(("hub",), sentence, "P008")
    elif in_desk and in_desk != hub:
        sentence = say("hub/hub.yaml is of the hub `{in_desk}`; write `hub: {in_desk}`", in_desk=in_desk)
        yield source.document.problem(("hub",), sentence, "P008")
