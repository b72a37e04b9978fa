"""The structure of a finished PDF, read back with pypdf: its elements with the text they stand for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import Any

from drawn_glyphs import letters
from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream

_PAINTS = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"sh", b"Do", b"BI"}


@dataclass
class Node:
    """An element: its kind, what PDF says of it, its text and its elements in reading order."""

    kind: str
    entry: Mapping[str, Any]
    above: "Node | None" = None
    kids: list["Node"] = field(default_factory=list)
    parts: list["Node | str"] = field(default_factory=list)
    annotations: list[Any] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def walk(self) -> Iterator["Node"]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *kinds: str) -> list["Node"]:
        return [node for node in self.walk() if node.kind in kinds]

    def attribute(self, key: str) -> Any:
        return self.entry.get("/A", {}).get(key)


@dataclass
class Page:
    """What stands on a page: the text of each marked stretch, and what is drawn outside of all."""

    stretches: dict[int, str] = field(default_factory=dict)
    footer: str = ""
    stray: list[bytes] = field(default_factory=list)


class Structure:
    """The pages of a PDF and the tree over them."""

    def __init__(self, pdf: bytes) -> None:
        self.reader = PdfReader(BytesIO(pdf))
        self.root = self.reader.trailer["/Root"]["/StructTreeRoot"]
        self.pages = [_page(page, self.reader) for page in self.reader.pages]
        self._numbers = {page.indirect_reference.idnum: n for n, page in enumerate(self.reader.pages)}
        self.owned: list[tuple[int, int, Any]] = []
        self.document = self._node(self.root.raw_get("/K"), None)

    def parents(self) -> dict[int, Any]:
        numbers = self.root["/ParentTree"]["/Nums"]
        return dict(zip(numbers[::2], [numbers[place] for place in range(1, len(numbers), 2)], strict=True))

    def _node(self, reference: Any, above: Node | None) -> Node:
        entry = reference.get_object()
        node = Node(entry["/S"][1:], entry, above)
        kids = entry["/K"]
        for kid in kids if isinstance(kids, ArrayObject) else [entry.raw_get("/K")]:
            self._add(kid, node, reference)
        return node

    def _add(self, kid: Any, node: Node, reference: Any) -> None:
        value = kid.get_object()
        if isinstance(value, int):
            self._take(node, node.entry.raw_get("/Pg").idnum, value, reference)
        elif "/MCID" in value:
            self._take(node, value.raw_get("/Pg").idnum, value["/MCID"], reference)
        elif value.get("/Type") == "/OBJR":
            node.annotations.append((value["/Obj"], reference))
        else:
            node.kids.append(self._node(kid, node))
            node.parts.append(node.kids[-1])

    def _take(self, node: Node, page: int, number: int, reference: Any) -> None:
        node.parts.append(self.pages[self._numbers[page]].stretches[number])
        self.owned.append((self._numbers[page], number, reference.idnum))


@lru_cache(maxsize=32)
def structure_of(pdf: bytes) -> Structure:
    """The structure of a document that several tests look at, in whatever order they run."""
    return Structure(pdf)


def _page(page: Any, reader: PdfReader) -> Page:
    found, marks, font = Page(), [], {}
    fonts = {name: letters(each.get_object()) for name, each in page["/Resources"]["/Font"].items()}
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            marks.append((operands[0], operands[1] if len(operands) > 1 else {}))
            _begin(found, marks[-1])
            _show(found, marks[:-1], _spoken(marks[-1]))
        elif operator == b"EMC":
            marks.pop()
        elif operator == b"Tf":
            font = fonts[operands[0]]
        elif operator in (b"Tj", b"TJ"):
            if not any(_spoken(mark) for mark in marks):
                _show(found, marks, "".join(_decoded(operands[0], font)), operator)
        elif operator in _PAINTS and not marks:
            found.stray.append(operator)
    assert not marks
    return found


def _begin(found: Page, mark: tuple[str, Any]) -> None:
    if "/MCID" in mark[1]:
        assert mark[1]["/MCID"] not in found.stretches
        found.stretches[mark[1]["/MCID"]] = ""


def _spoken(mark: tuple[str, Any]) -> str:
    return str(mark[1].get("/ActualText", ""))


def _show(found: Page, marks: list[tuple[str, Any]], text: str, operator: bytes = b"") -> None:
    numbers = [mark[1]["/MCID"] for mark in marks if "/MCID" in mark[1]]
    if numbers:
        assert len(numbers) == 1
        found.stretches[numbers[0]] += text
    elif any(mark[1].get("/Subtype") == "/Footer" for mark in marks):
        found.footer += text
    elif text and not marks:
        found.stray.append(operator)


def _decoded(shown: Any, font: Mapping[int, str]) -> Iterator[str]:
    for part in shown if isinstance(shown, ArrayObject) else [shown]:
        if hasattr(part, "original_bytes"):
            yield from (font[code] for code in part.original_bytes)
