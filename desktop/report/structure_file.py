"""The structure of a document as objects of its PDF, with the way back from pages and annotations."""

from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFObjectReference, PDFString
from typing_extensions import override

from desktop.report.structure import Content, Element, Kid, Structure

_ROOT, _PARENTS = "structure", "structure-parents"


def write_structure(structure: Structure, document: Any) -> None:
    """Hang the structure on ReportLab's document; to be called once all pages are drawn."""
    for number, element in enumerate(_walk(structure.root)):
        element.name = f"structure-{number}"
        document.Reference(_Node(element), element.name)
    document.Reference(_Parents(structure), _PARENTS)
    root = {
        "Type": "/StructTreeRoot",
        "K": PDFObjectReference(structure.root.name),
        "ParentTree": PDFObjectReference(_PARENTS),
        "ParentTreeNextKey": structure.key(),
    }
    document.Reference(PDFDictionary(root), _ROOT)
    document.Catalog.StructTreeRoot = PDFObjectReference(_ROOT)
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _walk(kid)


def _to(name: str, document: Any) -> str:
    return "{} {} R".format(*document.idToObjectNumberAndVersion[name])


def _page(number: int, document: Any) -> str:
    return _to(f"Page{number}", document)


class _Node(PDFObject):  # type: ignore[misc]
    """An element as a dictionary, written straight away: there are more of them than of anything else."""

    def __init__(self, element: Element) -> None:
        self._element = element

    @override
    def format(self, document: Any) -> bytes:
        element = self._element
        page = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
        found = [_kid(kid, page, document) for kid in element.kids]
        kids = found[0] if len(found) == 1 else f"[{' '.join(found)}]"
        above = element.parent.name if element.parent else _ROOT
        parts = [f"<</S /{element.kind} /P {_to(above, document)} /K {kids}"]
        if page is not None:
            parts.append(f"/Pg {_page(page, document)}")
        if element.attributes:
            parts.append(f"/A <<{element.attributes}>>")
        texts = (("Alt", element.alternative), ("ActualText", element.instead), ("Lang", element.language))
        told = [f"/{key} ".encode() + PDFString(text).format(document) for key, text in texts if text]
        return b" ".join([" ".join(parts).encode(), *told, b">>"])


def _kid(kid: Kid, page: int | None, document: Any) -> str:
    if isinstance(kid, Element):
        return _to(kid.name, document)
    if isinstance(kid, Content):
        if kid.page == page:
            return str(kid.number)
        return f"<</Type /MCR /Pg {_page(kid.page, document)} /MCID {kid.number}>>"
    return f"<</Type /OBJR /Pg {_page(kid.page, document)} /Obj {_to(kid.name, document)}>>"


class _Parents(PDFObject):  # type: ignore[misc]
    """The number tree from the keys of pages and annotations to elements."""

    def __init__(self, structure: Structure) -> None:
        self._structure = structure

    @override
    def format(self, document: Any) -> bytes:
        found = {place.key: _to(element.name, document) for element, place in self._structure.links}
        for page, key in self._structure.page_keys.items():
            owners = self._structure.pages.get(page, ())
            found[key] = f"[{' '.join(_to(owner.name, document) for owner in owners)}]"
        return f"<</Nums [{' '.join(f'{key} {found[key]}' for key in sorted(found))}]>>".encode()
