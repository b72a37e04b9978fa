"""Packs of tests: whole and signed, or made by somebody who means harm."""

import hashlib
import io
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import msgspec

from desktop.exchange.packs.building import build, save_pack, sign
from desktop.exchange.packs.container import archive_of
from desktop.exchange.packs.pack import Pack
from desktop.exchange.packs.pack_file import read_source
from desktop.exchange.packs.signing import PackKey, pack_bytes
from desktop.paths import resources_folder

HUB_KEY = PackKey(bytes(range(32)))
NEXT_KEY = PackKey(bytes(range(1, 33)))
STRANGER = PackKey(bytes(32))
SAMPLE = resources_folder() / "examples" / "pack"
HEAD = """format: 1
id: valle-serena
serial: {serial}
version: "{serial}.0"
name: Hub Valle Serena
languages: [it]
"""


def a_folder(folder: Path, files: Mapping[str, bytes], serial: int = 1) -> Path:
    """A pack's folder with these files."""
    for name, data in {"pack.yaml": HEAD.format(serial=serial).encode(), **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def a_pack(folder: Path, files: Mapping[str, bytes], serial: int = 1, key: PackKey = HUB_KEY) -> Pack:
    """A signed pack of these files."""
    return sign(build(read_source(a_folder(folder, files, serial))[0]), key)


def saved(path: Path, pack: Pack) -> Path:
    """The pack in a file."""
    save_pack(path, pack)
    return path


def entries(files: Mapping[str, bytes], signer: PackKey = HUB_KEY, /, **told: object) -> dict[str, bytes]:
    """Manifest, signature and files as somebody with a key signs whatever they like; `told` overrides."""
    listed = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files.items()
    ]
    head = {
        "kind": "sestante-pack",
        "format": 1,
        "id": "valle-serena",
        "serial": 1,
        "version": "1",
        "name": "Hub",
        "languages": ["it"],
        "key": signer.public.hex(),
        "files": listed,
    }
    manifest = msgspec.json.encode({**head, **told})
    return {"manifest.json": manifest, "manifest.sig": signer.sign(pack_bytes(manifest)), **files}


def forged(files: Mapping[str, bytes], signer: PackKey = HUB_KEY, /, **told: object) -> bytes:
    """A pack in the right form with whatever somebody signed."""
    found = entries(files, signer, **told)
    return archive_of(found.pop("manifest.json"), found.pop("manifest.sig"), found)


def zipped(
    found: Mapping[str, bytes], *more: tuple[ZipInfo, bytes], kind: int = ZIP_STORED, comment: bytes = b""
) -> bytes:
    """Any zip with these files, and with more whose entries are chosen freely."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", kind) as archive:
        for name, data in found.items():
            archive.writestr(name, data)
        for info, data in more:
            archive.writestr(info, data)
        archive.comment = comment
    return stream.getvalue()


COMPRESSED = ZIP_DEFLATED
