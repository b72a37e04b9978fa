"""The stage of a round as a number: T2 comes before T10. Other programs may have written anything else."""

from typing import Final

_LONGEST = 9  # digits, which every database holds as a number
TURN: Final = f"""
CASE WHEN trim(substr(stage, 2), '0123456789') = '' AND length(substr(stage, 2)) BETWEEN 1 AND {_LONGEST}
THEN CAST(substr(stage, 2) AS BIGINT) ELSE 0 END
"""
"""As `turn_of`, in SQL."""


def turn_of(stage: object) -> int:
    """The number behind the letter; 0 for what is damaged."""
    digits = stage[1:] if isinstance(stage, str) else ""
    return int(digits) if digits.isdecimal() and len(digits) <= _LONGEST else 0


def stage_after(stage: object) -> str:
    """T1 after T0, and after what is damaged."""
    return f"T{turn_of(stage) + 1}"
