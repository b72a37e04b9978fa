"""Names of files that leave, as every system takes them."""

from desktop.dossier import FIRST_STAGE, Dossier, Scope

_MOST_LETTERS, _MOST_BYTES = 60, 120  # of a name, so that endings and numbers always fit


def file_stem(told: str, stage: str = FIRST_STAGE) -> str:
    """A name for files, without its ending, that every system takes.

    `told` is the company's name, or its code where the copy does not say whose it is.
    """
    short = letters_alone(told, _MOST_LETTERS, _MOST_BYTES).strip("-")
    parts = ("Sestante", short, "" if stage == FIRST_STAGE else stage)
    return "-".join(part for part in parts if part)


def letters_alone(text: str, most_letters: int, most_bytes: int) -> str:
    """Letters and digits of a text, with a dash for all that stands between them; cut where it is longer."""
    letters = "".join(character if character.isalnum() else "-" for character in text)
    short = "-".join(part for part in letters.split("-") if part)[:most_letters]
    while len(short.encode()) > most_bytes:
        short = short[:-1]
    return short


def told_stem(dossier: Dossier, scope: Scope) -> str:
    """The name for files of a dossier that leaves under a scope: scores do not name the company."""
    code = dossier.provenance.code if dossier.provenance is not None else ""
    return file_stem(code if scope == "scores" else dossier.company.name, dossier.stage)
