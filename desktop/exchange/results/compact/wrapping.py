"""What stands around the data of a code: compression where it helps, and a signature where there is one."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from desktop.exchange.codes.errors import DAMAGED, NEWER, CodeError
from desktop.exchange.results.compact.errors import FORGED

Sign: TypeAlias = Callable[[bytes], bytes]
"""Makes the 96 bytes of a public key (32) and of its signature (64) over some bytes."""
Verify: TypeAlias = Callable[[bytes, bytes], bool]
"""Whether such 96 bytes, given second, are a true signature of the bytes given first."""

KEY_BYTES = 32
_SIGNATURE_BYTES = 96
_DEFLATED, _SIGNED = 1, 2
_DOMAIN = b"SESTANTE-CODES-1\n"
_RAW = -zlib.MAX_WBITS
_LARGEST = 256 * 1024  # bytes of data; six codes hold a hundredth of it


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """The data, and the key that signed it: None where none did, or nobody verified it."""

    data: bytes
    key: bytes | None


def wrap(data: bytes, sign: Sign | None) -> bytes:
    """The data as it is split into codes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, _RAW, 9)
    deflated = packer.compress(data) + packer.flush()
    is_shorter = len(deflated) < len(data)
    flags = bytes(((_DEFLATED if is_shorter else 0) | (_SIGNED if sign else 0),))
    body = deflated if is_shorter else data
    if sign is None:
        return flags + body
    signature = sign(_DOMAIN + flags + body)
    if len(signature) != _SIGNATURE_BYTES:
        raise ValueError(f"a signature with its key has {_SIGNATURE_BYTES} bytes, not {len(signature)}")
    return flags + signature + body


def unwrap(content: bytes, verify: Verify | None) -> Unwrapped:
    """The data that `wrap` was given; CodeError where it is damaged or signed wrongly."""
    flags, rest = content[:1], content[1:]
    kind = int.from_bytes(flags, "big")
    if kind & ~(_DEFLATED | _SIGNED):
        raise CodeError(NEWER)
    key = None
    if kind & _SIGNED:
        signature, rest = rest[:_SIGNATURE_BYTES], rest[_SIGNATURE_BYTES:]
        if verify is not None:
            if len(signature) != _SIGNATURE_BYTES or not verify(_DOMAIN + flags + rest, signature):
                raise CodeError(FORGED)
            key = signature[:KEY_BYTES]
    return Unwrapped(_inflated(rest) if kind & _DEFLATED else rest, key)


def _inflated(body: bytes) -> bytes:
    unpacker = zlib.decompressobj(_RAW)
    try:
        data = unpacker.decompress(body, _LARGEST)
    except zlib.error:
        raise CodeError(DAMAGED) from None
    if not unpacker.eof or unpacker.unused_data:
        raise CodeError(DAMAGED)
    return data
