"""The pack of a fixed edition, installed in its data when it is started, and put into its folder before."""

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.content.brand import BRAND_FILE, read_brand
from desktop.content.editions.edition import write_files
from desktop.errors import ContentError, SestanteError, system_reason
from desktop.exchange.packs.pack import SUFFIX, Pack
from desktop.exchange.packs.reading import load_pack
from desktop.exchange.packs.signing import fingerprint_of, is_fingerprint_of
from desktop.fixed_edition import FixedEdition, write_edition_file
from desktop.text import say
from desktop.whole_files import replace_whole
from desktop.workspace.packs import Packs
from desktop.workspace.wearing import worn_of
from desktop.worn_brand import write_worn

_DATA = "data"
_MISSING = say(
    "The edition in {folder} is not whole: {pack} is missing. Copy the hub's folder onto the stick again; "
    "what was saved before is safe."
)
_ANOTHER_KEY = say(
    "{pack} is signed with another key than the hub's: somebody may have exchanged it. Ask the hub for its "
    "stick again; what was saved before is safe."
)
_NOT_MADE = say("The edition cannot be put into {folder}: {reason}. Choose another folder.")


def install_fixed(packs: Packs, fixed: FixedEdition) -> None:
    """Install the pack of a fixed edition, if it is newer than what its data have.

    SestanteError where it is missing, damaged, or of another key.
    """
    trusted = [each for each in packs.installed() if fingerprint_of(each.key) == fixed.fingerprint]
    if not fixed.pack.is_file():
        if trusted:
            return  # what is installed is in the data
        raise SestanteError(_MISSING, folder=fixed.pack.parent, pack=fixed.pack.name)
    if not _is_among(fixed.pack, {each.sha256 for each in packs.installed()}):
        _install(packs, fixed)


def make_fixed(folder: Path, pack_file: Path) -> Pack:
    """Prepare a folder as a fixed edition: the pack, edition.json, and what the window wears at first.

    A folder that was prepared before keeps its data. SestanteError where the pack cannot be used or the
    folder not be written.
    """
    pack = load_pack(pack_file)
    target = folder / f"{pack.manifest.id}{SUFFIX}"
    try:
        (folder / _DATA).mkdir(parents=True, exist_ok=True)
        replace_whole(target, pack.archive)
        write_edition_file(folder, target.name, pack.fingerprint, _DATA)
    except OSError as error:
        raise SestanteError(_NOT_MADE, folder=folder, reason=system_reason(error)) from error
    _dress(folder / _DATA, pack)
    return pack


def _is_among(path: Path, digests: set[str]) -> bool:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() in digests


def _install(packs: Packs, fixed: FixedEdition) -> None:
    pack = load_pack(fixed.pack)
    if not is_fingerprint_of(fixed.fingerprint, pack.key):
        raise SestanteError(_ANOTHER_KEY, pack=fixed.pack.name)
    newest = [each.serial for each in packs.installed() if each.id == pack.manifest.id]
    if all(pack.manifest.serial > serial for serial in newest):
        packs.install(packs.look_at(fixed.pack))


def _dress(folder: Path, pack: Pack) -> None:
    """The window wears the brand from its very first moment."""
    with TemporaryDirectory(prefix="sestante-brand-") as made:
        files = {name: data for name, data in pack.files.items() if name.startswith("brand/")}
        write_files(Path(made), files)
        brands = Path(made) / "brand"
        try:
            brand = read_brand(brands) if (brands / BRAND_FILE).is_file() else None
        except ContentError:
            brand = None  # the edition rests then, which its first start tells
    write_worn(folder, worn_of(brand))
