"""Help and what is wrong with a command as it was written, in the language that the command speaks."""

import re

import pytest

from desktop import VERSION
from desktop.cli import run_command
from tests.command_help import Told, every_help

ENGLISH = re.compile(r"(?<![-\w])(the|of|and|else|with|what|this|usage|options|FOLDER|NAME|COMMAND|STEP)\b")
MANY = 40  # commands, with those that others are made of


def test_the_help_of_every_command_is_italian_where_the_language_is(told: Told) -> None:
    helps = every_help(told, "it")
    assert len(helps) > MANY
    for command, text in helps.items():
        assert text.startswith("uso: sestante"), command
        assert not ENGLISH.search(text), (command, text)
        assert text != told("--lang", "en", *command, "--help")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "en", "plan", "--help"),
        ("plan", "--lang", "en", "--help"),
        ("plan", "--help", "--lang", "en"),
        ("plan", "-h", "--lang=en"),
        ("--lang", "it", "plan", "--lang", "en", "--help"),
    ],
)
def test_the_language_of_help_is_asked_for_anywhere(told: Told, arguments: tuple[str, ...]) -> None:
    assert "make a plan from an input file" in told(*arguments)


def test_a_language_that_another_option_names_is_not_that_of_help(told: Told) -> None:
    assert "write the texts" in told("translate", "export", "x", "--to", "it", "--help")


@pytest.mark.parametrize(
    ("command", "text"),
    [
        ((), "mostra questo aiuto"),
        (("plan",), "prepara un piano"),
        (("pack", "keys"), "le chiavi con cui"),
        (("check",), "check questionnaires"),
        (("translate", "export"), "write the texts"),
    ],
)
def test_help_speaks_as_its_command_does_where_no_language_is_asked_for(
    told: Told, command: tuple[str, ...], text: str
) -> None:
    assert text in told(*command, "--help")


@pytest.mark.parametrize(
    ("arguments", "italian", "english"),
    [
        (("plan",), "Manca ancora: FILE.yaml.", "Still missing: FILE.yaml."),
        (("take-along", "X"), "Manca ancora: --to.", "Still missing: --to."),
        (("print-all",), "Manca ancora: CARTELLA.", "Still missing: FOLDER."),
        (("paln",), "Intendevi `plan`?", "Did you mean `plan`?"),
        (("zzzz",), "COMANDO: `zzzz` non esiste. Aiuto: sestante --help", "COMMAND: there is no `zzzz`."),
        (("projects", "--way", "x"), "Scegli tra: offer, course, voucher.", "Choose one of these: offer, "),
        (("projects", "--most", "x"), "`x` non è un numero intero", "`x` is no whole number"),
        (("due", "--within", "x"), "scrivi un numero di giorni da 0", "write a number of days from 0"),
        (("hub-export", "services", "-o", "x", "--year", "x"), "scrivi un anno", "write a year"),
        (("plan", "x", "-o"), "-o/--output: dopo manca qualcosa.", "something is missing after it"),
        (("plan", "x", "--sign=1"), "--sign si scrive da solo; togli", "leave out '1'"),
        (("bring-back", "x", "--mine", "--theirs"), "si escludono a vicenda", "exclude each other"),
        (("plan", "x", "--data", "y"), "stanno prima del comando", "stand before the command"),
        (("--pass", "x"), "scrivi il nome intero", "write the whole name"),
        (("--data", " "), "--data: indica una cartella.", "--data: name a folder."),
        (("check", "\x1b[31m", "--x\x1b"), "Non si capisce: --x\N{REPLACEMENT CHARACTER}", "Not understood"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(
    told: Told, arguments: tuple[str, ...], italian: str, english: str
) -> None:
    for language, sentence in (("it", italian), ("en", english)):
        said = told("--lang", language, *arguments, status=2)
        assert sentence in said
        assert "--help\n" in said


def test_a_language_there_is_not_is_refused_in_italian(told: Told) -> None:
    assert "--lang: `fr` non esiste. Scegli tra: en, it." in told("--lang", "fr", status=2)


def test_what_was_given_is_not_translated(told: Told) -> None:
    assert "Non si capisce: Company." in told("due", "Company", status=2)


def test_a_command_without_an_option_for_it_speaks_the_language_asked_for_in_front(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = run_command(("--lang", "it", "stamp", "nowhere"), lambda _folder: 1, lambda _wish: 0)
    assert status == 2
    assert "questo file di testi non esiste" in capsys.readouterr().err


def test_words_after_two_dashes_are_no_options(capsys: pytest.CaptureFixture[str]) -> None:
    status = run_command(("import", "--", "--lang", "en"), lambda _folder: 1, lambda _wish: 0)
    assert status == 2
    assert "non" in capsys.readouterr().out


def test_the_version_is_told(told: Told) -> None:
    assert told("--version") == f"sestante {VERSION}\n"
