"""What the line beside the title says of the proof."""

from dataclasses import replace

from desktop.text import wording
from desktop.ui.plan.proof_words import proof_in_words
from desktop.ui.plan.work import Solved
from desktop.workspace import Workspace


def test_a_plan_that_is_not_proven_says_how_much_better_another_could_be(
    workspace: Workspace, answered: int
) -> None:
    situation = workspace.situation(workspace.case(answered))
    plan = workspace.plans.make(situation)
    unproven = replace(plan, is_optimal=False, bound=plan.value + 1)
    shown = Solved(situation, unproven, None, is_draft=False, whole=plan.value)

    words = {code: proof_in_words(shown, wording(code)) for code in ("en", "it")}
    assert words["en"].endswith("brings at most 1% more")
    assert words["it"].endswith("al massimo il 1% in più")
