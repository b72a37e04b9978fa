"""Words for copies: when and why they were made, and how their companies stand to those of the workspace."""

from collections.abc import Iterator
from datetime import datetime

from desktop.storage.copies.comparing import Kind, Standing
from desktop.storage.copies.container import CopyFacts, Reason
from desktop.text import Wording
from desktop.workspace.backups import Preview

_MEGABYTE = 1_000_000


def reason_words(reason: Reason, words: Wording) -> str:
    """Why a copy was made."""
    return {
        "asked": words("saved by hand"),
        "daily": words("copy of the day"),
        "update": words("before an update of Sestante"),
        "restore": words("before a copy was restored"),
    }[reason]


def moment_words(moment: datetime, words: Wording) -> str:
    """A moment by the computer's own clock."""
    local = moment.astimezone()
    return words("{day}, {time}", day=words.date(local.date()), time=f"{local:%H:%M}")


def facts_words(facts: CopyFacts, words: Wording) -> tuple[str, ...]:
    """What a copy says of itself: when, by what, how much."""
    counted = [
        words.plural("{count} company", "{count} companies", facts.companies),
        words.plural("{count} assessment", "{count} assessments", facts.rounds),
        words.plural("{count} file or photo", "{count} files and photos", facts.files),
    ]
    size = words("{size} MB", size=max(facts.size / _MEGABYTE, 0.1))
    return (
        words(
            "Made on {moment} by Sestante {version}",
            moment=moment_words(facts.made_at, words),
            version=facts.version,
        ),
        ", ".join((*counted, size)),
    )


def kind_words(kind: Kind, words: Wording) -> str:
    """How companies stand in a copy to those here, as a heading."""
    return {
        "newer-there": words("Newer in the copy"),
        "only-there": words("Only in the copy"),
        "erased": words("Deleted here since"),
        "newer-here": words("Newer here"),
        "only-here": words("Only here"),
        "same": words("The same in both"),
    }[kind]


def standing_words(standing: Standing, words: Wording) -> str:
    """When a company was changed last, in the copy and here."""
    there, here = standing.there, standing.here
    parts = []
    if there is not None and there.changed_at is not None:
        parts.append(words("in the copy {moment}", moment=moment_words(there.changed_at, words)))
    if here is not None and here.changed_at is not None:
        parts.append(words("here {moment}", moment=moment_words(here.changed_at, words)))
    return " · ".join(parts)


def warnings(preview: Preview, words: Wording) -> Iterator[str]:
    """What is to be known before a workspace is replaced by a copy."""
    if preview.is_another:
        yield words("This is a copy of another workspace, not an earlier state of this one.")
    if preview.keeps_passphrase:
        yield words(
            "The passphrase of this workspace stays: what is restored from this copy is protected by it."
        )
    lost = sum(each.kind == "only-here" for each in preview.standings)
    older = sum(each.kind == "newer-here" for each in preview.standings)
    if lost:
        yield words.plural(
            "{count} company is only here and would be gone.",
            "{count} companies are only here and would be gone.",
            lost,
        )
    if older:
        yield words.plural(
            "{count} company is newer here and would go back to how it was.",
            "{count} companies are newer here and would go back to how they were.",
            older,
        )
