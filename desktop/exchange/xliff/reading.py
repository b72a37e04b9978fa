"""An XLIFF 1.2 file read back from a translator: bounded, and without definitions or entities."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from desktop.errors import ContentError, Problem, system_reason
from desktop.exchange.xliff.unit import NAMESPACE, ReturnedUnit
from desktop.text import Sentence, quoted, say

LARGEST_FILE = 10_000_000  # bytes
MOST_TAGS = 250_000  # some 30,000 texts
LONGEST_TEXT = 20_000  # characters, as in the YAML files
_NAMES = ("{urn:oasis:names:tc:xliff:document:1.2}", "{urn:oasis:names:tc:xliff:document:1.1}", "")
_ORIGINAL = re.compile(r"(?:.*[/\\])?([a-z][a-z0-9-]{0,59})\.(?:[a-z]{2}\.)?ya?ml\Z")
_LANGUAGE = re.compile(r"([a-zA-Z]{2})(?:[-_].*)?\Z")
_KEY = re.compile(r"(?:title|summary|(?:[a-z][a-z0-9-]{0,59}\.){1,4}[a-z][a-z0-9-]{0,59})\Z")
_CHARACTER = re.compile(r"x-u(?!d[89a-f])([0-9a-f]{4})\Z")  # but no half of a pair
_TRANSPARENT = {"g", "mrk"}


@dataclass(frozen=True, slots=True)
class Returned:
    """What a file brings back: for which questionnaire, between which languages, and the texts by key."""

    questionnaire: str
    source_language: str
    target_language: str
    units: dict[str, ReturnedUnit]


def read_xliff(path: Path) -> Returned:
    """The texts in the file at `path`; ContentError where it is refused."""
    return parse_xliff(_read(path), str(path))


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise _refusal(str(path), say("there is no such file; check the name"), "L001")
        with path.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise _refusal(
            str(path),
            say("the file cannot be read: {reason}", reason=system_reason(error)),
            "L001",
        ) from None


def parse_xliff(data: bytes, name: str) -> Returned:
    """The texts in `data`; `name` is the file's name in messages."""
    if len(data) > LARGEST_FILE:
        raise _refusal(
            name,
            say("the file is too large; at most {most} bytes are read", most=LARGEST_FILE),
            "L002",
        )
    if data.count(b"<") > MOST_TAGS:
        raise _refusal(
            name, say("the file holds more than {most} elements; split it", most=MOST_TAGS), "L002"
        )
    root = _parse(data, name)
    if _local(root) != "xliff" or root.get("version", "1.2") not in ("1.1", "1.2"):
        sentence = say("this is not an XLIFF 1.2 file; export from the translation program as XLIFF 1.2")
        raise _refusal(name, sentence, "L003")
    files = [element for element in root if _local(element) == "file"]
    if len(files) != 1:
        raise _refusal(
            name, say("the file holds {count} `file` parts; import one at a time", count=len(files)), "L003"
        )
    original = _ORIGINAL.match(files[0].get("original", ""))
    if original is None:
        sentence = say(
            "the file does not say which questionnaire it belongs to; begin with `sestante translate export`"
        )
        raise _refusal(name, sentence, "L004")
    languages = [_language(files[0], kind, name) for kind in ("source-language", "target-language")]
    return Returned(original[1], languages[0], languages[1], _units(files[0], name))


def _parse(data: bytes, name: str) -> ET.Element:
    try:
        root: ET.Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        sentence = say(
            "the file defines entities or a document type, which XLIFF does not need; it is not read"
        )
        raise _refusal(name, sentence, "L003") from None
    except ET.ParseError as error:
        reason = str(error).partition(": line")[0]
        problem = Problem(
            name, error.position[0], say("this is not valid XML: {reason}", reason=quoted(reason)), "L003"
        )
        raise ContentError(problem) from None
    except (ValueError, LookupError) as error:
        raise _refusal(
            name, say("the file's encoding cannot be read: {reason}; use UTF-8", reason=quoted(error)), "L003"
        ) from None
    return root


def _language(file: ET.Element, kind: str, name: str) -> str:
    match = _LANGUAGE.match(file.get(kind, ""))
    if match is None:
        raise _refusal(
            name, say("`{kind}` is missing or not a language such as `de`; correct it", kind=kind), "L003"
        )
    return match[1].lower()


def _units(file: ET.Element, name: str) -> dict[str, ReturnedUnit]:
    units: dict[str, ReturnedUnit] = {}
    for element in file.iter():
        if _local(element) != "trans-unit":
            continue
        unit = _unit(element, name)
        if unit.key in units:
            raise _refusal(name, say("the unit `{key}` is there twice; keep one", key=unit.key), "L005")
        units[unit.key] = unit
    return units


def _unit(element: ET.Element, name: str) -> ReturnedUnit:
    key = element.get("id", "")
    if not _KEY.match(key):
        key = element.get("resname", "")  # some programs number the units anew
    if not _KEY.match(key):
        sentence = say(
            "the unit `{id}` is not one of ours; it may have been added elsewhere",
            id=element.get("id", "")[:60],
        )
        raise _refusal(name, sentence, "L005")
    parts = {_local(part): part for part in element}
    target = parts.get("target")
    return ReturnedUnit(
        key=key,
        source=_text(parts.get("source"), key, name),
        target=_text(target, key, name),
        state="" if target is None else target.get("state", ""),
        source_mark=element.get(f"{{{NAMESPACE}}}source"),
        target_mark=element.get(f"{{{NAMESPACE}}}target"),
    )


def _text(element: ET.Element | None, key: str, name: str) -> str:
    if element is None:
        return ""
    text = "".join(_pieces(element, key, name))
    if len(text) > LONGEST_TEXT:
        sentence = say(
            "the unit `{key}` has {count} characters; at most {most} fit",
            key=key,
            count=len(text),
            most=LONGEST_TEXT,
        )
        raise _refusal(name, sentence, "L006")
    return text


def _pieces(element: ET.Element, key: str, name: str) -> Iterator[str]:
    yield element.text or ""
    for part in element:
        character = _CHARACTER.match(part.get("ctype", ""))
        if _local(part) == "x" and character:
            yield chr(int(character[1], 16))
        elif _local(part) in _TRANSPARENT and not any(_local(below) in _TRANSPARENT for below in part):
            yield from _pieces(part, key, name)
        else:
            sentence = say(
                "the unit `{key}` holds the code `<{name}>`; our texts have none, remove it",
                key=key,
                name=_local(part),
            )
            raise _refusal(name, sentence, "L006")
        yield part.tail or ""


def _local(element: ET.Element) -> str:
    """The name of an XLIFF element without its namespace; empty for elements of other formats."""
    for prefix in _NAMES:
        if element.tag.startswith(prefix) and "{" not in element.tag[len(prefix) :]:
            return element.tag[len(prefix) :]
    return ""


def _refusal(name: str, sentence: Sentence, code: str) -> ContentError:
    return ContentError(Problem(name, 0, sentence, code))
