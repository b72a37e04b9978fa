"""The structure of a document while it is drawn: what is heading, paragraph, table, figure, decoration."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal, NamedTuple, TypeAlias, Union

_DEEPEST_HEADING = 6


class Content(NamedTuple):
    """A stretch of a page's content: the page's number, and the stretch's number on it."""

    page: int
    number: int


class Place(NamedTuple):
    """An annotation: the number of its page, its name in the file, and its key among the parents."""

    page: int
    name: str
    key: int


Kid: TypeAlias = Union["Element", Content, Place]


class Element:
    """A node of the structure; `kind` (`H1`, `P`, `TD` ...) and `attributes` as PDF writes them."""

    __slots__ = ("alternative", "attributes", "instead", "kids", "kind", "language", "name", "parent")

    def __init__(self, kind: str, attributes: str = "") -> None:
        self.kind = kind
        self.attributes = attributes
        self.alternative = self.instead = self.language = self.name = ""
        self.parent: Element | None = None
        self.kids: list[Kid] = []

    def add(self, kid: "Element") -> None:
        """Put an element below this one, once."""
        if kid.parent is None:
            kid.parent = self
            self.kids.append(kid)


class Structure:
    """The elements of a document, and the stretches of its pages that belong to them.

    What is drawn inside of an element or of a decoration belongs to it, whatever it says of itself.
    """

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self.root = Element("Document")
        self.pages: dict[int, list[Element]] = {}
        self.page_keys: dict[int, int] = {}
        self.links: list[tuple[Element, Place]] = []
        self.waiting: list[tuple[str, Element]] = []
        self.link: Element | None = None
        self._above = [self.root]
        self._known: dict[object, Element] = {}
        self._depth = self._heading = self._keys = 0

    @property
    def is_open(self) -> bool:
        """Whether what is drawn now belongs to an element or a decoration."""
        return self._depth > 0

    def known(self, identity: object, kind: str, attributes: str = "") -> tuple[Element, bool]:
        """The element of what has this identity, and whether it is new and stands nowhere yet."""
        found = self._known.get(identity)
        if found is not None:
            return found, False
        made = self._known[identity] = Element(kind, attributes)
        return made, True

    def element(self, identity: object, kind: str, attributes: str = "") -> Element:
        """The element of what has this identity: below the present one, or where its first part stood."""
        found, is_new = self.known(identity, kind, attributes)
        if is_new:
            self._above[-1].add(found)
        return found

    def place(self, element: Element, listed: object = None) -> None:
        """Put an element below the present one; one of the texts of a list as the list's next item."""
        if listed is not None:
            body, item = Element("LBody"), Element("LI")
            self.element(listed, "L").add(item)
            item.add(body)
            body.add(element)
        else:
            self._above[-1].add(element)

    def heading(self, level: int) -> str:
        """The kind of a heading wanted at a level from 1 on: at most one deeper than the heading before."""
        self._heading = min(level, self._heading + 1, _DEEPEST_HEADING)
        return f"H{self._heading}"

    def enter(self, element: Element) -> None:
        """Further elements stand below this one, until `leave`."""
        self._above.append(element)

    def leave(self) -> None:
        """Back to where elements stood before `enter`."""
        self._above.pop()

    def stretch(self, element: Element) -> str:
        """A new stretch of the page for an element: the operator that begins it."""
        page = self._canvas.getPageNumber()
        owners = self.pages.setdefault(page, [])
        element.kids.append(Content(page, len(owners)))
        owners.append(element)
        return f"/{element.kind} <</MCID {len(owners) - 1}>> BDC"

    def begin(self, element: Element | None) -> None:
        """What is drawn until `end` belongs to the element; to none where it is decoration."""
        if not self._depth:
            self._canvas._code.append("/Artifact BMC" if element is None else self.stretch(element))
        self._depth += 1

    def begin_again(self, what: Literal["Header", "Footer"]) -> None:
        """What is drawn until `end` is the footer of the page, or a head that was read on a page before."""
        if not self._depth:
            self._canvas._code.append(f"/Artifact <</Type /Pagination /Subtype /{what}>> BDC")
        self._depth += 1

    def end(self) -> None:
        """Close what was begun last."""
        self._depth -= 1
        if not self._depth:
            self._canvas._code.append("EMC")

    def key(self) -> int:
        """A new key among the parents of pages and annotations."""
        self._keys += 1
        return self._keys - 1

    def link_to(self, address: str, name: str) -> int:
        """The annotation of this name leads from what was written last to the address; its key.

        The words were written before: their element waits for it, or is `link`, that of the whole paragraph.
        """
        place = Place(self._canvas.getPageNumber(), name, self.key())
        found = next((each for each in self.waiting if each[0] == address), None)
        if found is not None:
            self.waiting.remove(found)
        element = found[1] if found else self.link or self.element(name, "Link")
        element.kids.append(place)
        self.links.append((element, place))
        return place.key


def structure_of(canvas: Any) -> Structure | None:
    """The structure a canvas writes down; none where it only draws."""
    return getattr(canvas, "structure", None)


@contextmanager
def belonging_to(canvas: Any, element: Element | None) -> Iterator[None]:
    """What is drawn inside belongs to the element; to none where it is decoration."""
    structure = structure_of(canvas)
    if structure is None:
        yield
        return
    structure.begin(element)
    try:
        yield
    finally:
        structure.end()


@contextmanager
def decoration(canvas: Any) -> Iterator[None]:
    """What is drawn inside is no content: a rule, a background, a mark."""
    with belonging_to(canvas, None):
        yield
