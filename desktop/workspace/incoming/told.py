"""An outcome as plain data."""

from typing import Any

from desktop.errors import harmless
from desktop.workspace.incoming.outcomes import Outcome
from desktop.workspace.incoming.shown import standing_to_plain


def outcome_to_plain(outcome: Outcome) -> dict[str, Any]:
    """What became of a result; reason and notes are English sentences, what is not known is null."""
    told = {
        "files": [str(path) for path in outcome.paths],
        "outcome": outcome.kind,
        "reason": str(harmless(outcome.why)) if outcome.why else "",
        "company": outcome.name,
        "stage": outcome.stage,
        "round_id": outcome.case_id,
        "plan_courses": outcome.courses,
        "answers_left_out": outcome.left_out,
        "texts_left_out": outcome.texts_left_out,
        "notes": [str(harmless(note)) for note in outcome.notes],
    }
    standing = None if outcome.standing is None else standing_to_plain(outcome.standing)
    return {**told, "standing": standing}
