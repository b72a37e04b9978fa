"""What a pack is and would change, in words."""

from collections.abc import Iterator, Sequence

from desktop.errors import SestanteError, sentence_of
from desktop.storage.pack_reader import InstalledPack
from desktop.text import Sentence, Wording
from desktop.workspace.editions import questionnaire_title, questionnaires_in
from desktop.workspace.packs import Look

_MOST = 6  # names in one line


def installed_words(pack: InstalledPack, say: Wording) -> str:
    """Version, number and day of an installed pack."""
    return say(
        "Version {version}, number {serial}, in use since {day}",
        version=pack.version,
        serial=pack.serial,
        day=say.date(pack.installed_at.astimezone().date()),
    )


def version_words(look: Look, say: Wording) -> str:
    """The version of a pack that was looked at, and the one it would follow."""
    manifest = look.pack.manifest
    if look.installed is None:
        return say("Version {version}, number {serial}", version=manifest.version, serial=manifest.serial)
    return say(
        "Version {version}, number {serial}, in place of version {former}, number {former_serial}",
        version=manifest.version,
        serial=manifest.serial,
        former=look.installed.version,
        former_serial=look.installed.serial,
    )


def change_lines(look: Look, say: Wording) -> Iterator[str]:
    """What would be new or different, by what it is for the user."""
    changes = look.changes
    yield from _questionnaire_lines(look, say)
    names = (*changes.added, *changes.replaced, *changes.changed)
    if any(name.startswith("catalogue/courses/") for name in names):
        yield say("Courses: other or more courses can be planned")
    if any(name.startswith("catalogue/") and not name.startswith("catalogue/courses/") for name in names):
        yield say("Advice: competences, targets, first steps or services")
    if any(name.startswith("network/") for name in names):
        yield say("Contacts and funding")
    if any(name.startswith("hub/") for name in names):
        yield say("The hub's offices, people and offers")
    if any(name.startswith("consent/") for name in names):
        yield say("The words companies agree to")
    if any(name.startswith("benchmarks/") for name in names):
        yield say("Figures of similar firms to compare with")
    yield from _taken_lines(look, say)
    if any(name.startswith("brand/") for name in names):
        yield say("The hub's name, colour and logo, in the window and on printed plans")


def _taken_lines(look: Look, say: Wording) -> Iterator[str]:
    """What of other editions would no longer be used, by its kind."""
    changes = look.changes
    if not changes.taken:
        return
    kinds = {
        "assessments": say("questionnaires"),
        "brand": say("name, colour and logo"),
        "hub": say("offices, people and offers"),
        "catalogue": say("courses and advice"),
        "network": say("contacts and funding"),
        "consent": say("the words companies agree to"),
        "benchmarks": say("figures to compare with"),
    }
    folders = {name.partition("/")[0] for name in changes.taken}
    told = ", ".join(words for folder, words in kinds.items() if folder in folders)
    yield say(
        "In place of what the edition of {names} brought: {kinds}",
        names=", ".join(changes.losers),
        kinds=told,
    )


def _questionnaire_lines(look: Look, say: Wording) -> Iterator[str]:
    changes = look.changes
    added, replaced = questionnaires_in(changes.added), questionnaires_in(changes.replaced)
    changed = tuple(name for name in questionnaires_in(changes.changed) if name not in replaced)
    gone = questionnaires_in(changes.dropped)
    if added:
        yield say("New questionnaires: {names}", names=_listed(added, look, say))
    if replaced:
        yield say("Questionnaires in place of Sestante's own: {names}", names=_listed(replaced, look, say))
    if changed:
        yield say("Questionnaires in another version: {names}", names=_listed(changed, look, say))
    if gone:
        yield say("Questionnaires no longer offered: {names}", names=_listed(gone, look, say))


def _listed(names: Sequence[str], look: Look, say: Wording) -> str:
    """The first titles; of what the pack no longer holds only the ids are known."""
    titles = [questionnaire_title(look.pack.files, name, say.language) for name in names[:_MOST]]
    return ", ".join(titles) + (", …" if len(names) > _MOST else "")


def why(error: object) -> Sentence:
    """What went wrong, without the advice to install Sestante again that its own files would need."""
    return error.sentence if isinstance(error, SestanteError) else sentence_of(error)
