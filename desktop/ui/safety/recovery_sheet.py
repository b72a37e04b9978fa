"""The page with the recovery code, for a drawer."""

from html import escape
from pathlib import Path

from PySide6.QtGui import QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from desktop.clock import today
from desktop.storage.vault.recovery_code import RecoveryCode
from desktop.text import Wording


def print_sheet(parent: QWidget, code: RecoveryCode, folder: Path, wording: Wording) -> bool:
    """Ask for a printer and print the sheet; whether it was sent. No file is written here."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName("Sestante")
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return False
    document = QTextDocument()
    document.setHtml(sheet(code, folder, wording))
    document.print_(printer)
    return True


def sheet(code: RecoveryCode, folder: Path, wording: Wording) -> str:
    """The page as marked-up text."""
    groups = "&nbsp;&nbsp; ".join(code.groups)
    lines = (
        wording("It opens the workspace in {folder} if the passphrase is forgotten.", folder=folder),
        wording(
            "Keep this page where you keep important papers, away from the computer. Whoever has the "
            "computer and this page can read all data; without the passphrase and without this page "
            "nobody can."
        ),
        wording("Made on {day}. A newer code makes this one worthless.", day=wording.date(today())),
    )
    told = "".join(f"<p>{escape(line)}</p>" for line in lines)
    title = escape(wording("Sestante: recovery code"))
    return f'<h1>{title}</h1><p style="font-size:18pt; font-family:monospace">{groups}</p>{told}'
