"""Scores, company and constraints become the provably best training plan, with its reasons."""

from desktop.content.level_steps import Step
from desktop.planning.alternatives import explain_alternatives
from desktop.planning.checking import PlanError, find_plan_problems
from desktop.planning.making import make_plan
from desktop.planning.plan import REASONS, Need, OpenGap, Plan, PlannedCourse
from desktop.planning.request import PlanRequest

__all__ = [
    "REASONS",
    "Need",
    "OpenGap",
    "Plan",
    "PlanError",
    "PlanRequest",
    "PlannedCourse",
    "Step",
    "explain_alternatives",
    "find_plan_problems",
    "make_plan",
]
