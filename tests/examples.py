"""How often chance is asked: a part of the times in every run of the tests, all or more of them on wish.

SESTANTE_EXAMPLES is the share of the examples, and of the processes that are killed; 1 is all of them.
"""

import os
from math import ceil
from typing import Any

from hypothesis import settings

SHARE = float(os.environ.get("SESTANTE_EXAMPLES", "0.25"))


def times(full: int) -> int:
    """How often, where `full` is all times."""
    return ceil(full * SHARE)


def examples(full: int, **others: Any) -> settings:
    """Settings of a property for so many examples; a busy machine is no mistake of ours."""
    return settings(max_examples=times(full), deadline=None, **others)
