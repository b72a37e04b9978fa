"""Small matters of setting type: curly apostrophes, and what stays together on a line."""

import re

_QUOTED = re.compile(r"(?<!\w)'(\w[^']*)'(?!\w)")
_APOSTROPHE = re.compile(r"(?<=\w)'")
_NUMBER_AND_UNIT = re.compile(r"(?<=\d) (?=€|%|h\b)")
_SIGN_AND_NUMBER = re.compile(r" × (?=\d)|(?<=≈) (?=\d)")
_DATE = re.compile(r"\b(\d{1,2}) (\w+) (\d{4})\b")
_OUT_OF = re.compile(r"(?<=\d) (of|su) (?=\d)")
_DASH = re.compile(r" (?=– )")
_REGULATION = re.compile(r"(?<=\bReg\.) (?=\()|(?<=\((?:EU|UE)\)) (?=\d|No |n\. )")
_MATTERS = re.compile("[\u202f'0-9×≈–]")
_STAYS = "\N{NO-BREAK SPACE}"
_NARROW = "\N{NARROW NO-BREAK SPACE}"


def typeset(text: str) -> str:
    """The text as a typesetter would write it; twice is the same as once."""
    if not _MATTERS.search(text):
        return text
    text = text.replace(_NARROW, _STAYS)  # at which ReportLab would break a line
    if "'" in text:
        text = _QUOTED.sub("\N{LEFT SINGLE QUOTATION MARK}\\1\N{RIGHT SINGLE QUOTATION MARK}", text)
        text = _APOSTROPHE.sub("\N{RIGHT SINGLE QUOTATION MARK}", text)
    text = _DASH.sub(_STAYS, _NUMBER_AND_UNIT.sub(_STAYS, text))
    text = _REGULATION.sub(_STAYS, text)
    text = _OUT_OF.sub(rf"{_STAYS}\1{_STAYS}", text)
    text = _SIGN_AND_NUMBER.sub(lambda match: match[0].replace(" ", _STAYS), text)
    return _DATE.sub(_STAYS.join((r"\1", r"\2", r"\3")), text)


def lowered(text: str) -> str:
    """The text as it goes on after a comma or a colon: no capital, unless it begins with an abbreviation."""
    first = text[:1].lower().removesuffix("\N{COMBINING DOT ABOVE}")  # of a Turkish İ
    return text if text[1:2].isupper() else first + text[1:]
