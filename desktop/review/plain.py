"""Reviews as plain data for `check --json`, documented in docs/json.md; exact values rounded at the end."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from desktop.errors import Problem
from desktop.review.checking import CheckedFiles
from desktop.review.dead_ends import DeadEnd
from desktop.review.reach import Range
from desktop.review.reviewing import Review
from desktop.review.routes import Span
from desktop.review.texts import TextState
from desktop.review.unused_advice import UnusedAdviceByKind
from desktop.text import Sentence, Wording

FORMAT = 1


def checked_to_plain(
    checked: CheckedFiles, changes: Iterable[Sentence] | None, words: Wording
) -> dict[str, Any]:
    """Everything a check found wrong and everything it understood; sentences are in the language of `words`.

    `changes` say what changed since earlier versions, None where nothing was compared.
    """
    courses, advice = checked.unused_courses(), checked.unused_advice()
    return {
        "format": FORMAT,
        "errors": checked.errors,
        "warnings": len(checked.problems) - checked.errors,
        "problems": [_problem(problem, words) for problem in checked.problems],
        "assessments": [review_to_plain(review) for review in checked.reviews],
        "not_reviewed": list(checked.not_reviewed),
        "unused_courses": None
        if courses is None
        else [{"id": c.course, "reason": c.reason} for c in courses],
        "unused_actions": _unused(advice, "actions"),
        "unused_services": _unused(advice, "services"),
        "changes": None if changes is None else [words.tell(change) for change in changes],
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


def _problem(problem: Problem, words: Wording) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "code": problem.code,
        "is_warning": problem.is_warning,
        "sentence": words.tell(problem.sentence),
    }


def _unused(unused: UnusedAdviceByKind | None, kind: str) -> list[dict[str, str]] | None:
    return None if unused is None else [{"id": u.entry, "reason": u.reason} for u in unused[kind]]


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
        "note": found.note,
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
