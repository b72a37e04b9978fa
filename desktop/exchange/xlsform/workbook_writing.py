"""The sheets of a form written as an .xlsx file, every cell as text and none as a formula."""

import re
from collections.abc import Sequence
from io import BytesIO

from desktop.exchange.xlsform.sheets import Draft

_WIDE = 45
_NARROW = 16
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def workbook_bytes(sheets: Sequence[Draft]) -> bytes:
    """The file's content."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    workbook = Workbook()
    first = workbook.active
    if first is not None:
        workbook.remove(first)
    wrapped, strong = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for draft in sheets:
        sheet = workbook.create_sheet(draft.name)
        for c, heading in enumerate(draft.headings, start=1):
            sheet.cell(1, c, heading).font = strong
            is_text = "::" in heading or heading in ("relevant", "constraint")
            sheet.column_dimensions[get_column_letter(c)].width = _WIDE if is_text else _NARROW
            for r, row in enumerate(draft.rows, start=2):
                if text := row.get(heading):
                    cell = sheet.cell(r, c, _escaped(text))
                    cell.data_type = "s"
                    cell.alignment = wrapped
                    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
        sheet.freeze_panes = "C2"
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _escaped(text: str) -> str:
    """What XML cannot hold, in the way spreadsheets write it: `_x0007_`."""
    guarded = _LOOKS_ESCAPED.sub("_x005F_", text)
    return _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", guarded)
