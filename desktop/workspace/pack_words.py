"""Words for packs: whose they are, whether their key is trusted, and what they would change."""

from collections import Counter
from collections.abc import Iterable, Iterator

from desktop.storage.pack_reader import InstalledPack
from desktop.text import Wording
from desktop.workspace.pack_trust import Trust
from desktop.workspace.packs import Look


def look_words(look: Look, words: Wording) -> tuple[str, ...]:
    """What is said of a pack before it is installed, a line each.

    A fingerprint that has to be typed is not told, so that it is read from the hub's card.
    """
    fingerprint = words("Fingerprint of its key: {fingerprint}", fingerprint=look.fingerprint)
    return (
        named(look, words),
        *(() if look.trust == "another" else (fingerprint,)),
        trust_words(look.trust, words),
        *namesake_words(look, words),
        *change_words(look, words),
    )


def named(look: Look, words: Wording) -> str:
    """A pack by its name, version and number."""
    manifest = look.pack.manifest
    return words(
        "{name}, version {version} (number {serial})",
        name=manifest.name,
        version=manifest.version,
        serial=manifest.serial,
    )


def installed_words(pack: InstalledPack, words: Wording) -> str:
    """An installed pack by its name, version, number and day."""
    return words(
        "{name}, version {version} (number {serial}), installed on {day}",
        name=pack.name,
        version=pack.version,
        serial=pack.serial,
        day=words.date(pack.installed_at.astimezone().date()),
    )


def trust_words(trust: Trust, words: Wording) -> str:
    """What a pack's key means, and what to do."""
    return {
        "first": words(
            "This is the first pack of this hub here. Compare the fingerprint with the one on the hub's card "
            "or poster; install the pack only if both are the same."
        ),
        "known": words("It is signed with the key that you trusted before."),
        "announced": words(
            "It is signed with a new key, which the hub announced with the key that you trusted before."
        ),
        "another": words(
            "It is signed with another key than the hub's packs before. Ask the hub whether it lost its key; "
            "if it did, type the fingerprint from its new card. Else do not install the pack."
        ),
    }[trust]


def namesake_words(look: Look, words: Wording) -> Iterator[str]:
    """A warning of a pack that somebody else gave the name of an installed one."""
    if look.namesakes:
        yield words(
            "Careful: a pack named {name} is installed already, and somebody else signed it. If this one "
            "should come from the same hub, ask the hub before you install it.",
            name=look.namesakes[0].name,
        )


def change_words(look: Look, words: Wording) -> Iterator[str]:
    """What a pack brings, what it replaces, and what of its former version is gone."""
    if look.is_installed:
        yield words("Just this pack is installed already.")
        return
    brought = ", ".join(_contents(look.pack.files, words))
    yield words("It brings: {contents}", contents=brought)
    changes = look.changes
    if changes.replaced:
        names = ", ".join(changes.replaced)
        yield words("It takes the place of Sestante's own: {names}", names=names)
    if changes.taken:
        names = ", ".join(changes.taken)
        yield words("It takes the place of what another pack brought: {names}", names=names)
    if changes.changed:
        yield words("Changed since the installed version: {names}", names=", ".join(changes.changed))
    if changes.dropped:
        names = ", ".join(changes.dropped)
        yield words("No longer in it: {names}. Answers given stay readable.", names=names)


def _contents(names: Iterable[str], words: Wording) -> Iterator[str]:
    """Kinds of content; questionnaires and files of courses are counted by their structure files."""
    counted = Counter(_kind(name) for name in names)
    questionnaires, courses = counted["assessments"], counted["catalogue/courses"]
    if questionnaires:
        yield words.plural("{count} questionnaire", "{count} questionnaires", questionnaires)
    if courses:
        yield words.plural("{count} file of courses", "{count} files of courses", courses)
    told = {
        "brand": words("name and look of the hub"),
        "hub": words("the hub's people, offers and targets"),
        "catalogue": words("catalogue of competences and actions"),
        "network": words("hubs, labs and funding"),
        "consent": words("words of the agreement"),
        "benchmarks": words("figures to compare with"),
    }
    yield from (text for kind, text in told.items() if counted[kind])


def _kind(name: str) -> str:
    folder, _, file = name.rpartition("/")
    is_counted = folder in ("assessments", "catalogue/courses")
    if is_counted and "." in file.removesuffix(".yaml"):
        return ""
    return folder if is_counted else folder.partition("/")[0] if "@" not in folder else ""
