"""What makes a PDF last: facts about itself as XML, what its colours mean, streams as PDF/A wants them."""

from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    NoEncryption,
    PDFArray,
    PDFDictionary,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
    pdfdocEnc,
)
from typing_extensions import override

from desktop.paths import resources_folder

VERSION = (1, 7)
"""Of PDF: what PDF/A-3 and PDF/UA-1 build on."""
_METADATA, _COLOURS = "metadata", "colours"


def archive(document: Any, language: str) -> None:
    """Make ReportLab's document one of PDF/A-3A and PDF/UA-1; to be called when it knows its title."""
    document.encrypt = LinesEnded()
    data = xmp(document.info, language, datetime.fromtimestamp(document._timeStamp.t, UTC))
    document.Reference(_stream(data, {"Type": "/Metadata", "Subtype": "/XML"}), _METADATA)
    document.Catalog.Metadata = PDFObjectReference(_METADATA)
    profile = (resources_folder() / "colours" / "srgb.icc").read_bytes()
    document.Reference(_stream(profile, {"N": 3}, is_packed=True), _COLOURS)
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": PDFString("sRGB"),
        "Info": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": PDFObjectReference(_COLOURS),
    }
    allow(document.Catalog, "OutputIntents")
    document.Catalog.OutputIntents = PDFArray([PDFDictionary(intent)])


def allow(entry: Any, *keys: str) -> None:
    """Let ReportLab write keys into this catalogue or page that it does not know."""
    entry.__NoDefault__ = [*entry.__NoDefault__, *keys]


def _stream(data: bytes, entries: dict[str, object], *, is_packed: bool = False) -> PDFStream:
    return PDFStream(PDFDictionary(entries), data, [PDFZCompress] if is_packed else [])


class LinesEnded(NoEncryption):  # type: ignore[misc]
    """Encrypts nothing, but gives each stream the end of line before `endstream` that PDF/A wants."""

    @override
    def encode(self, t: bytes | str) -> "_Body":
        return _Body(pdfdocEnc(t))


class _Body(bytes, PDFObject):  # type: ignore[misc]
    """The bytes of a stream: the end of line that follows them is not counted."""

    @override
    def format(self, document: Any) -> bytes:
        return bytes(self) + b"\n"


def xmp(info: Any, language: str, moment: datetime) -> bytes:
    """The facts of ReportLab's information dictionary as XML, with the standards the file keeps to."""
    values = {
        "title": info.title,
        "author": info.author,
        "subject": info.subject,
        "keywords": info.keywords,
        "creator": info.creator,
        "producer": info.producer,
    }
    told = {name: escape(str(value)) for name, value in values.items()}
    return _XMP.format(language=language, moment=moment.isoformat(timespec="seconds"), **told).encode()


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""
