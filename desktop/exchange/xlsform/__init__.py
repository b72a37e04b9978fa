"""XLSForm, the form of ODK, KoboToolbox and Survey123: questionnaires from it and into it."""

from desktop.exchange.xlsform.findings import Finding, Renamed, lines_of
from desktop.exchange.xlsform.transfer import Transfer, export_form, import_form

__all__ = ["Finding", "Renamed", "Transfer", "export_form", "import_form", "lines_of"]
