"""An encrypted workspace, and what a person does with it in the window."""

from contextlib import closing
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
)

from desktop.content.company import Company, People
from desktop.settings import Settings, write_settings
from desktop.storage import Key
from desktop.storage.vault.recovery_code import RecoveryCode
from desktop.storage.vault.vault import Vault, new_vault
from desktop.storage.vault.vault_file import read_vault
from desktop.storage.vault.wrapping import Effort
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand

BAKERY = "Panificio Lorusso"
SECRET = "pane fresco ogni mattina"  # noqa: S105 - of no real workspace
EASY = Effort(2**14)
CODE = RecoveryCode.new()


def begun(folder: Path, name: str) -> Path:
    with closing(Workspace.open(folder)) as workspace:
        case = workspace.create_case(Company(name=name, headcount=6, people=People(owner=1, employee=5)))
        case = workspace.choose_questionnaires(case.id, ("technology-check",))
        questions = workspace.questions(case, "technology-check")
        workspace.save_place(case, Place("questions", "technology-check", questions[3].id))
    write_settings(folder, Settings(language="en"))
    return folder


@cache
def a_vault() -> tuple[Vault, Key]:
    """What locks a workspace in the tests, worked out once."""
    return new_vault(SECRET, CODE, EASY)


def unlock(hand: Hand, secret: str = SECRET) -> None:
    hand.see("unlock-page")
    hand.write("passphrase", secret)
    hand.click("unlock")


def words(hand: Hand) -> str:
    """All that can be read in the window, shown or hidden."""
    texts = [each.text() for each in hand.window.findChildren(QLabel)]
    texts += [each.text() + each.toolTip() for each in hand.window.findChildren(QAbstractButton)]
    texts += [each.text() for each in hand.window.findChildren(QLineEdit)]
    return "\n".join([hand.window.windowTitle(), *texts])


def names(folder: Path, secret: str | None = None) -> list[str]:
    key = None if secret is None else read_vault(folder).open(secret)
    with closing(Workspace.open(folder, key)) as workspace:
        return [each.name for each in workspace.cases()]
