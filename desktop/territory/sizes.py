"""The size classes of thousands of companies at once."""

import numpy as np

from desktop.content.company import MONEY_LIMITS, STAFF_LIMITS
from desktop.territory.coding import NOTHING, Coded, Numbers

SIZES = (*(name for name, _ in STAFF_LIMITS), "large")


def sizes_of(headcount: Numbers, turnover: Numbers, balance: Numbers) -> Coded:
    """The EU class (2003/361/EC) of each company; amounts in euro, -1 where not given."""
    codes = np.full(headcount.size, len(STAFF_LIMITS), np.int32)
    is_told = (turnover != NOTHING) | (balance != NOTHING)
    for place, (name, limit) in reversed(list(enumerate(STAFF_LIMITS))):
        most_turnover, most_balance = MONEY_LIMITS[name]
        is_within = ((turnover != NOTHING) & (turnover <= most_turnover)) | (
            (balance != NOTHING) & (balance <= most_balance)
        )
        codes[(headcount < limit) & (is_within | ~is_told)] = place
    codes[headcount == NOTHING] = NOTHING
    return Coded(SIZES, codes)
