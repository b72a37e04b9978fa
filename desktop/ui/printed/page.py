"""The page that prints and shares: the document, what leaves with it, and ways to take it along."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QPageSize, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from typing_extensions import override

from desktop.dossier import share
from desktop.errors import sentence_of
from desktop.report.part_names import told_parts
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.printed.file_names import PAPER, SHEET, TEXT, with_ending
from desktop.ui.printed.frame import PrintFrame
from desktop.ui.printed.making import LeavingPlan, Making, ShownDocument
from desktop.ui.printed.pages import PagePrinted, print_pages
from desktop.ui.printed.sharing import Sharing
from desktop.workspace.copies import Copy
from desktop.workspace.file_names import told_stem

_LEAVES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class PrintPage(QWidget):
    """Preview, save, print, open, share."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._wording = look.wording
        self._document: ShownDocument | None = None
        self._plan: LeavingPlan | None = None
        self._frame = PrintFrame(desk, look, self)
        self._making = Making(desk.workspace, desk.open_case, look.wording.language, self)
        self._saving, self._printing = Operation(self, is_lasting=True), Operation(self, is_lasting=True)
        self._sharing = Sharing(desk, look, self._frame.sharing, self)
        self._folders: list[QTemporaryDir] = []  # for viewers, where nothing is encrypted
        self._is_to_open = False  # whether what is being saved is to be shown in a viewer
        self._has_answered = False  # whether saving was answered while the document was being made
        self.setObjectName("report-page")
        self._connect()
        self._frame.choice.show_copy(desk.recent.printed or Copy())
        self._say_making()
        self._making.begin(self._frame.choice.copy())

    def _connect(self) -> None:
        frame = self._frame
        self._making.known.connect(self._on_known)
        self._making.made.connect(self._on_made)
        self._saving.succeeded.connect(self._on_saved)
        self._printing.succeeded.connect(self._on_printed)
        self._printing.progressed.connect(self._on_page_printed)
        self._printing.stopped.connect(self._on_printing_stopped)
        for failing in (self._making, self._saving, self._printing):
            failing.failed.connect(self._on_failed)
        frame.save.clicked.connect(self._on_save_clicked)
        frame.editable.clicked.connect(self._on_editable_clicked)
        frame.print.clicked.connect(self._on_print_clicked)
        frame.open.clicked.connect(self._on_open_clicked)
        frame.stop.clicked.connect(self._printing.stop)
        frame.choice.chosen.connect(self._on_chosen)
        frame.consent.changed.connect(self._make_anew)

    def _on_known(self, value: object) -> None:
        if isinstance(value, LeavingPlan):
            self._plan = value
            self._sharing.begin(value, self._frame.choice)
            self._frame.allow_saving()
            self._offer_parts(value)

    def _offer_parts(self, plan: LeavingPlan) -> None:
        self._frame.choice.offer(told_parts(share(plan.dossier, self._frame.choice.copy().scope)))

    def _on_chosen(self) -> None:
        self._desk.recent.printed = self._frame.choice.copy()
        if self._plan is not None:
            self._offer_parts(self._plan)
        self._make_anew()

    def _make_anew(self) -> None:
        """The pages shown stay until the new ones are there, but nobody prints them any more."""
        self._document = None
        self._frame.allow_paper(is_there=False)
        self._say_making()
        self._making.change(self._frame.choice.copy())

    def _say_making(self) -> None:
        self._has_answered = False
        self._frame.say(self._wording("The document is being made…"))

    def _on_made(self, value: object) -> None:
        if not isinstance(value, ShownDocument):
            return
        self._document = value
        if not self._has_answered:
            self._frame.say(self._pages_in_words(len(value.pages)))
        self._frame.preview.show_pages(value.pages)
        self._frame.allow_paper(is_there=True)
        if self.hasFocus():
            self._frame.save.setFocus()

    def _pages_in_words(self, count: int) -> str:
        pages = self._wording.plural("{count} page", "{count} pages", count)
        copy = self._frame.choice.copy()
        if copy.form == "plan" and copy.scope != "scores" and "officer" in copy.parts:
            return self._wording("{pages}. One page is made for the adviser at your local hub.", pages=pages)
        return f"{pages}."

    def _on_failed(self, error: object) -> None:
        self._has_answered = True
        self._is_to_open = False
        self._frame.stop.setVisible(self._printing.is_running)
        self._frame.warn(self._wording("That did not work. {error}", error=sentence_of(error)))

    def _start(self, plan: LeavingPlan) -> str:
        """What a dialog proposes, without an ending."""
        return str(Path.home() / told_stem(plan.dossier, self._frame.choice.copy().scope))

    def _on_save_clicked(self) -> None:
        if self._plan is None:
            return
        start = f"{self._start(self._plan)}{PAPER}"
        chosen, _ = QFileDialog.getSaveFileName(self, self._wording("Save as…"), start, "PDF (*.pdf)")
        if chosen:
            copy, path = self._frame.choice.copy(), with_ending(chosen, PAPER)
            self._saving.start(partial(self._plan.save, copy, path))
        else:
            self._is_to_open = False

    def _on_editable_clicked(self) -> None:
        if self._plan is None:
            return
        say = self._wording
        text, sheet = say("Text document (*.docx)"), say("List of actions, a spreadsheet (*.xlsx)")
        chosen, kind = QFileDialog.getSaveFileName(
            self, say("Editable copy…"), self._start(self._plan), f"{text};;{sheet}", text
        )
        if chosen:
            path = with_ending(chosen, *((SHEET, TEXT) if kind == sheet else (TEXT, SHEET)))
            self._saving.start(partial(self._plan.save_editable, self._frame.choice.copy(), path))

    def _on_saved(self, value: object) -> None:
        self._has_answered = True
        self._frame.say(self._wording("Saved as {path}", path=value))
        if self._is_to_open and isinstance(value, Path):
            show_in_viewer(value)
        self._is_to_open = False

    def _on_print_clicked(self) -> None:
        if self._document is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setDocName(Path(self._document.name).stem)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self._document.pages))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._frame.say(self._wording("Printing…"))
            self._frame.stop.show()
            self._printing.start_telling(partial(print_pages, self._document.data, printer))

    def _on_page_printed(self, value: object) -> None:
        if isinstance(value, PagePrinted):
            self._frame.say(
                self._wording("Printing page {number} of {of}…", number=value.number, of=value.of)
            )

    def _on_printed(self, value: object) -> None:
        count = value if isinstance(value, int) else 0
        self._frame.stop.hide()
        self._frame.say(
            self._wording.plural(
                "{count} page sent to the printer.", "{count} pages sent to the printer.", count
            )
        )

    def _on_printing_stopped(self) -> None:
        self._frame.stop.hide()
        self._frame.say(self._wording("Printing was stopped."))

    def _on_open_clicked(self) -> None:
        """A viewer needs a file that can be read: from an encrypted workspace it is one that leaves."""
        if self._document is None:
            return
        if self._desk.workspace.is_encrypted:
            self._is_to_open = True
            self._on_save_clicked()
            return
        self._folders.append(QTemporaryDir())
        path = Path(self._folders[-1].path()) / self._document.name
        try:
            path.write_bytes(self._document.data)
        except OSError as error:
            self._on_failed(error)
            return
        show_in_viewer(path)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _LEAVES.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._frame.leaf(step)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._frame.fit(event.size().width())


def show_in_viewer(path: Path) -> None:
    """Have the system open a file with whatever shows such files."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
