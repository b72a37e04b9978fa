"""Marked-up text as ReportLab's fragments, without its parser of HTML for the three tags the plan uses."""

import re
from functools import cache
from html import unescape
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paraparser import ParaParser

_TAG = re.compile(r"(<[^>]*>)")
_ADDRESS = re.compile(r'href=(?:"([^"]*)"|\'([^\']*)\')')


def fragments(text: str, look: ParagraphStyle) -> list[Any]:
    """The fragments of an escaped text; its tags are `<b>`, `<font color>` and `<a href color>`."""
    plain = (
        " ".join(line.strip() for line in text.split("\n") if line.strip()) if "\n" in text else text.strip()
    )
    if "<" not in plain:
        return [_like(_pattern(look, ()), unescape(plain))] if plain else []
    found: list[Any] = []
    around: list[str] = []
    links = 0
    for part in _TAG.split(plain):
        if part.startswith("</"):
            around.pop()
        elif part.startswith("<"):
            around.append(part)
            links += part.startswith("<a ")
        elif part:
            found.append(_fragment(part, look, tuple(around), links - 1))
    return found


def _fragment(text: str, look: ParagraphStyle, around: tuple[str, ...], link: int) -> Any:
    address = next((found for tag in around if (found := _ADDRESS.search(tag))), None)
    made = _like(_pattern(look, tuple(_ADDRESS.sub('href="x"', tag) for tag in around)), unescape(text))
    if address:
        made.link = [(link, unescape(address[1] or address[2] or ""))]
    return made


@cache
def _pattern(look: ParagraphStyle, around: tuple[str, ...]) -> Any:
    """What ReportLab makes of a letter within these tags; the addresses of links are put in later."""
    ends = "".join(f"</{tag[1:].split()[0].rstrip('>')}>" for tag in reversed(around))
    _, (found,), _ = ParaParser().parse(f"{''.join(around)}x{ends}", look)
    return found


def _like(pattern: Any, text: str) -> Any:
    made = pattern.clone(text=text)
    made.link, made.us_lines = list(pattern.link), list(pattern.us_lines)
    return made
