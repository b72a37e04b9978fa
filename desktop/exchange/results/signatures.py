"""Signatures with keys of 32 bytes (Ed25519), and fingerprints for people to compare."""

import base64
import hashlib


def public_of(seed: bytes) -> bytes:
    """What others check the signatures of a key with, 32 bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def signature_of(seed: bytes, data: bytes) -> bytes:
    """The signature of some bytes, 64 bytes; the same each time."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(seed).sign(data)


def is_signature(public: bytes, signature: bytes, data: bytes) -> bool:
    """Whether a signature is a key's for these bytes."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint_of(data: bytes) -> str:
    """Sixteen letters and digits in groups of four, such as ABCD-EFGH-2345-6789."""
    letters = base64.b32encode(hashlib.sha256(data).digest()).decode()
    return "-".join(letters[start : start + 4] for start in range(0, 16, 4))
