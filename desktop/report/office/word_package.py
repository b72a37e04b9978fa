"""What a text document says of itself, and the same bytes for the same document."""

from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from desktop.report.office.letters import harmless
from desktop.report.office.word_look import FALLBACK, OTHER_SCRIPTS, TYPEFACE

if TYPE_CHECKING:
    from docx.document import Document

_LONGEST_PROPERTY = 255
_WORD_2013 = "15"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FONTS = (
    f"{_HEAD}<w:fonts {{spaces}}>"
    f'<w:font w:name="{TYPEFACE}"><w:altName w:val="{FALLBACK}"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font>'
    f'<w:font w:name="{OTHER_SCRIPTS}"><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
    "</w:fonts>"
)
_PROGRAM = (
    f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Sestante</Application></Properties>"
)
_COMPATIBILITY = (
    '<w:compat {spaces}><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="{version}"/></w:compat>'
)


def describe(document: "Document", *, title: str, author: str, language: str, day: date) -> None:
    """Title, author, language and day; nothing of who wrote the pattern it was made from."""
    midnight, known = datetime.combine(day, time()), document.core_properties
    known.title, known.author = harmless(title)[:_LONGEST_PROPERTY], harmless(author)[:_LONGEST_PROPERTY]
    known.language, known.last_modified_by = language, ""
    known.comments = known.keywords = known.subject = known.category = ""
    known.created = known.modified = midnight
    known.revision = 1
    _replace_patterns(document)


def _replace_patterns(document: "Document") -> None:
    package, own = document.part.package, document.part
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]
    own.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)._blob = _FONTS.format(spaces=nsdecls("w")).encode()
    package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)._blob = _PROGRAM.encode()
    settings = document.settings.element
    for old in settings.findall("{*}compat"):
        new = parse_xml(_COMPATIBILITY.format(spaces=nsdecls("w"), version=_WORD_2013))
        settings.replace(old, new)


def as_bytes(document: "Document") -> bytes:
    """The file, which knows no clock."""
    written, whole = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as source, ZipFile(whole, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            kept = ZipInfo(entry.filename)
            kept.compress_type, kept.external_attr = ZIP_DEFLATED, 0o600 << 16
            target.writestr(kept, source.read(entry))
    return whole.getvalue()
