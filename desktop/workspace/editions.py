"""The content of a workspace: what is shipped, with the packs that are installed over it."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.content.editions.edition import Edition, Layer, Shipped, read_edition
from desktop.content.editions.former import is_questionnaire
from desktop.content.editions.overlay import ASSESSMENTS, stem_of
from desktop.content.files.strict_yaml import parse_yaml
from desktop.content.library import read_library
from desktop.errors import ContentError, Problem, SestanteError
from desktop.fixed_edition import FixedEdition
from desktop.paths import assessments_folder, resources_folder
from desktop.storage.pack_reader import InstalledPack
from desktop.text import Sentence, joined, say
from desktop.workspace.packs import Look, Packs

KEPT_NAME = "questionnaires.kept"
_LEFT_OUT = say(
    "The edition of {name} does not go with this version of Sestante and rests: the other questions, courses "
    "and contacts are in use meanwhile. Nothing that was answered is lost. Ask the hub for a newer pack."
)


def edition_of(folder: Path, packs: Packs, fixed: FixedEdition | None = None, first: str = "") -> Edition:
    """The content of a data folder with these packs; without any it is the shipped one itself.

    The pack of a `fixed` edition is installed before. The one with the id `first` lies over all others, else
    the one installed last.
    """
    if fixed is not None:
        from desktop.workspace.fixing import install_fixed

        install_fixed(packs, fixed)
    shipped = Shipped(assessments_folder(), resources_folder())
    here = packs.all()
    installed = sorted((each for each in here if not each.is_former), key=lambda each: each.id == first)
    former = tuple(each for each in here if each.is_former)
    if not installed and not former:
        return Edition(read_library(*shipped, folder / KEPT_NAME))
    return read_edition(folder, shipped, _layers(packs, installed), _layers(packs, former))


def left_out_words(edition: Edition, packs: Packs) -> Sentence | None:
    """What is to be known of packs that do not fit; None where all do."""
    names = {each.id: each.name for each in packs.installed()} if edition.left_out else {}
    told = [Sentence(_LEFT_OUT.message, {"name": names.get(each, each)}) for each in edition.left_out]
    return joined(told, "\n") if told else None


def _layers(packs: Packs, found: Iterable[InstalledPack]) -> list[Layer]:
    return [Layer(each.id, each.sha256, partial(_files, packs, each)) for each in found]


def _files(packs: Packs, installed: InstalledPack) -> dict[str, bytes]:
    """ContentError where it was damaged, so that it is left out like one that does not fit."""
    try:
        return dict(packs.pack(installed).files)
    except SestanteError as error:
        raise ContentError(Problem(installed.name, 0, error.sentence, "P001")) from error


def goes_with(packs: Packs, look: Look) -> bool:
    """Whether a pack that was looked at is sound together with the other packs that are installed.

    It takes a second or two.
    """
    others = [each for each in packs.installed() if each.id != look.pack.manifest.id]
    if look.errors or not others:
        return not look.errors
    new = Layer(look.pack.manifest.id, look.pack.sha256, partial(_content, look))
    with TemporaryDirectory(prefix="sestante-edition-", ignore_cleanup_errors=True) as made:
        shipped = Shipped(assessments_folder(), resources_folder())
        left_out = read_edition(Path(made), shipped, [*_layers(packs, others), new]).left_out
    return new.pack not in left_out


def _content(look: Look) -> dict[str, bytes]:
    return dict(look.pack.files)


def questionnaires_in(files: Iterable[str]) -> tuple[str, ...]:
    """The ids of the questionnaires among a pack's files."""
    return tuple(sorted(stem_of(name).rpartition("/")[2] for name in files if is_questionnaire(name)))


def questionnaire_title(files: Mapping[str, bytes], name: str, language: str) -> str:
    """The title of a questionnaire in a pack, in a language or in any; its id where none can be read."""
    stem = f"{ASSESSMENTS}/{name}"
    texts = sorted(path for path in files if stem_of(path) == stem and path != f"{stem}.yaml")
    for path in sorted(texts, key=f"{stem}.{language}.yaml".__ne__):
        try:
            root = parse_yaml(files[path], path).root
        except ContentError:
            continue
        title = root.get("title") if isinstance(root, dict) else None
        if isinstance(title, str) and title.strip():
            return title
    return name
