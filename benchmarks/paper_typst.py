"""The plan in typst: its source from the plan's own story, and what compiles it."""

import json
from collections.abc import Callable, Iterable, Sequence

from paper_sources import Run, Table, hexadecimal, told
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from desktop.paths import resources_folder
from desktop.report import style
from desktop.report.fonts import WEIGHTS
from desktop.report.options import Attachment

_ALIGNED = {TA_CENTER: "center", TA_RIGHT: "right"}


def typst_maker(story: Iterable[Flowable], title: str, attachment: Attachment) -> Callable[[str], bytes]:
    """Makes the PDF (PDF/A-3A, PDF/UA-1, the file attached) with a text in each paragraph of the answers."""
    import typst

    source = _source(story, title, attachment)
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(resources_folder() / "fonts")],
    )
    compiler = typst.Compiler(font_paths=fonts)

    def make(mark: str) -> bytes:
        made = compiler.compile(
            input=source.replace(_MARK, mark).encode(),
            format="pdf",
            pdf_standards=["a-3a", "ua-1"],
            timestamp=0,
        )
        return bytes(made)

    return make


_MARK = "\N{OBJECT REPLACEMENT CHARACTER}"


def _source(story: Iterable[Flowable], title: str, attachment: Attachment) -> str:
    typst = _Typst()
    body = told(story, typst)
    data = _quoted(attachment.data.decode())
    facts = f"relationship: \"data\", mime-type: {_quoted(attachment.media_type)}, description: {_quoted(attachment.says)}"
    looks = "\n".join(typst.looks.values())
    return "\n".join(
        (
            f"#set document(title: {_quoted(title)}, author: {_quoted(title)}, date: datetime(year: 2026, month: 11, day: 22))",
            f"#set page(width: {style.PAGE_WIDTH}pt, height: {style.PAGE_HEIGHT}pt, margin: (x: {style.MARGIN}pt,"
            f" top: {style.MARGIN}pt, bottom: {style.BOTTOM}pt), footer: context text(size: 7.5pt,"
            f" {_quoted(title)} + h(1fr) + counter(page).display(\"1 / 1\", both: true)))",
            '#set text(font: "Inter", lang: "it", top-edge: 0.8em, bottom-edge: -0.2em, hyphenate: false)',
            "#set par(justify: false, spacing: 0pt)",
            "#show heading: it => it.body",
            looks,
            f"#pdf.attach({_quoted(attachment.name)}, bytes({data}), {facts})",
            "#{",
            body,
            "}",
        )
    )


class _Typst:
    """Pieces in typst's code mode; each paragraph style is a function."""

    def __init__(self) -> None:
        self.looks: dict[str, str] = {}

    def paragraph(self, runs: Sequence[Run], look: ParagraphStyle, level: int) -> str:
        """A paragraph in its style."""
        name = f"look-{look.name}".replace(" ", "-")
        if name not in self.looks:
            self.looks[name] = _look(name, look)
        inner = " + ".join(_run(run, look) for run in runs) or '""'
        if not any(run.text for run in runs):
            return ""
        wrapped = f"heading(level: {level}, {inner})" if level else f"par({inner})"
        return f"{name}({wrapped})"

    def figure(self, svg: str, size: tuple[float, float], alternative: str) -> str:
        """A drawing."""
        made = f'image(bytes({_quoted(svg)}), format: "svg", width: {size[0]:.2f}pt, height: {size[1]:.2f}pt'
        if not alternative:
            return f"pdf.artifact({made}))"
        return f"{made}, alt: {_quoted(alternative)})"

    def table(self, table: Table) -> str:
        """A table, or a grid."""
        kind = "table" if table.is_read else "grid"
        rows = [", ".join(_cell(content, columns, kind) for content, columns in row) for row in table.rows]
        if table.heads and table.is_read:
            rows = [f"table.header({', '.join(rows[: table.heads])})", *rows[table.heads :]]
        stroke = "(bottom: 0.4pt + luma(200))" if table.is_lined else "none"
        widths = ", ".join(f"{width:.2f}pt" for width in table.widths)
        given = f"columns: ({widths},), stroke: {stroke}, inset: (left: 0pt, right: 6pt, y: 2.5pt)"
        return f"{kind}({given}, {', '.join(rows)})"

    def columns(self, pieces: Sequence[str], left: int) -> str:
        """Two columns side by side."""
        cells = ", ".join("{" + "\n".join(part) + "}" for part in (pieces[:left], pieces[left:]))
        return f"grid(columns: (1fr, 1fr), gutter: {style.GUTTER}pt, {cells})"

    def together(self, content: str) -> str:
        """A block that does not break."""
        return f"block(breakable: false, {{\n{content}\n}})"

    def space(self, height: float) -> str:
        """White."""
        return f"v({height:.2f}pt)"

    def rule(self, thickness: float, colour: str) -> str:
        """A line."""
        return f'line(length: 100%, stroke: {thickness}pt + rgb("{colour}"))'

    def new_page(self) -> str:
        """A page break."""
        return "pagebreak(weak: true)"


def _look(name: str, look: ParagraphStyle) -> str:
    white = look.leading - look.fontSize
    return (
        f"#let {name}(it) = {{ set text(size: {look.fontSize}pt, weight: {WEIGHTS[look.fontName]}, "
        f'fill: rgb("{hexadecimal(look.textColor)}")); set par(leading: {white:.2f}pt); '
        f"set align({_ALIGNED.get(look.alignment, 'left')}); "
        f"block(above: {look.spaceBefore}pt, below: {white + look.spaceAfter:.2f}pt, it) }}"
    )


def _run(run: Run, look: ParagraphStyle) -> str:
    text = _quoted(run.text)
    given = []
    if run.face != look.fontName:
        given.append(f"weight: {WEIGHTS[run.face]}")
    if run.colour != hexadecimal(look.textColor):
        given.append(f'fill: rgb("{run.colour}")')
    made = f"text({', '.join([*given, text])})" if given else text
    return f"link({_quoted(run.address)}, {made})" if run.address else made


def _cell(content: str, columns: int, kind: str) -> str:
    inner = "{\n" + content + "\n}" if content else "[]"
    return f"{kind}.cell(colspan: {columns}, {inner})" if columns > 1 else inner


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
