"""Packs that came in: read as from a stranger, and only what their key signed is taken out."""

import hashlib
from pathlib import Path
from typing import Any

import msgspec

from desktop.content.files.decoding import decode
from desktop.content.files.strict_yaml import Document
from desktop.errors import ContentError, harmless, system_reason
from desktop.exchange.packs.container import MANIFEST, MOST_BYTES, SIGNATURE, archive_of, entries_of, unfit
from desktop.exchange.packs.errors import PackError
from desktop.exchange.packs.names import reason_against
from desktop.exchange.packs.pack import FORMAT, KIND, Manifest, Pack, PackedFile
from desktop.exchange.packs.signing import is_signature, pack_bytes
from desktop.exchange.results.strict_json import UnfitError, read_strictly
from desktop.text import as_written, say

_NOT_READ = say("{file} cannot be read: {reason}.")
_NO_PACK = say("{file} is not a hub's pack. Choose a file that ends in .sestante-pack.")
_NEWER = say("{file} was made for a newer Sestante. Update this one to use it.")
_NOT_SIGNED = say(
    "{file} is not signed, so nobody can tell whose it is. Ask the hub for the signed pack; who made it "
    "signs it with: sestante pack sign FILE"
)
_CHANGED = say(
    "{file} was changed after the hub signed it, and is refused. Nothing was installed; ask the hub for the "
    "pack again, by another way if you can."
)


def load_pack(path: Path) -> Pack:
    """The verified pack in a file; PackError says why there is none."""
    return read_pack(load_bytes(path), path.name)


def load_bytes(path: Path) -> bytes:
    """A file's bytes, at most one more than a pack can have; PackError where it cannot be read."""
    try:
        if not (path.is_file() or path.is_dir()) and path.exists():
            raise PackError(_NO_PACK, file=path.name)  # a pipe would be waited for
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise PackError(_NOT_READ, file=path, reason=system_reason(error)) from error


def read_pack(data: bytes, file: str) -> Pack:
    """The pack in some bytes, as its key signed it; PackError, naming `file`, where it is refused.

    Whose key that is, and whether it is trusted, is not asked here.
    """
    entries = entries_of(data, file)
    manifest = _manifest(entries, file)
    signature = entries.get(SIGNATURE)
    if manifest.key is None or signature is None:
        raise PackError(_NOT_SIGNED, file=file)
    if not is_signature(bytes.fromhex(manifest.key), signature, pack_bytes(entries[MANIFEST])):
        raise PackError(_CHANGED, file=file)
    return _whole(Pack(manifest, _files(entries), data), entries, signature, file)


def read_unsigned(data: bytes, file: str) -> Pack:
    """A pack that was built and not signed yet; PackError where it is none."""
    entries = entries_of(data, file)
    manifest = _manifest(entries, file)
    if manifest.key is not None or SIGNATURE in entries:
        raise PackError(say("{file} is signed already.", file=file))
    return _whole(Pack(manifest, _files(entries), data), entries, None, file)


def _manifest(entries: dict[str, bytes], file: str) -> Manifest:
    if MANIFEST not in entries:
        raise PackError(_NO_PACK, file=file)
    root = _values(entries[MANIFEST], file)
    if not isinstance(root, dict) or root.get("kind") != KIND:
        raise PackError(_NO_PACK, file=file)
    number = root.get("format")
    if isinstance(number, int) and number > FORMAT:
        raise PackError(_NEWER, file=file)
    try:
        return decode(Document(MANIFEST, root), Manifest)
    except ContentError as error:
        reason = harmless(error.problems[0].sentence)
        raise unfit(file, say("its list of contents is not right ({reason})", reason=reason)) from None


def _values(data: bytes, file: str) -> Any:
    try:
        return read_strictly(data)
    except UnfitError as error:
        reason = harmless(error.sentence)
        raise unfit(file, say("its list of contents is not right ({reason})", reason=reason)) from None


def _files(entries: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in entries.items() if name not in (MANIFEST, SIGNATURE)}


def _whole(pack: Pack, entries: dict[str, bytes], signature: bytes | None, file: str) -> Pack:
    """The pack, where its files and every byte between them are as the manifest says."""
    listed = {each.name: each for each in pack.manifest.files}
    if len(listed) != len(pack.manifest.files):
        raise unfit(file, say("its list of contents names a file twice"))
    for name in sorted(set(listed) ^ set(pack.files)):
        sentence = say("`{name}` is not both in it and in its list of contents", name=as_written(name))
        raise unfit(file, sentence)
    for name, data in pack.files.items():
        if packed(name, data) != listed[name]:
            raise PackError(_CHANGED, file=file)
    if archive_of(entries[MANIFEST], signature, pack.files) != pack.archive:
        raise PackError(_CHANGED, file=file)
    for name in pack.manifest.replaces:
        if reason_against(name) is not None:
            raise unfit(file, say("it would replace `{name}`", name=as_written(name)))
    return pack


def packed(name: str, data: bytes) -> PackedFile:
    """What the manifest says of a file."""
    return PackedFile(name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest())


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as it is stored and signed: JSON that people can read, too."""
    return msgspec.json.format(msgspec.json.encode(manifest, order="deterministic"), indent=1) + b"\n"
