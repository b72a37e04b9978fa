"""Editable copies of the plan: a text document, and a spreadsheet of what is to be done."""

from desktop.report.office.copies import COPIES, refuse_other_suffix, write_copy, write_docx, write_xlsx

__all__ = ["COPIES", "refuse_other_suffix", "write_copy", "write_docx", "write_xlsx"]
