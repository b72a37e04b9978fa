"""The colour profile that every plan carries, computed from IEC 61966-2-1; run, it writes the file."""

import struct
from pathlib import Path

_WHITE = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    "r": (0.43607, 0.22249, 0.01392),
    "g": (0.38515, 0.71687, 0.09708),
    "b": (0.14307, 0.06061, 0.71410),
}
_STEPS = 256
FILE = Path(__file__).parents[3] / "resources" / "colours" / "srgb.icc"


def srgb_profile() -> bytes:
    """A profile of ICC version 2.1 for a screen: white, primaries as seen under D50, one curve for all."""
    curve = _tag("curv", struct.pack(f">I{_STEPS}H", _STEPS, *(_light(step) for step in range(_STEPS))))
    tags = {
        "desc": _description("sRGB"),
        "cprt": _tag("text", b"No copyright, use freely\0"),
        "wtpt": _colour(_WHITE),
        **{f"{letter}XYZ": _colour(xyz) for letter, xyz in _PRIMARIES.items()},
        **{f"{letter}TRC": curve for letter in _PRIMARIES},
    }
    start = 128 + 4 + 12 * len(tags)
    places = dict.fromkeys(tags.values(), 0)
    body = b""
    for data in places:
        places[data] = start + len(body)
        body += data + b"\0" * (-len(data) % 4)
    index = b"".join(
        name.encode() + struct.pack(">2I", places[data], len(data)) for name, data in tags.items()
    )
    return _head(start + len(body)) + struct.pack(">I", len(tags)) + index + body


def _light(step: int) -> int:
    share = step / (_STEPS - 1)
    linear = share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
    return round(linear * 65535)


def _head(size: int) -> bytes:
    date = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    named = b"mntrRGB XYZ " + date + b"acsp"
    head = struct.pack(">I4xI", size, 0x02100000) + named + bytes(28) + _numbers(_WHITE)
    return head.ljust(128, b"\0")


def _numbers(values: tuple[float, ...]) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _colour(xyz: tuple[float, float, float]) -> bytes:
    return _tag("XYZ ", _numbers(xyz))


def _description(text: str) -> bytes:
    told = text.encode() + b"\0"
    return _tag("desc", struct.pack(">I", len(told)) + told + bytes(8 + 3 + 67))


def _tag(kind: str, data: bytes) -> bytes:
    return kind.encode() + bytes(4) + data


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_bytes(srgb_profile())
