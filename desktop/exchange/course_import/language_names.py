"""Languages by code or by name in Italian, English and themselves."""

import re
from collections.abc import Mapping
from functools import cache

from desktop.exchange.course_import.words import plain

_OWN_NAMES = (
    "it en de fr es pt nl sv da fi nb nn no pl cs sk sl hr hu ro bg el et lv lt ga mt sq sr mk uk ru tr ar "
    "he fa hi bn ur zh ja ko vi th id ms ca eu gl is ka hy"
)
_THREE = (
    "ita:it eng:en deu:de ger:de fra:fr fre:fr spa:es esp:es por:pt nld:nl "
    "dut:nl swe:sv dan:da fin:fi nor:no "
    "pol:pl ces:cs cze:cs slk:sk slv:sl hrv:hr hun:hu ron:ro rum:ro bul:bg ell:el gre:el tur:tr rus:ru "
    "ukr:uk ara:ar heb:he hin:hi zho:zh chi:zh jpn:ja kor:ko vie:vi ind:id tha:th"
)
_BETWEEN = re.compile(r"\s*(?:[,;/|+&]|\be\b|\band\b|\by\b)\s*")
_CODE = re.compile(r"([a-z]{2})(?:[-_][a-z]{2,4})?", re.ASCII)
_REGION = re.compile(r"\s*\([^()]*\)$")


def languages_of(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of the languages named, in their order, and the words that name none."""
    known = _names()
    found: dict[str, None] = {}
    unknown = []
    for word in _BETWEEN.split(plain(text)):
        name = _REGION.sub("", word.strip(" ."))
        code = _CODE.fullmatch(name)
        language = known.get(name) or (known.get(code[1]) if code else None)
        if language:
            found[language] = None
        elif name:
            unknown.append(name)
    return tuple(found), tuple(unknown)


@cache
def _names() -> Mapping[str, str]:
    """Names and codes without capitals and accents, with their codes of two letters."""
    from babel import Locale

    names = {three: two for three, _, two in (pair.partition(":") for pair in _THREE.split())}
    for code in _OWN_NAMES.split():
        locale = Locale.parse(code)
        names[plain(str(locale.languages.get(code, code)))] = code
    for shown in ("it", "en"):
        for code, name in Locale.parse(shown).languages.items():
            if len(code) == 2:  # noqa: PLR2004 - the catalogue's codes have two letters
                names[plain(str(name))] = names[code] = code
    return names
