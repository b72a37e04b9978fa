"""Scores, company and constraints become the provably best training plan, with its reasons."""

from desktop.planning.alternatives import explain_alternatives
from desktop.planning.checking import PlanError, find_plan_problems
from desktop.planning.making import draft_plan, make_plan
from desktop.planning.plan import REASONS, UNKEPT_REASONS, Need, OpenGap, Plan, PlannedCourse, Step, Unkept
from desktop.planning.request import PlanRequest

__all__ = [
    "REASONS",
    "UNKEPT_REASONS",
    "Need",
    "OpenGap",
    "Plan",
    "PlanError",
    "PlanRequest",
    "PlannedCourse",
    "Step",
    "Unkept",
    "draft_plan",
    "explain_alternatives",
    "find_plan_problems",
    "make_plan",
]
