"""The plan in typst: its source from the plan's own story, and what compiles it."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from paper_sources import Run, Table, hexadecimal, told
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from desktop.paths import resources_folder
from desktop.report import style
from desktop.report.fonts import WEIGHTS
from desktop.report.options import Attachment

_SENTENCE = re.compile("\ue000(.*?)\ue001", re.DOTALL)
_MIDNIGHT = 1795305600  # of 22 November 2026
_ALIGNED = {TA_CENTER: "center", TA_RIGHT: "right"}


def typst_maker() -> Callable[[str], bytes]:
    """Makes the PDF (PDF/A-3A, PDF/UA-1, the file attached) of a source of `typst_sources`."""
    import typst

    faces = str(resources_folder() / "fonts")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[faces])
    compiler = typst.Compiler(font_paths=fonts)

    def make(source: str) -> bytes:
        standards = ["a-3a", "ua-1"]
        made = compiler.compile(source.encode(), format="pdf", pdf_standards=standards, timestamp=_MIDNIGHT)
        return bytes(made)

    return make


def typst_sources(story: Iterable[Flowable], title: str, attachment: Attachment, count: int) -> list[str]:
    """The plan in typst, `count` times with other letters each time: typst recalls what it has set."""
    source = _source(told(story, typst := _Typst()), typst.looks.values(), title, attachment)
    return [_SENTENCE.sub(partial(_turned, number), source) for number in range(count)]


def _turned(number: int, sentence: re.Match[str]) -> str:
    """As many letters of about the same widths."""
    turns = ((letters, number // 5**place % 5) for place, letters in enumerate(("aeiou", "bdpqg", "nrstc")))
    table = {
        ord(old): new for each, by in turns for old, new in zip(each, each[by:] + each[:by], strict=True)
    }
    return sentence[1].translate(table)


def _source(body: str, looks: Iterable[str], title: str, attachment: Attachment) -> str:
    named = _quoted(title)
    foot = f'text(size: 7.5pt, {named} + h(1fr) + counter(page).display("1 / 1", both: true))'
    margins = f"(x: {style.MARGIN}pt, top: {style.MARGIN}pt, bottom: {style.BOTTOM}pt)"
    size = f"width: {style.PAGE_WIDTH}pt, height: {style.PAGE_HEIGHT}pt"
    kind = f'relationship: "data", mime-type: {_quoted(attachment.media_type)}'
    file = f"{_quoted(attachment.name)}, bytes({_quoted(attachment.data.decode())})"
    return "\n".join(
        (
            f"#set document(title: {named}, author: {named}, date: datetime(year: 2026, month: 11, day: 22))",
            f"#set page({size}, margin: {margins}, footer: context {foot})",
            '#set text(font: "Inter", lang: "it", top-edge: 0.8em, bottom-edge: -0.2em, hyphenate: false)',
            "#set par(justify: false, spacing: 0pt)",
            "#show heading: it => it.body",
            *looks,
            f"#pdf.attach({file}, {kind}, description: {_quoted(attachment.says)})",
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
        stroke = "(x: none, top: none, bottom: 0.4pt + luma(200))" if table.is_lined else "none"
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
    text = _quoted(f"\ue000{run.text}\ue001")
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
