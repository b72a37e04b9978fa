"""Why each course is in the plan, in words: the answers behind it, the loss without it, the next best."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.dossier import Dossier
from desktop.dossier.course_reasons import courses_together, weak_answers
from desktop.dossier.quick_wins import answers_behind
from desktop.text import Wording

_ANSWERS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Why:
    """The answers with their questions; a sentence for what would be lost, others for the next best."""

    answers: tuple[str, ...]
    loss: str
    next_best: tuple[str, ...]


def why_in_words(dossier: Dossier, wording: Wording) -> Mapping[str, Why]:
    """The reasons of every course of a plan with its alternatives, by the course's id."""
    from desktop.report.answer_words import evidence_in_words
    from desktop.report.reasons import loss_in_words, next_best_in_words

    found = {}
    for card in courses_together(dossier.plan):
        evidence = weak_answers(card, dossier, _ANSWERS_SHOWN)
        answers = tuple(evidence_in_words(evidence, dossier, wording))
        loss = loss_in_words(card, dossier.plan, wording)
        next_best = tuple(next_best_in_words(card, dossier, wording))
        found[card[0].course.id] = Why(answers, loss, next_best)
    return found


def answers_behind_wins(dossier: Dossier, wording: Wording) -> Mapping[str, tuple[str, ...]]:
    """The answers that ask for each quick win, by the action's id."""
    from desktop.report.answer_words import evidence_in_words

    questionnaires = dossier.library.questionnaires
    found = {}
    for win in dossier.quick_wins:
        evidence = answers_behind(win, dossier.competences, questionnaires, _ANSWERS_SHOWN)
        found[win.action.id] = tuple(evidence_in_words(evidence, dossier, wording))
    return found
