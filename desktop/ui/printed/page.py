"""The page that prints: the document on the screen, and three ways to take it along."""

from dataclasses import dataclass
from functools import partial
from itertools import chain, count
from pathlib import Path

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.dossier import Dossier
from desktop.errors import sentence_of
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label, scrolled
from desktop.ui.printed.pages import print_pages, rendered_pages
from desktop.ui.printed.preview import Preview
from desktop.workspace import Case, Workspace

_SCREEN_DPI = 130
_TEXT, _SHEET = ".docx", ".xlsx"


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """The document as written, with pictures of its pages."""

    dossier: Dossier
    path: Path
    pages: tuple[QImage, ...]


class PrintPage(QWidget):
    """Preview, save, print, open."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._folder = QTemporaryDir()
        self._document: ShownDocument | None = None
        self._making = Operation(self)
        self._saving, self._printing = Operation(self, is_lasting=True), Operation(self, is_lasting=True)
        self._build()
        self._connect()
        path = Path(self._folder.path()) / self._file_name()
        self._making.start(partial(_make, desk.workspace, desk.open_case, path, look.wording.language))

    def _build(self) -> None:
        self.setObjectName("report-page")
        say, tokens = self._wording, self._look.tokens
        self._save = Button(say("Save as…"), "save-pdf", "primary")
        self._save.setIcon(icon("save", tokens.on_accent))
        self._copy = Button(say("Editable copy…"), "save-copy", "quiet")
        self._copy.setIcon(icon("plan", tokens.ink))
        self._print = Button(say("Print…"), "print-pdf")
        self._print.setIcon(icon("report", tokens.ink))
        self._open = Button(say("Open in viewer"), "open-pdf")
        self._open.setIcon(icon("external", tokens.ink))
        self._state = label(say("The document is being made…"), "small", "muted")
        self._state.setObjectName("report-state")
        self._preview = Preview(self._look)
        head = QHBoxLayout()
        head.setContentsMargins(40, 24, 40, 4)
        head.setSpacing(10)
        head.addWidget(label(say("Your plan on paper"), "title", wraps=False), 1)
        for button in self._buttons():
            button.setEnabled(False)
        for button in (self._save, self._print, self._open):
            head.addWidget(button)
        under = QHBoxLayout()
        under.setContentsMargins(40, 0, 40, 8)
        under.addWidget(self._state, 1)
        under.addWidget(self._copy)
        area, inside = scrolled((40, 4, 40, 28), 0)
        area.setObjectName("preview-area")
        inside.addWidget(self._preview)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(under)
        column.addWidget(area, 1)

    def _buttons(self) -> tuple[Button, ...]:
        return (self._save, self._print, self._open, self._copy)

    def _connect(self) -> None:
        self._making.succeeded.connect(self._on_made)
        self._saving.succeeded.connect(self._on_saved)
        self._printing.succeeded.connect(self._on_printed)
        for operation in (self._making, self._saving, self._printing):
            operation.failed.connect(self._on_failed)
        self._save.clicked.connect(self._on_save_clicked)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._print.clicked.connect(self._on_print_clicked)
        self._open.clicked.connect(self._on_open_clicked)

    def _file_name(self) -> str:
        """A name for the file that every system takes."""
        name = "".join(c if c.isalnum() else "-" for c in self._desk.open_case.company.name)
        return f"Sestante-{'-'.join(part for part in name.split('-') if part)[:60]}.pdf"

    def _on_made(self, value: object) -> None:
        if not isinstance(value, ShownDocument):
            return
        self._document = value
        pages = self._wording.plural("{count} page", "{count} pages", len(value.pages))
        self._state.setText(
            self._wording("{pages}. One page is made for the officer of your local hub.", pages=pages)
        )
        self._preview.show_pages(value.pages)
        for button in self._buttons():
            button.setEnabled(True)
        if self.hasFocus():
            self._save.setFocus()

    def _on_failed(self, error: object) -> None:
        self._state.setText(self._wording("That did not work. {error}", error=sentence_of(error)))

    def _on_save_clicked(self) -> None:
        if self._document is None:
            return
        start = str(Path.home() / self._file_name())
        chosen, _ = QFileDialog.getSaveFileName(self, self._wording("Save as…"), start, "PDF (*.pdf)")
        if chosen:
            path = Path(chosen).with_suffix(".pdf")
            work = partial(_save, self._desk.workspace, self._document.dossier, path, self._wording.language)
            self._saving.start(work)

    def _on_copy_clicked(self) -> None:
        if self._document is None:
            return
        say = self._wording
        text, sheet = say("Text document (*.docx)"), say("List of actions, a spreadsheet (*.xlsx)")
        start = str(Path.home() / self._file_name().removesuffix(".pdf"))
        chosen, kind = QFileDialog.getSaveFileName(
            self, say("Editable copy…"), start, f"{text};;{sheet}", text
        )
        if chosen:
            path = _with_ending(chosen, _SHEET if kind == sheet else _TEXT)
            self._saving.start(
                partial(_save_copy, self._desk.workspace, self._document.dossier, path, say.language)
            )

    def _on_saved(self, value: object) -> None:
        self._state.setText(self._wording("Saved as {path}", path=value))

    def _on_print_clicked(self) -> None:
        if self._document is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self._document.pages))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._state.setText(self._wording("Printing…"))
            self._printing.start(partial(print_pages, self._document.path, printer))

    def _on_printed(self, value: object) -> None:
        count = value if isinstance(value, int) else 0
        self._state.setText(
            self._wording.plural(
                "{count} page sent to the printer.", "{count} pages sent to the printer.", count
            )
        )

    def _on_open_clicked(self) -> None:
        if self._document is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._document.path)))


def _make(workspace: Workspace, case: Case, path: Path, language: str) -> ShownDocument:
    """Runs in a worker thread."""
    dossier = workspace.dossier(case)
    workspace.write_pdf(dossier, path, language)
    return ShownDocument(dossier, path, rendered_pages(path, _SCREEN_DPI))


def _save(workspace: Workspace, dossier: Dossier, path: Path, language: str) -> Path:
    """Runs in a worker thread."""
    workspace.write_pdf(dossier, path, language)
    return path


def _save_copy(workspace: Workspace, dossier: Dossier, path: Path, language: str) -> Path:
    """Runs in a worker thread."""
    workspace.write_copy(dossier, path, language)
    return path


def _with_ending(chosen: str, ending: str) -> Path:
    """The file chosen; where its name had no ending yet, one that is free, since nobody was asked."""
    path = Path(chosen)
    if path.suffix.lower() in (_TEXT, _SHEET):
        return path
    names = chain([""], (f"-{number}" for number in count(2)))
    paths = (path.with_name(f"{path.name}{name}{ending}") for name in names)
    return next(path for path in paths if not path.exists())
