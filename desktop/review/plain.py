"""Reviews as plain data for `check --json`, documented in docs/json.md; exact values rounded at the end."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from desktop.errors import Problem
from desktop.review.dead_ends import DeadEnd
from desktop.review.reach import Range
from desktop.review.reviewing import Review
from desktop.review.routes import Span
from desktop.review.texts import TextState
from desktop.review.unused_courses import UnusedCourse

FORMAT = 1


def checked_to_plain(
    problems: Sequence[Problem],
    reviews: Iterable[Review],
    not_reviewed: Iterable[str],
    unused: Iterable[UnusedCourse] | None,
    changes: Sequence[str] | None = None,
) -> dict[str, Any]:
    """Everything a check found wrong and everything it understood."""
    return {
        "format": FORMAT,
        "errors": sum(not problem.is_warning for problem in problems),
        "warnings": sum(problem.is_warning for problem in problems),
        "problems": [_problem(problem) for problem in problems],
        "assessments": [review_to_plain(review) for review in reviews],
        "not_reviewed": list(not_reviewed),
        "unused_courses": None if unused is None else [{"id": c.course, "reason": c.reason} for c in unused],
        "changes": None if changes is None else list(changes),
    }


def review_to_plain(review: Review) -> dict[str, Any]:
    """What was understood of one assessment."""
    routes, reach, leads = review.routes, review.reach, review.leads
    return {
        "id": review.questionnaire.id,
        "version": review.questionnaire.version,
        "hash": review.questionnaire.hash,
        "questions": {
            "all": review.questions.all,
            "scored": review.questions.scored,
            "follow_ups": review.questions.follow_ups,
            "shared": review.questions.shared,
        },
        "asked": {"small": _span(routes.small), "large": _span(routes.large), "all": _span(routes.all)},
        "never_asked": list(routes.never_shown),
        "scores": {
            "is_exact": reach.is_exact,
            "overall": _range(reach.overall),
            "dimensions": {name: _range(span) for name, span in reach.dimensions.items()},
            "levels_reached": list(reach.levels),
            "levels_out_of_reach": list(reach.holes),
        },
        "answers_below_best": None if leads is None else leads.answers,
        "dead_ends": None if leads is None else [_dead_end(found) for found in leads.dead_ends],
        "texts": {state.language: _texts(state) for state in review.texts},
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "code": problem.code,
        "is_warning": problem.is_warning,
        "sentence": problem.sentence,
    }


def _rounded(value: Fraction | float | None) -> float | None:
    return None if value is None else round(float(value), 2)


def _span(span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    return {
        "questions": [span.fewest, span.most],
        "minutes": [_rounded(span.shortest_minutes), _rounded(span.longest_minutes)],
    }


def _range(span: Range | None) -> list[float | None] | None:
    return None if span is None else [_rounded(span.low), _rounded(span.high)]


def _dead_end(found: DeadEnd) -> dict[str, Any]:
    return {
        "question": found.question,
        "item": found.item,
        "choice": found.choice,
        "reason": found.reason,
        "steps": [{"competence": step.competence, "level": step.level} for step in found.steps],
    }


def _texts(state: TextState) -> dict[str, Any] | None:
    if state.is_missing:
        return None
    return {
        "missing": list(state.missing),
        "stale": list(state.stale),
        "ease": _rounded(state.ease),
        "hardest": [{"text": text.place, "ease": _rounded(text.ease)} for text in state.hardest],
    }
