"""What `replaces:` says: the former ids that questionnaires, questions and their parts stand for."""

from collections.abc import Iterable

from desktop.content.questionnaires.questionnaire import Origin, QuestionKey
from desktop.content.questionnaires.questionnaire_file import (
    ChoiceEntry,
    QuestionEntry,
    QuestionnaireFile,
    RowEntry,
)


def listed(replaces: str | tuple[str, ...]) -> tuple[str, ...]:
    """The ids of a `replaces:`, which may be one id or a list."""
    return (replaces,) if isinstance(replaces, str) else replaces


def former_ids(file: QuestionnaireFile) -> tuple[str, ...]:
    """The former ids of a questionnaire."""
    return listed(file.replaces)


def replaced_keys(file: QuestionnaireFile, entry: QuestionEntry) -> tuple[QuestionKey, ...]:
    """The keys a question's `replaces:` names; an id alone is one of the same questionnaire."""
    return tuple(
        QuestionKey(name if "/" in name else f"{home}/{name}")
        for name in listed(entry.replaces)
        for home in ((file.id,) if "/" in name else (file.id, *former_ids(file)))
    )


def origin(home: QuestionnaireFile, declared: QuestionEntry) -> Origin:
    """All former keys of a question that `home` declares, and the former ids of its parts."""
    moved = tuple(QuestionKey(f"{former}/{declared.id}") for former in former_ids(home))
    return Origin(
        keys=(*moved, *replaced_keys(home, declared)),
        choices=_parts(declared.choices or home.scales.get(declared.scale or "", ())),
        rows=_parts(declared.rows),
        columns=_parts(declared.columns),
    )


def _parts(entries: Iterable[ChoiceEntry | RowEntry]) -> dict[str, str]:
    return {former: entry.id for entry in entries for former in listed(entry.replaces)}
