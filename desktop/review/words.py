"""What was understood of an assessment, in words for its author: a few lines, or everything."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import groupby

from desktop.review.dead_ends import DeadEnd, Leads, Reason
from desktop.review.reach import Range, Reach
from desktop.review.reading_ease import FORMULA_NAMES
from desktop.review.reviewing import Review
from desktop.review.routes import Routes, Span
from desktop.review.texts import TextState
from desktop.text import Sentence, Wording, say

_REASONS: Mapping[Reason, Sentence] = {
    "no-competence": say("names no competence"),
    "not-needed": say("no company needs that level"),
    "nothing-offered": say("no course, quick win or service serves it"),
}


def summary(review: Review, words: Wording) -> Iterator[str]:
    """The assessment in three short lines."""
    questionnaire, reach = review.questionnaire, review.reach
    yield words(
        "{name}: {questions}; asked: {asked}",
        name=f"{questionnaire.id} {questionnaire.version}",
        questions=_questions(review, words),
        asked=_span(review.routes.all, words),
    )
    scores, levels = _range(reach.overall, reach, words), _levels(reach, len(questionnaire.levels), words)
    yield "  " + words("scores: {scores}; levels: {levels}", scores=scores, levels=levels)
    leads = [_leading(review.leads, words)] if review.leads and review.leads.answers else []
    yield "  " + "; ".join((*leads, _eases(review.texts, words)))


def details(review: Review, words: Wording) -> Iterator[str]:
    """Everything that was understood of the assessment."""
    yield from summary(review, words)
    for line in _understood(review, words):
        yield f"  {line}"


def _understood(review: Review, words: Wording) -> Iterator[str]:
    reach = review.reach
    yield from _routes(review.routes, words)
    for name, span in reach.dimensions.items():
        yield words("dimension {name}: {scores}", name=name, scores=_range(span, reach, words))
    yield words("levels reached: {names}", names=", ".join(reach.levels) or words("none"))
    if reach.holes:
        yield words("levels no answers reach: {names}", names=", ".join(reach.holes))
    if review.leads is not None:
        yield from _dead_ends(review.leads.dead_ends, words)
    for state in review.texts:
        yield from _texts(state, words)


def _questions(review: Review, words: Wording) -> str:
    found = review.questions
    below = words.plural("{count} follow-up", "{count} follow-ups", found.follow_ups)
    return words(
        "{questions} ({scored} scored, {below}, {shared} shared)",
        questions=words.plural("{count} question", "{count} questions", found.all),
        scored=found.scored,
        below=below,
        shared=found.shared,
    )


def _span(span: Span | None, words: Wording) -> str:
    if span is None:
        return words("not known: conditions combine in too many ways to try them all")
    # Rounded up, as the window does with the minutes left.
    shortest, longest = (int(-(-value // 1)) for value in (span.shortest_minutes, span.longest_minutes))
    most = words.plural("{count} question", "{count} questions", span.most)
    minutes = words.plural("{count} minute", "{count} minutes", longest)
    asked = most if span.fewest == span.most else words("{low} to {high}", low=span.fewest, high=most)
    time = minutes if shortest == longest else words("{low} to {high}", low=shortest, high=minutes)
    return f"{asked}, {time}"


def _number(value: Fraction | float, words: Wording) -> str:
    return words.number(Fraction(value), 1)


def _range(span: Range | None, reach: Reach, words: Wording) -> str:
    if span is None:
        return words("none")
    low, high = _number(span.low, words), _number(span.high, words)
    found = low if low == high else words("{low} to {high}", low=low, high=high)
    if reach.is_exact:
        return found
    return words("{scores} and perhaps beyond (too many ways to try them all)", scores=found)


def _levels(reach: Reach, count: int, words: Wording) -> str:
    if len(reach.levels) == count:
        return words("all {count} can be reached", count=count)
    found = words("{reached} of {count} can be reached", reached=len(reach.levels), count=count)
    unknown = count - len(reach.levels) - len(reach.holes)
    return words("{levels}, {unknown} not known", levels=found, unknown=unknown) if unknown else found


def _leading(leads: Leads, words: Wording) -> str:
    others = len(leads.dead_ends)
    found = words(
        "{leading} of {count} answers below the best lead to a course, a quick win or a service",
        leading=leads.answers - others,
        count=leads.answers,
    )
    explained = sum(dead_end.is_explained for dead_end in leads.dead_ends)
    if not others:
        return found
    return words(
        "{leads}, {explained} of the other {others} are explained",
        leads=found,
        explained=explained,
        others=others,
    )


def _eases(texts: Iterable[TextState], words: Wording) -> str:
    eases = [f"{state.language} {_ease(state, words)}" for state in texts if not state.is_missing]
    return words("reading ease: {eases}", eases=", ".join(eases))


def _ease(state: TextState, words: Wording) -> str:
    """A whole number, rounded down: finer ones would promise more than such formulas keep."""
    if state.ease is None:
        return words("not measured")
    return f"{int(state.ease)} ({FORMULA_NAMES[state.language]})"


def _routes(routes: Routes, words: Wording) -> Iterator[str]:
    yield words("company of 3 without IT people: {asked}", asked=_span(routes.small, words))
    yield words("company of 80 with IT people: {asked}", asked=_span(routes.large, words))
    if routes.never_shown:
        yield words("never asked: {names}", names=", ".join(routes.never_shown))


def _dead_ends(found: Iterable[DeadEnd], words: Wording) -> Iterator[str]:
    """Question by question, and for each reason the answers it holds for."""

    def place(dead_end: DeadEnd) -> tuple[str, str]:
        steps = ", ".join(
            words("{competence} level {level}", competence=step.competence, level=step.level)
            for step in dead_end.steps
        )
        reason = words.tell(_REASONS[dead_end.reason])
        note = f". {dead_end.note}" if dead_end.note else ""
        return dead_end.question, f"{reason} ({steps}){note}" if steps else f"{reason}{note}"

    for (question, why), group in groupby(found, key=place):
        answers = ", ".join("/".join(filter(None, (end.item, end.choice))) for end in group)
        yield words("leads nowhere: {question} {answers}: {why}", question=question, answers=answers, why=why)


def _texts(state: TextState, words: Wording) -> Iterator[str]:
    if state.is_missing:
        yield words("{language}: no texts", language=state.language)
        return
    missing = words("missing: {names}", names=", ".join(state.missing))
    stale = words("stale: {names}", names=", ".join(state.stale))
    yield words(
        "{language}: {missing}; {stale}; reading ease {ease}",
        language=state.language,
        missing=missing if state.missing else words("nothing missing"),
        stale=stale if state.stale else words("nothing stale"),
        ease=_ease(state, words),
    )
    for text in state.hardest:
        yield "  " + words("hardest: {place} {ease}", place=text.place, ease=_number(text.ease, words))
