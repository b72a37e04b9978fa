"""Competence levels from 0 to 4, from every question and item that tells about them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm

from desktop.answers import AnswerSheet, Facts, Visibility, visibility
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, Questionnaire
from desktop.scores.sums import total
from desktop.scores.worth import ONE, UNANSWERED, ZERO, Worth, items, worth

LEAST_EVIDENCE = Fraction(1, 6)
"""How much of a question must tell about a competence before it is assessed."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A question, or one item of it, that tells about a competence; full marks show level `ceiling` (1-4).

    `share` is the item's part of the question's points, 1 for a whole question.
    """

    questionnaire: str
    question: str
    item: str | None
    ceiling: int
    worth: Worth
    share: Fraction = ONE


@dataclass(frozen=True, slots=True)
class CompetenceScore:
    """A competence from 0 to 4 as an interval; `level` counts reached bounds, None while nothing tells."""

    competence: str
    low: Fraction
    headline: Fraction | None
    high: Fraction
    level: int | None
    evidence: tuple[Evidence, ...]

    def weak_evidence(self, level: int) -> tuple[Evidence, ...]:
        """The answered evidence that could show a level (1-4) and does not.

        What would add most to the level comes first; among equals what can hardly show more, for it is the
        nearest to do. Where all that could show the level does, the rest that is below its best.
        """
        below = [
            (part, part.ceiling * part.worth.headline)
            for part in self.evidence
            if part.worth.headline is not None and part.worth.headline < 1
        ]
        missing = [(part, shown) for part, shown in below if shown < level <= part.ceiling]
        ordered = sorted(
            missing or below,
            key=lambda found: (-found[0].share * min(ONE, level - found[1]), found[0].ceiling),
        )
        return tuple(part for part, _ in ordered)


def score_competences(
    questionnaires: Iterable[Questionnaire], sheet: AnswerSheet, facts: Facts, bounds: tuple[int, ...]
) -> dict[str, CompetenceScore]:
    """The score of each competence that any shown question tells about.

    `bounds` are the scores on 0-100 from which the levels 1 to 4 begin. A shared item counts once. Evidence
    of ceiling c and share s shows c times s levels. The value adds up, for each level from 1 to 4, the share
    of the evidence able to show that level that does show it, weighted by ceilings and by the share of their
    question: full marks on a question of ceiling 2 alone show level 2; all ticks of a list together count as
    one question. What makes up less than a sixth of a question does not assess a competence.

    A follow-up that a better answer would open counts as its worst answer for what its opener tells about
    too: else that better answer could lower the level.
    """
    found: dict[str, list[Evidence]] = {}
    seen: set[QuestionKey] = set()
    for questionnaire in questionnaires:
        asked = visibility(questionnaire, sheet, facts)
        for question in asked.shown:
            if question.key in seen:
                continue
            seen.add(question.key)
            for competence, evidence in _evidence(questionnaire.id, question, sheet):
                found.setdefault(competence, []).append(evidence)
            for competence, evidence in _hidden_evidence(questionnaire, question, sheet, asked):
                found.setdefault(competence, []).append(evidence)
    return _assessed(found, bounds)


def answered_alone(
    scores: Mapping[str, CompetenceScore], bounds: tuple[int, ...]
) -> dict[str, CompetenceScore]:
    """The same scores from what was answered alone: only "don't know" leaves an interval.

    What is then too little to assess a competence is left out.
    """
    answered = {
        name: [part for part in found.evidence if part.worth.headline is not None]
        for name, found in scores.items()
    }
    return _assessed(answered, bounds)


def _assessed(found: Mapping[str, list[Evidence]], bounds: tuple[int, ...]) -> dict[str, CompetenceScore]:
    return {
        name: _scored(name, tuple(parts), bounds)
        for name, parts in found.items()
        if total(part.share for part in parts) >= LEAST_EVIDENCE
    }


def _evidence(questionnaire: str, question: Question, sheet: AnswerSheet) -> Iterator[tuple[str, Evidence]]:
    answer = sheet.get(question.key)
    whole = worth(question, answer, unanswered_counts_zero=False) if question.competences else None
    if whole is not None:
        for competence, ceiling in question.competences.items():
            yield competence, Evidence(questionnaire, question.id, None, ceiling, whole)
    told: dict[str, Mapping[str, int]] = {row.id: row.competences for row in question.rows}
    told |= {choice.id: choice.competences for choice in question.choices}
    for item in items(question, answer):
        if item.id is None or item.worth is None:
            continue
        for competence, ceiling in told[item.id].items():
            yield competence, Evidence(questionnaire, question.id, item.id, ceiling, item.worth, item.share)


def _hidden_evidence(
    questionnaire: Questionnaire, opener: Question, sheet: AnswerSheet, asked: Visibility
) -> Iterator[tuple[str, Evidence]]:
    """What follow-ups that are not asked yet would tell about the competences of their opener."""
    known = worth(opener, sheet.get(opener.key), unanswered_counts_zero=False)
    if known is None:
        return
    is_known = known.low == known.high
    told = {name for name, _ in _evidence(questionnaire.id, opener, {})}
    for name in opener.follow_ups:
        if name in asked.closed:
            hidden = Worth(ZERO, ZERO, ZERO if is_known else ONE)
        elif name in asked.waiting:
            hidden = UNANSWERED
        else:
            continue
        for competence, evidence in _evidence(questionnaire.id, questionnaire.questions[name], {}):
            if competence in told:
                yield competence, replace(evidence, worth=hidden)


def _scored(name: str, evidence: tuple[Evidence, ...], bounds: tuple[int, ...]) -> CompetenceScore:
    low = _value((part.share, part.ceiling, part.worth.low) for part in evidence)
    high = _value((part.share, part.ceiling, part.worth.high) for part in evidence)
    answered = [
        (part.share, part.ceiling, part.worth.headline)
        for part in evidence
        if part.worth.headline is not None
    ]
    if not answered:
        return CompetenceScore(name, low, None, high, None, evidence)
    headline = _value(answered)
    return CompetenceScore(name, low, headline, high, level_of(headline, bounds), evidence)


def level_of(value: Fraction, bounds: tuple[int, ...]) -> int:
    """The level that a value from 0 to 4 reaches: how many bounds, which lie on 0-100."""
    return sum(25 * value >= bound for bound in bounds)


def _value(evidence: Iterable[tuple[Fraction, int, Fraction]]) -> Fraction:
    """Level by level, the weighted share of the evidence able to show it that does show it.

    In whole numbers over common denominators: fractions take ten times as long, felt where a hub counts.
    """
    parts = [
        (share.as_integer_ratio(), ceiling, worth.as_integer_ratio()) for share, ceiling, worth in evidence
    ]
    shares, whole = lcm(*(of for (_, of), _, _ in parts)), lcm(*(of for _, _, (_, of) in parts))
    weighed = [
        (ceiling, share * (shares // of) * ceiling, worth * (whole // under) * ceiling)
        for (share, of), ceiling, (worth, under) in parts
    ]
    value = ZERO
    for level in range(1, 5):
        able = [(weight, told - (level - 1) * whole) for ceiling, weight, told in weighed if ceiling >= level]
        of = sum(weight for weight, _ in able)
        if of:
            shown = sum(weight * min(whole, max(0, above)) for weight, above in able)
            value += Fraction(shown, of * whole)
    return value
