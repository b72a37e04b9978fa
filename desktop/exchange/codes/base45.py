"""Bytes as the 45 characters that a QR code holds at 5.5 bits each (RFC 9285)."""

_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {character: value for value, character in enumerate(_CHARACTERS)}
_BASE, _PAIR, _SINGLE = 45, 3, 2


def to_base45(data: bytes) -> str:
    """Three characters for two bytes; two for a last single one."""
    found: list[str] = []
    for start in range(0, len(data), 2):
        pair = data[start : start + 2]
        value = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            value, rest = divmod(value, _BASE)
            found.append(_CHARACTERS[rest])
    return "".join(found)


def from_base45(text: str) -> bytes:
    """The bytes that `to_base45` wrote; ValueError for anything else."""
    found = bytearray()
    for start in range(0, len(text), _PAIR):
        group = text[start : start + _PAIR]
        size = len(group) - 1
        if len(group) < _SINGLE or any(character not in _VALUES for character in group):
            raise ValueError(f"no base45 at character {start}")
        value = sum(_VALUES[character] * _BASE**place for place, character in enumerate(group))
        if value >> 8 * size:
            raise ValueError(f"no base45 at character {start}")
        found += value.to_bytes(size, "big")
    return bytes(found)
