"""What is proven about a plan, in words."""

from fractions import Fraction
from math import ceil

from desktop.text import Wording
from desktop.ui.plan.work import Solved


def proof_in_words(solved: Solved, say: Wording) -> str:
    """Whether a better plan may exist, as far as is known by now; where nothing is needed, nothing of it."""
    if not solved.plan.needs:
        return say("Up to date")
    if solved.is_draft:
        return say("A good plan; proving that none is better…")
    if solved.plan.is_optimal:
        return say("Proven: no better plan within these limits")
    plan = solved.plan
    more = ceil(Fraction(100 * (plan.bound - plan.value), max(1, plan.value)))
    return say(
        "A good plan: the search ended at its limit, and a better one brings at most {percent}% more",
        percent=say.number(more),
    )
