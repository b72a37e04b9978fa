"""Texts written as an XLIFF 1.2 file."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.exchange.xliff.unit import NAMESPACE, SOURCE_MARK, TARGET_MARK, Unit, mark

# Characters that XML cannot hold, or that a reader of XML changes.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a file of texts is about."""

    questionnaire: str
    version: str
    source_language: str
    target_language: str
    title: str


def write_xliff(heading: Heading, units: Iterable[Unit]) -> bytes:
    """The XLIFF file of the texts, in their order."""
    root = ET.Element(
        "xliff",
        {"version": "1.2", "xmlns": "urn:oasis:names:tc:xliff:document:1.2", "xmlns:s": NAMESPACE},
    )
    file = ET.SubElement(root, "file", _file_attributes(heading))
    header = ET.SubElement(file, "header")
    ET.SubElement(header, "note").text = _shown(f"Questionnaire of Sestante: {heading.title}")
    body = ET.SubElement(file, "body")
    entries = [(_unit(body, unit), unit) for unit in units]
    ET.indent(root)
    for element, unit in entries:  # after the indenting, which would reach into texts
        _fill(element[0], unit.source)
        _fill(element[1], unit.target)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _file_attributes(heading: Heading) -> dict[str, str]:
    return {
        "original": f"{heading.questionnaire}.{heading.source_language}.yaml",
        "source-language": heading.source_language,
        "target-language": heading.target_language,
        "datatype": "plaintext",
        "xml:space": "preserve",
        "product-name": "sestante",
        "product-version": heading.version,
    }


def _unit(body: ET.Element, unit: Unit) -> ET.Element:
    attributes = {"id": unit.key, "resname": unit.key, "xml:space": "preserve"}
    if unit.longest:
        attributes |= {"maxwidth": str(unit.longest), "size-unit": "char"}
    attributes |= {SOURCE_MARK: mark(unit.source), TARGET_MARK: mark(unit.target)}
    element = ET.SubElement(body, "trans-unit", attributes)
    ET.SubElement(element, "source")
    ET.SubElement(element, "target", {"state": unit.state})
    for note in unit.notes:
        ET.SubElement(element, "note", {"from": "sestante"}).text = _shown(note)
    return element


def _shown(note: str) -> str:
    return _NOT_IN_XML.sub(" ", note)


def _fill(element: ET.Element, text: str) -> None:
    """Put a text into an element; a character that XML cannot hold becomes an element of its own."""
    start, last = 0, None
    for found in _NOT_IN_XML.finditer(text):
        _append(element, last, text[start : found.start()])
        number = f"x-u{ord(found.group()):04x}"
        last = ET.SubElement(element, "x", {"id": str(len(element) + 1), "ctype": number})
        start = found.end()
    _append(element, last, text[start:])


def _append(element: ET.Element, last: ET.Element | None, text: str) -> None:
    if last is None:
        element.text = text
    else:
        last.tail = text
