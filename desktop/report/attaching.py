"""Files inside a document: found by readers in its list of attachments, by machines as its data."""

from collections.abc import Sequence
from hashlib import md5
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDate,
    PDFDictionary,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from typing_extensions import override

from desktop.report.archive import allow
from desktop.report.options import Attachment


def attach(attachments: Sequence[Attachment], document: Any) -> None:
    """Put the files into ReportLab's document, dated as it is; their names differ."""
    if not attachments:
        return
    places = {each.name: _file(each, document) for each in attachments}
    written = {PDFString(name).format(document): place for name, place in places.items()}
    names = PDFArray([part for name in sorted(written) for part in (name, written[name])])
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": names})})
    allow(document.Catalog, "AF")
    document.Catalog.AF = PDFArray(list(places.values()))


def _file(attachment: Attachment, document: Any) -> PDFObjectReference:
    data = PDFObjectReference(f"file-{attachment.name}")
    document.Reference(_embedded(attachment, document), data.name)
    told = {
        "Type": "/Filespec",
        "F": PDFString(attachment.name),
        "UF": PDFString(attachment.name),
        "Desc": PDFString(attachment.says),
        "AFRelationship": "/Data",
        "EF": PDFDictionary({"F": data, "UF": data}),
    }
    place = PDFObjectReference(f"attachment-{attachment.name}")
    document.Reference(PDFDictionary(told), place.name)
    return place


def _embedded(attachment: Attachment, document: Any) -> PDFStream:
    facts = {
        "Size": len(attachment.data),
        "ModDate": PDFDate(ts=document._timeStamp),
        "CheckSum": _Bytes(md5(attachment.data, usedforsecurity=False).digest()),
    }
    subtype = "/" + attachment.media_type.replace("/", "#2F")
    entries = {"Type": "/EmbeddedFile", "Subtype": subtype, "Params": PDFDictionary(facts)}
    return PDFStream(PDFDictionary(entries), attachment.data, [PDFZCompress])


class _Bytes(PDFObject):  # type: ignore[misc]
    """A string of bytes that are no text."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @override
    def format(self, document: Any) -> bytes:
        return b"<" + self._data.hex().encode() + b">"
