"""Why gaps stay open, as the window and its printed plan tell it."""

from datetime import date
from fractions import Fraction

import msgspec

from desktop.dossier import gather
from desktop.workspace import Workspace

DAY = date(2027, 1, 4)


def test_the_plan_of_the_window_tells_of_its_gaps_what_the_command_line_tells(
    workspace: Workspace, answered: int
) -> None:
    """The page shows its plan before it is known why gaps stay open; what is printed has all the reasons."""
    case = workspace.case(answered)
    few = msgspec.structs.replace(case.constraints, weeks=4, hours_per_week={"owner": Fraction(1)})
    case = workspace.save_constraints(case, few)
    workspace.plans.make(workspace.situation(case, DAY))

    gaps = workspace.dossier(case, made_on=DAY).plan.open_gaps
    assert gaps == gather(workspace.situation(case, DAY)).plan.open_gaps
    assert "displaced" in {gap.reason for gap in gaps}
    assert "no-room" not in {gap.reason for gap in gaps}
