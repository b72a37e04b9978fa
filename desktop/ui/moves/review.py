"""What the page of a move shows: which versions, which scores stay comparable, and every line."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.answers import Facts
from desktop.answers.moving import Versions
from desktop.content.questionnaires.comparing import compare
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.text import Wording
from desktop.ui.moves.lines import LineWriter, Moved, MoveLine, changed_versions
from desktop.workspace import Case, Workspace


@dataclass(frozen=True, slots=True)
class MoveReview:
    """A move to be looked at: `is_made` but not confirmed, or only proposed.

    `can_undo` says whether an unconfirmed move waits, which is so for every move made.
    """

    is_made: bool
    can_undo: bool
    versions: tuple[str, ...]
    comparable: tuple[str, ...]
    lines: tuple[MoveLine, ...]


def review(workspace: Workspace, case: Case, wording: Wording) -> MoveReview | None:
    """The move that waits, else the one that was made and not confirmed, else None.

    It reads the database and runs in a worker thread.
    """
    waiting, made = workspace.moves.waiting(case.id), workspace.moves.unconfirmed(case.id)
    move = waiting or made
    if move is None:
        return None
    is_made = waiting is None
    after = case.sheet if is_made else move.after
    pairs = changed_versions(move)
    moved = Moved(move, after, Facts.of(case.company), is_made)
    return MoveReview(
        is_made=is_made,
        can_undo=made is not None,
        versions=tuple(_named(before, after, wording) for before, after in pairs),
        comparable=tuple(_comparable(pairs, wording)),
        lines=tuple(LineWriter(moved, wording).lines()),
    )


def _named(before: Questionnaire, after: Questionnaire, wording: Wording) -> str:
    old, new = before.text(wording.language).title, after.text(wording.language).title
    if old == new:
        return wording(
            "{title}: from version {before} to {after}",
            title=new,
            before=before.version,
            after=after.version,
        )
    return wording(
        "From {old}, version {before}, to {new}, version {after}",
        old=old,
        before=before.version,
        new=new,
        after=after.version,
    )


def _comparable(pairs: Versions, wording: Wording) -> Iterator[str]:
    """A sentence for each questionnaire."""
    for before, after in pairs:
        sentence = _comparable_sentence(before, after, wording)
        title = after.text(wording.language).title
        yield sentence if len(pairs) == 1 else f"{title}: {sentence}"


def _comparable_sentence(before: Questionnaire, after: Questionnaire, wording: Wording) -> str:
    comparison = compare(before, after)
    if not comparison.reasons and not comparison.overall:
        return wording("All scores can still be compared with earlier ones.")
    names = after.text(wording.language).dimensions
    same = [names[entry.id].name for entry in after.dimensions if entry.id not in comparison.reasons]
    if not same:
        return wording("The scores can no longer be compared with earlier ones.")
    return wording(
        "These scores can still be compared with earlier ones: {same}. The overall score and all others "
        "cannot.",
        same=", ".join(same),
    )
