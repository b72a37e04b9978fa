"""Plans that come in to a hub: each import with a report that is kept, and what waits for somebody."""

from desktop.workspace.plans_in.line import Line
from desktop.workspace.plans_in.plans_in import PlansIn, Waiting
from desktop.workspace.plans_in.report import Report

__all__ = ["Line", "PlansIn", "Report", "Waiting"]
