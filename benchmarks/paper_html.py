"""The plan in HTML for WeasyPrint: its source from the plan's own story, and what renders it."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from html import escape

from paper_sources import Run, Table, hexadecimal, told
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from desktop.paths import resources_folder
from desktop.report import style
from desktop.report.fonts import WEIGHTS
from desktop.report.options import Attachment

_ALIGNED = {TA_CENTER: "center", TA_RIGHT: "right"}


def html_maker(story: Iterable[Flowable], title: str, attachment: Attachment) -> Callable[[], bytes]:
    """Makes the PDF, which is tagged (PDF/A-3A) and has the file attached."""
    import weasyprint

    html = _Html()
    body = told(story, html)
    page = f'<html lang="it"><head><title>{escape(title)}</title></head><body>{body}</body></html>'
    css = "\n".join((*_faces(), _page_rule(title), _PLAIN, *html.looks.values()))

    def make() -> bytes:
        file = weasyprint.Attachment(
            string=attachment.data, name=attachment.name, description=attachment.says, relationship="Data"
        )
        fonts = weasyprint.text.fonts.FontConfiguration()
        sheet = weasyprint.CSS(string=css, font_config=fonts)
        document = weasyprint.HTML(string=page).render(
            stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/a-3a"
        )
        document.metadata.attachments = [file]
        return bytes(document.write_pdf(pdf_variant="pdf/a-3a"))

    return make


_PLAIN = f"""
body {{ margin: 0; font-family: Inter; }}
p, h1, h2, h3, h4, h5, h6 {{ margin: 0; font-weight: 400; }}
a {{ text-decoration: none; }}
table {{ border-collapse: collapse; table-layout: fixed; }}
td, th {{ padding: 2.5pt 6pt 2.5pt 0; vertical-align: top; text-align: left; font-weight: 400; }}
table.lined td, table.lined th {{ border-bottom: 0.4pt solid #ccc; }}
.columns {{ column-count: 2; column-gap: {style.GUTTER}pt; }}
.columns > div, .together {{ break-inside: avoid; }}
.page {{ break-before: page; }}
img {{ display: block; }}
"""


def _faces() -> Iterable[str]:
    for name, weight in WEIGHTS.items():
        url = (resources_folder() / "fonts" / f"{name}.ttf").as_uri()
        yield f"@font-face {{ font-family: Inter; font-weight: {weight}; src: url({url}) }}"


def _page_rule(title: str) -> str:
    return (
        f"@page {{ size: A4; margin: {style.MARGIN}pt {style.MARGIN}pt {style.BOTTOM}pt; "
        f'@bottom-left {{ content: "{escape(title)}"; font-size: 7.5pt; width: 60% }} '
        '@bottom-right { content: counter(page) " / " counter(pages); font-size: 7.5pt } }'
    )


class _Html:
    """Pieces as HTML; each paragraph style is a class."""

    def __init__(self) -> None:
        self.looks: dict[str, str] = {}

    def paragraph(self, runs: Sequence[Run], look: ParagraphStyle, level: int) -> str:
        """A paragraph in its style."""
        name = look.name.replace(" ", "-")
        self.looks.setdefault(name, _look(name, look))
        inner = "".join(_run(run, look) for run in runs)
        kind = f"h{level}" if level else "p"
        return f'<{kind} class="{name}">{inner}</{kind}>' if inner else ""

    def figure(self, svg: str, size: tuple[float, float], alternative: str) -> str:
        """A drawing."""
        data = b64encode(svg.encode()).decode()
        look = f"width: {size[0]:.2f}pt; height: {size[1]:.2f}pt"
        return f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(alternative)}" style="{look}">'

    def table(self, table: Table) -> str:
        """A table, or a layout."""
        rows = [
            "<tr>" + "".join(_cell(*cell, is_head=number < table.heads) for cell in row) + "</tr>"
            for number, row in enumerate(table.rows)
        ]
        columns = "".join(f'<col style="width: {width:.2f}pt">' for width in table.widths)
        head = f"<thead>{''.join(rows[: table.heads])}</thead>" if table.heads else ""
        width = f"width: {sum(table.widths):.2f}pt"
        kind = ' class="lined"' if table.is_lined else ""
        body = f"<tbody>{''.join(rows[table.heads :])}</tbody>"
        return f'<table{kind} style="{width}">{columns}{head}{body}</table>'

    def columns(self, pieces: Sequence[str], left: int) -> str:  # noqa: ARG002 - it balances by itself
        """Two columns, as high as each other."""
        return f'<div class="columns">{"".join(f"<div>{piece}</div>" for piece in pieces)}</div>'

    def together(self, content: str) -> str:
        """A block that does not break."""
        return f'<div class="together">{content}</div>'

    def space(self, height: float) -> str:
        """White."""
        return f'<div style="height: {height:.2f}pt"></div>'

    def rule(self, thickness: float, colour: str) -> str:
        """A line."""
        return f'<div style="border-top: {thickness}pt solid {colour}"></div>'

    def new_page(self) -> str:
        """A page break."""
        return '<div class="page"></div>'


def _look(name: str, look: ParagraphStyle) -> str:
    return (
        f".{name} {{ font-size: {look.fontSize}pt; line-height: {look.leading}pt; "
        f"font-weight: {WEIGHTS[look.fontName]}; color: {hexadecimal(look.textColor)}; "
        f"text-align: {_ALIGNED.get(look.alignment, 'left')}; "
        f"margin: {look.spaceBefore}pt 0 {look.spaceAfter}pt }}"
    )


def _run(run: Run, look: ParagraphStyle) -> str:
    given = []
    if run.face != look.fontName:
        given.append(f"font-weight: {WEIGHTS[run.face]}")
    if run.colour != hexadecimal(look.textColor):
        given.append(f"color: {run.colour}")
    text = escape(run.text)
    shown = f' style="{"; ".join(given)}"' if given else ""
    if run.address:
        return f'<a href="{escape(run.address)}"{shown}>{text}</a>'
    return f"<span{shown}>{text}</span>" if given else text


def _cell(content: str, columns: int, *, is_head: bool) -> str:
    kind = "th" if is_head else "td"
    span = f' colspan="{columns}"' if columns > 1 else ""
    return f"<{kind}{span}>{content}</{kind}>"
