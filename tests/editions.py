"""Packs of tests, as files by path."""

from contextlib import closing
from pathlib import Path

from desktop.content.editions.edition import Edition, Layer, Shipped, read_edition
from desktop.content.editions.overlay import Files
from desktop.exchange.packs.building import sign
from desktop.exchange.packs.pack import Manifest, Pack
from desktop.exchange.packs.reading import packed
from desktop.exchange.packs.signing import PackKey
from desktop.paths import assessments_folder, resources_folder
from desktop.workspace import Workspace
from tests.versions import NEW, OLD, write_version

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
SHIPPED = Shipped(assessments_folder(), resources_folder())
FUNDING = b"""format: 1
source_language: it
languages: [it]
funding:
  - id: valle-voucher
    country: IT
    regions: [ITC4]
    hub: hub-valle
    covers: [training]
    max_share_percent: 40
    max_amount_eur: null
    state: open
    rules: [de-minimis]
    source: "sportello: \\"Serena\\" \xe2\x82\xac"
    as_of: 2026-11
    as_of_basis: source
"""
FUNDING_TEXTS = b"""format: 1
language: it
funding:
  valle-voucher: {name: Voucher della valle, issuer: L'hub, about: Paga i corsi., ask: Chiedete quando apre.}
"""
HUB = b"""format: 1
hubs:
  - id: hub-valle
    name: Hub Valle Serena
    kind: hub
    regions: [ITC4]
    city: Serena
    website: null
    areas: [digital]
    services: [training]
    status: active-when-seen
    source: hub
    as_of: 2026-11
    as_of_basis: source
"""


def brand_files() -> dict[str, bytes]:
    """The example's brand."""
    folder = resources_folder() / "examples" / "brand"
    return {f"brand/{path.name}": path.read_bytes() for path in folder.iterdir()}


def hub_files() -> dict[str, bytes]:
    """The example's offices, people and offers."""
    folder = resources_folder() / "examples" / "pack" / "hub"
    return {f"hub/{path.name}": path.read_bytes() for path in folder.iterdir()}


def course_files() -> dict[str, bytes]:
    """The example's courses."""
    folder = resources_folder() / "examples" / "pack" / "catalogue" / "courses"
    return {f"catalogue/courses/{path.name}": path.read_bytes() for path in folder.iterdir()}


def network_files() -> dict[str, bytes]:
    """A hub, and money that leads to it."""
    return {
        "network/hubs.yaml": HUB,
        "network/funding.yaml": FUNDING,
        "network/funding.it.yaml": FUNDING_TEXTS,
    }


def questionnaire_files(folder: Path, version: str) -> dict[str, bytes]:
    """The questionnaire `small` in version 1.0 or 2.0; the folder is used to write it."""
    written = write_version(folder / version, OLD if version == "1.0" else NEW, version)
    return {f"assessments/{path.name}": path.read_bytes() for path in written.iterdir()}


def layer(name: str, files: Files, *, revision: int = 1) -> Layer:
    """A pack of these files; another revision has another digest."""
    return Layer(name, f"{name}-{revision}", lambda: files)


def edition(folder: Path, *packs: Layer, former: tuple[Layer, ...] = ()) -> Edition:
    """The shipped content with packs over it."""
    return read_edition(folder, SHIPPED, packs, former)


def pack_file(path: Path, files: Files, *, serial: int = 1, seed: bytes = KEY) -> Path:
    """A signed pack in a file."""
    manifest = Manifest(
        kind="sestante-pack",
        format=1,
        id="hub-valle",
        serial=serial,
        version=f"2026.{serial}",
        name="Hub Valle Serena",
        languages=("it",),
        files=tuple(packed(name, data) for name, data in sorted(files.items())),
    )
    signed = sign(Pack(manifest, files, b""), PackKey(seed))
    path.write_bytes(signed.archive)
    return path


def install(folder: Path, path: Path) -> None:
    """Install a pack in a data folder."""
    with closing(Workspace.open(folder)) as workspace:
        workspace.packs.install(workspace.packs.look_at(path))
