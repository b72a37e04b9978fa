"""Why each course is in the plan, in words: the answers behind it, the loss without it, the next best."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.dossier import Dossier
from desktop.dossier.course_reasons import courses_together, weak_answers
from desktop.planning import Plan, PlannedCourse
from desktop.text import Wording

_ANSWERS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Why:
    """The answers with their questions; a sentence for what would be lost, one for the next best choice."""

    answers: tuple[str, ...]
    loss: str
    next_best: str


def why_in_words(dossier: Dossier, wording: Wording) -> Mapping[str, Why]:
    """The reasons of every course of a plan with its alternatives, by the course's id."""
    from desktop.report.answer_words import evidence_in_words

    found = {}
    for card in courses_together(dossier.plan):
        evidence = weak_answers(card, dossier, _ANSWERS_SHOWN)
        answers = tuple(evidence_in_words(evidence, dossier, wording))
        loss = _loss(card, dossier.plan, wording)
        found[card[0].course.id] = Why(answers, loss, _next_best(card, dossier, wording))
    return found


def _loss(card: Sequence[PlannedCourse], plan: Plan, wording: Wording) -> str:
    lost = sum(planned.value for planned in card)
    return wording("The plan would be worth {share} less to you.", share=_share(lost, plan, wording))


def _next_best(card: Sequence[PlannedCourse], dossier: Dossier, wording: Wording) -> str:
    known = dossier.library.catalogue.courses
    replaced = [planned for planned in card if planned.alternative in known]
    if not replaced and any(planned.lost_with_alternative for planned in card):
        return wording("Nothing else in the catalogue replaces it within these limits.")
    if not replaced:
        return wording("The other courses can reach as much without it, but take more hours or money.")
    planned = replaced[0]
    title = known[planned.alternative or ""].title
    if not planned.lost_with_alternative:
        return wording(
            "In its place “{title}” would be worth as much, but take more hours or money.", title=title
        )
    share = _share(planned.lost_with_alternative, dossier.plan, wording)
    return wording("“{title}”; the plan would then be worth {share} less.", title=title, share=share)


def _share(points: int, plan: Plan, wording: Wording) -> str:
    """Points as a share of the whole plan, never rounded down to nothing."""
    percent = max(1, round(100 * points / max(1, plan.value)))
    return wording("{percent} %", percent=wording.number(percent))
