"""The pages name only commands, options and formats that there are."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.builders import ROOT
from tests.command_help import Command, Told, every_help

PAGES = [ROOT / "README.md", ROOT / "assessments" / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
WRITTEN = re.compile(r"^(?: {4}|[$] )?sestante ([^\n#]+)|`sestante ([^`]+)`", re.MULTILINE)
OPTION = re.compile(r"--[a-z][a-z-]+")
OF_THE_WINDOW = ("--data", "--database", "--password-file", "--passphrase-file", "--lang")


def written(page: Path) -> list[str]:
    """What stands behind `sestante` in its own lines and between backticks, without remarks."""
    found = WRITTEN.findall(page.read_text(encoding="utf-8"))
    return [re.split(r" {2,}|[)]", line or quoted)[0] for line, quoted in found]


def as_given(words: list[str], helps: Mapping[Command, str]) -> Command:
    """The command among the words, behind options that stand in front of it."""
    command: Command = ()
    while words:
        word, *words = words
        if (*command, word) in helps:
            command = (*command, word)
        elif not command and word in OF_THE_WINDOW:
            words = words[1:]
        else:
            break
    return command


@pytest.fixture
def helps(told: Told) -> Mapping[Command, str]:
    return every_help(told, "en")


def test_the_pages_name_commands_and_options_that_there_are(helps: Mapping[Command, str]) -> None:
    found = [(page.name, text) for page in PAGES for text in written(page)]
    assert len(found) > len(PAGES)
    for page, text in found:
        words = text.split()
        command = as_given(words, helps)
        assert command or words[0].startswith("--"), (page, text)
        for option in OPTION.findall(text):
            assert option in helps[command] or option in OF_THE_WINDOW, (page, text, option)


def test_the_pages_name_formats_that_there_are(helps: Mapping[Command, str]) -> None:
    known = helps["schema",].split()
    told = [text.split()[1] for page in PAGES for text in written(page) if text.startswith("schema ")]
    assert "brand" in told
    for name in told:
        assert name in {each.rstrip(",") for each in known}, name
