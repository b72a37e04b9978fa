"""Scores, company and constraints become the provably best training plan, with its reasons."""

from desktop.planning.checking import PlanError, find_plan_problems
from desktop.planning.comparing import CourseChange, PlanComparison, compare_plans
from desktop.planning.explaining.alternatives import explain_alternatives
from desktop.planning.explaining.fitting import explain_open_gaps
from desktop.planning.explaining.trying import with_remedy
from desktop.planning.making import draft_plan, make_plan, prove_plan, reason_gaps
from desktop.planning.plan import REASONS, UNKEPT_REASONS, Need, OpenGap, Plan, PlannedCourse, Step, Unkept
from desktop.planning.ready_plans import ReadyPlans
from desktop.planning.remedy import REMEDY_KINDS, Remedy
from desktop.planning.request import PlanRequest
from desktop.planning.stakes import greatest_value

__all__ = [
    "REASONS",
    "REMEDY_KINDS",
    "UNKEPT_REASONS",
    "CourseChange",
    "Need",
    "OpenGap",
    "Plan",
    "PlanComparison",
    "PlanError",
    "PlanRequest",
    "PlannedCourse",
    "ReadyPlans",
    "Remedy",
    "Step",
    "Unkept",
    "compare_plans",
    "draft_plan",
    "explain_alternatives",
    "explain_open_gaps",
    "find_plan_problems",
    "greatest_value",
    "make_plan",
    "prove_plan",
    "reason_gaps",
    "with_remedy",
]
