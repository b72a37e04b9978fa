"""Scores, company and constraints become the provably best training plan, with its reasons."""

from desktop.planning.alternatives import explain_alternatives
from desktop.planning.checking import PlanError, find_plan_problems
from desktop.planning.fitting import explain_open_gaps
from desktop.planning.making import draft_plan, make_plan, prove_plan, reason_gaps
from desktop.planning.plan import REASONS, UNKEPT_REASONS, Need, OpenGap, Plan, PlannedCourse, Step, Unkept
from desktop.planning.remedy import REMEDY_KINDS, Remedy
from desktop.planning.request import PlanRequest
from desktop.planning.trying import with_remedy

__all__ = [
    "REASONS",
    "REMEDY_KINDS",
    "UNKEPT_REASONS",
    "Need",
    "OpenGap",
    "Plan",
    "PlanError",
    "PlanRequest",
    "PlannedCourse",
    "Remedy",
    "Step",
    "Unkept",
    "draft_plan",
    "explain_alternatives",
    "explain_open_gaps",
    "find_plan_problems",
    "make_plan",
    "prove_plan",
    "reason_gaps",
    "with_remedy",
]
