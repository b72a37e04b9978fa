"""The handout on the printer of this computer, without any dialog: visitors see no list of printers."""

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.ui.background import Tell
from desktop.workspace.events.take_home import TakeHome


def has_printer() -> bool:
    """Whether the system names a printer to use by default."""
    return not QPrinterInfo.defaultPrinter().isNull()


def visitors_printer() -> QPrinter:
    """The default printer, for one A4 sheet on both sides; made in the window's thread."""
    printer = QPrinter(QPrinterInfo.defaultPrinter(), QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    printer.setDocName("Sestante")  # no name of anybody in the printer's list
    return printer


def print_sheet(take_home: TakeHome, printer: QPrinter, tell: Tell) -> int:
    """Make the sheet and send it; how many pages. Runs in a worker thread."""
    from desktop.ui.printed.pages import print_pages

    return print_pages(take_home.paper(), printer, tell)
