"""Amounts of euro as people write them."""

import re
from decimal import Decimal

_NO_NUMBER = re.compile(r"(?:eur|euro|€|[\s\u00a0\u202f'’])", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d.,]*", re.ASCII)
_THOUSANDS = re.compile(r"\d{1,3}([.,]\d{3})+", re.ASCII)
_MOST_CENTS = 10**14


def cents_of(text: str) -> int | None:
    """An amount in cents, with a comma or a dot before the cents; 0 for nothing, None where it is none."""
    bare = _NO_NUMBER.sub("", text)
    if not bare:
        return 0
    if not _NUMBER.fullmatch(bare):
        return None
    if _THOUSANDS.fullmatch(bare) and len({mark for mark in bare if mark in ".,"}) == 1:
        bare = bare.replace(",", "").replace(".", "")
    last = max(bare.rfind(","), bare.rfind("."))
    whole, part = (bare, "") if last < 0 else (bare[:last], bare[last + 1 :])
    if len(part) > 2:  # noqa: PLR2004 - neither cents nor thousands
        return None
    cents = Decimal(f"{whole.replace(',', '').replace('.', '')}.{part or 0}") * 100
    return int(cents) if cents < _MOST_CENTS else None
