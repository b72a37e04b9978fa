"""The last page: the codes (QR) a hub reads, with words on what they carry and how they are read."""

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.dossier import Dossier
from desktop.report import style
from desktop.report.flowables import Figure, Heading, Text, grid, joined, strong
from desktop.report.options import Attachment, PrintOptions
from desktop.report.qr import qr_drawing
from desktop.report.scope_words import carried_in_words, scope_in_a_line
from desktop.text import Wording

CODE_SIZE = 50 * mm
_LARGEST_CODE = 75 * mm
_IN_A_ROW = {1: 1, 2: 2, 4: 2}  # of more, three: rows alike wherever the count allows
_MOST_IN_A_ROW = 3
_APART = 12.0
_PLAY = 0.1  # so that rounding pushes no code out of its row


def data_page(dossier: Dossier, wording: Wording, options: PrintOptions) -> list[Flowable]:
    """The page; nothing where the document carries neither codes nor files."""
    if not options.codes and not options.attachments:
        return []
    content: list[Flowable] = [
        CondPageBreak(style.HEIGHT - 1),
        Heading.of(wording("For the hub's computer"), style.PAGE_TITLE, "data"),
        Text(_lead(options, wording), style.BODY),
        Spacer(1, 6),
        *(Text(line, style.BODY) for line in _words(dossier, wording, options)),
    ]
    if options.codes:
        content += [Spacer(1, 12), codes_grid(options.codes, wording, _roomy(len(options.codes)))]
    return content


def _lead(options: PrintOptions, wording: Wording) -> str:
    if not options.codes:
        return wording("This PDF carries its own data in an attached file, so that nobody types them again.")
    if not options.attachments:
        return wording("These codes carry the plan's data, so that nobody types them again.")
    return wording(
        "These codes carry the plan's data, and so does a file attached to the PDF, so that nobody types "
        "them again."
    )


def _words(dossier: Dossier, wording: Wording, options: PrintOptions) -> Iterator[str]:
    """What is carried and withheld, how it is read, and that one may do without."""
    carried = joined((carried_in_words(dossier.scope, wording), scope_in_a_line(dossier.scope, wording)))
    yield joined((strong(wording("What they hold.")), carried))
    for attachment in options.attachments:
        yield joined((strong(wording("Attached file:")), _attached(attachment)))
    yield joined((strong(wording("How a hub reads them.")), _reading(options, wording)))
    yield joined((strong(wording("You decide.")), _taken_out(options, wording)))


def _attached(attachment: Attachment) -> str:
    return f"{attachment.name} – {attachment.says}" if attachment.says else attachment.name


def _reading(options: PrintOptions, wording: Wording) -> str:
    """How the data come into a hub's computer, without any network."""
    command = wording("In a terminal: {command}.", command="sestante show PLAN.pdf")
    if not options.codes:
        return joined((wording("Drop the PDF on Sestante's window."), command))
    dropped = wording(
        "Drop the PDF on Sestante's window; from paper, a scan or a photo of this page will do, sharp and "
        "with all codes on it. No network is needed."
    )
    return joined((dropped, command))


def _taken_out(options: PrintOptions, wording: Wording) -> str:
    out = wording("This page can be taken out: the rest of the plan says the same to people.")
    if not options.attachments:
        return out
    return joined((out, wording("The attached file goes with the PDF alone, not with the paper.")))


def _roomy(count: int) -> float:
    """The side of each of so many codes in even rows as wide as the page: cameras see large codes best."""
    columns = _IN_A_ROW.get(count, _MOST_IN_A_ROW)
    room = (style.WIDTH + _APART) / columns - _APART - _PLAY
    return float(min(_LARGEST_CODE, room))


def codes_grid(codes: Sequence[str], wording: Wording, size: float = CODE_SIZE) -> Flowable:
    """The codes in rows over the whole width, each at least `size` points wide, its number below it.

    As many stand in a row as have room.
    """
    figures = [_numbered(text, number, len(codes), size, wording) for number, text in enumerate(codes, 1)]
    side = max(figure.width for figure, _ in figures)
    columns = max(1, min(len(figures), int((style.WIDTH + _APART) // (side + _APART))))
    cells: list[object] = [[figure, label] for figure, label in figures]
    rows = [_in_the_middle(cells[at : at + columns], columns) for at in range(0, len(cells), columns)]
    return grid(
        rows,
        [style.WIDTH / columns / 2] * columns * 2,
        *_spans(rows),
        ("ALIGN", (0, 0), (-1, -1), "CENTER"),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 10),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    )


def _in_the_middle(cells: Sequence[object], columns: int) -> list[object]:
    """A row of cells two columns wide each; few of them in its middle."""
    aside = [""] * (columns - len(cells))
    return [*aside, *(half for cell in cells for half in (cell, "")), *aside]


def _spans(rows: Sequence[Sequence[object]]) -> Iterator[tuple[object, ...]]:
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, list):
                yield ("SPAN", (column, row), (column + 1, row))


def _numbered(text: str, number: int, count: int, size: float, wording: Wording) -> tuple[Figure, Flowable]:
    label = wording("Code {number} of {count}", number=number, count=count)
    return qr_drawing(text, size, label), Text(label, style.SMALL_STRONG_CENTRED)
