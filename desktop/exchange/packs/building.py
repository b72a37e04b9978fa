"""Packs made of their folder, the same bytes each time, and signed."""

from collections.abc import Mapping
from os.path import realpath
from pathlib import Path

from msgspec.structs import replace

from desktop.errors import system_reason
from desktop.exchange.packs.container import MOST_BYTES, archive_of
from desktop.exchange.packs.errors import PackError
from desktop.exchange.packs.key_changes import leads_to
from desktop.exchange.packs.pack import FORMAT, KIND, SUFFIX, Manifest, Pack
from desktop.exchange.packs.pack_file import PackSource
from desktop.exchange.packs.reading import manifest_bytes, packed, read_pack
from desktop.exchange.packs.signing import PackKey, pack_bytes
from desktop.text import say
from desktop.whole_files import replace_whole

_NOT_SAVED = say("The pack could not be saved as {path}: {reason}. Choose another place.")
_NAME_IT = say("{path} must end in {suffix}. Choose another name for the pack.", suffix=SUFFIX)
_OTHER = say("{path} is not a pack and was left as it was. Choose another name for the pack.")
_NO_WAY = say(
    "This key is not the one that the announced changes lead to ({fingerprint}). Sign with the new key, or "
    "announce this one: sestante pack keys change"
)
_TOO_LARGE = say("The pack would be larger than {most} bytes; put less into it.", most=MOST_BYTES)


def build(source: PackSource) -> Pack:
    """The pack of a folder, not signed yet; it is for the caller to have checked it."""
    file = source.file
    manifest = Manifest(
        kind=KIND,
        format=FORMAT,
        id=file.id,
        serial=file.serial,
        version=file.version,
        name=file.name,
        languages=file.languages,
        hub=file.hub,
        replaces=tuple(sorted(file.replaces)),
        key_changes=source.key_changes,
        files=tuple(packed(name, data) for name, data in sorted(source.files.items())),
    )
    return Pack(manifest, source.files, _archive(manifest, None, source.files))


def sign(pack: Pack, key: PackKey) -> Pack:
    """The pack as signed with a key; PackError where former keys announced another one."""
    changes = pack.manifest.key_changes
    for change in changes:
        if not leads_to(key.public, bytes.fromhex(change.old), changes, pack.manifest.id):
            raise PackError(_NO_WAY, fingerprint=key.fingerprint)
    manifest = replace(pack.manifest, key=key.public.hex())
    signature = key.sign(pack_bytes(manifest_bytes(manifest)))
    return read_pack(_archive(manifest, signature, pack.files), manifest.id)


def save_pack(path: Path, pack: Pack) -> None:
    """Write a pack's file, replacing only an earlier pack, and only by a whole one; PackError where not."""
    if not path.name.endswith(SUFFIX):
        raise PackError(_NAME_IT, path=path)
    try:
        if path.exists() and not _is_pack(path):
            raise PackError(_OTHER, path=path)
        replace_whole(Path(realpath(path)), pack.archive)
    except OSError as error:
        raise PackError(_NOT_SAVED, path=path, reason=system_reason(error)) from error


def _is_pack(path: Path) -> bool:
    with path.open("rb") as stream:
        return b"manifest.json" in stream.read(60)


def _archive(manifest: Manifest, signature: bytes | None, files: Mapping[str, bytes]) -> bytes:
    data = archive_of(manifest_bytes(manifest), signature, files)
    if len(data) > MOST_BYTES:
        raise PackError(_TOO_LARGE)
    return data
