"""What was understood of an assessment, in words for its author: a few lines, or everything."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import groupby

from desktop.review.dead_ends import DeadEnd, Leads
from desktop.review.reach import Range, Reach
from desktop.review.reading_ease import FORMULA_NAMES
from desktop.review.reviewing import Review
from desktop.review.routes import Routes, Span
from desktop.review.texts import TextState

_TOO_MANY = "not known: conditions combine in too many ways to try them all"
_REASONS = {
    "no-competence": "names no competence",
    "not-needed": "no firm needs that level",
    "nothing-offered": "no course, quick win or service serves it",
}


def number(value: Fraction | float) -> str:
    """A number with at most one decimal."""
    return f"{round(float(value), 1):g}"


def summary(review: Review) -> Iterator[str]:
    """The assessment in three short lines."""
    questionnaire, routes, reach = review.questionnaire, review.routes, review.reach
    yield f"{questionnaire.id} {questionnaire.version}: {_questions(review)}; asked: {_span(routes.all)}"
    yield f"  scores: {_range(reach.overall, reach)}; levels: {_levels(reach, len(questionnaire.levels))}"
    eases = [f"{state.language} {_ease(state)}" for state in review.texts if not state.is_missing]
    leads = f"{_leading(review.leads)}; " if review.leads and review.leads.answers else ""
    yield f"  {leads}reading ease: {', '.join(eases)}"


def details(review: Review) -> Iterator[str]:
    """Everything that was understood of the assessment."""
    yield from summary(review)
    yield from _route_details(review.routes)
    for name, span in review.reach.dimensions.items():
        yield f"  dimension {name}: {_range(span, review.reach)}"
    yield f"  levels reached: {', '.join(review.reach.levels) or 'none'}"
    if review.reach.holes:
        yield f"  levels no answers reach: {', '.join(review.reach.holes)}"
    if review.leads is not None:
        yield from _dead_ends(review.leads.dead_ends)
    for state in review.texts:
        yield from _text_details(state)


def _questions(review: Review) -> str:
    found = review.questions
    questions = _counted(found.all, found.all, "question")
    below = _counted(found.follow_ups, found.follow_ups, "follow-up")
    return f"{questions} ({found.scored} scored, {below}, {found.shared} shared)"


def _span(span: Span | None) -> str:
    if span is None:
        return _TOO_MANY
    # Rounded up, as the window does with the minutes left.
    minutes = [-(-value // 1) for value in (span.shortest_minutes, span.longest_minutes)]
    return f"{_counted(span.fewest, span.most, 'question')}, {_counted(minutes[0], minutes[1], 'minute')}"


def _counted(low: int, high: int, noun: str) -> str:
    return f"{_between(str(low), str(high))} {noun if high == 1 else f'{noun}s'}"


def _between(low: str, high: str) -> str:
    return low if low == high else f"{low} to {high}"


def _range(span: Range | None, reach: Reach) -> str:
    if span is None:
        return "none"
    doubt = "" if reach.is_exact else " and perhaps beyond (too many ways to try them all)"
    return _between(number(span.low), number(span.high)) + doubt


def _levels(reach: Reach, count: int) -> str:
    if len(reach.levels) == count:
        return f"all {count} can be reached"
    text = f"{len(reach.levels)} of {count} can be reached"
    unknown = count - len(reach.levels) - len(reach.holes)
    return f"{text}, {unknown} not known" if unknown else text


def _leading(leads: Leads) -> str:
    served = leads.answers - len(leads.dead_ends)
    text = f"{served} of {leads.answers} answers below the best lead to a course, a quick win or a service"
    explained = sum(dead_end.is_explained for dead_end in leads.dead_ends)
    if not leads.dead_ends:
        return text
    return f"{text}, {explained} of the other {len(leads.dead_ends)} are explained"


def _ease(state: TextState) -> str:
    if state.ease is None:
        return "not measured"
    return f"{number(state.ease)} ({FORMULA_NAMES[state.language]})"


def _route_details(routes: Routes) -> Iterator[str]:
    yield f"  firm of 3 without IT people: {_span(routes.small)}"
    yield f"  firm of 80 with IT people: {_span(routes.large)}"
    if routes.never_shown:
        yield f"  never asked: {', '.join(routes.never_shown)}"


def _dead_ends(found: Iterable[DeadEnd]) -> Iterator[str]:
    """Question by question, and for each reason the answers it holds for."""

    def place(dead_end: DeadEnd) -> tuple[str, str]:
        steps = ", ".join(f"{step.competence} level {step.level}" for step in dead_end.steps)
        note = f". {dead_end.note}" if dead_end.note else ""
        return dead_end.question, f"{_REASONS[dead_end.reason]}{f' ({steps})' if steps else ''}{note}"

    for (question, why), group in groupby(found, key=place):
        answers = ", ".join("/".join(filter(None, (end.item, end.choice))) for end in group)
        yield f"  leads nowhere: {question} {answers}: {why}"


def _text_details(state: TextState) -> Iterator[str]:
    if state.is_missing:
        yield f"  {state.language}: no texts"
        return
    missing = f"missing: {', '.join(state.missing)}" if state.missing else "nothing missing"
    stale = f"stale: {', '.join(state.stale)}" if state.stale else "nothing stale"
    yield f"  {state.language}: {missing}; {stale}; reading ease {_ease(state)}"
    for text in state.hardest:
        yield f"    hardest: {text.place} {number(text.ease)}"
