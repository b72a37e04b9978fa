"""What was understood of an assessment, gathered part by part."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.content.questionnaires.questionnaire_building import Source, placed_entries
from desktop.review.dead_ends import Leads, Notes, Offer, find_leads
from desktop.review.reach import Reach, find_reach
from desktop.review.routes import Routes, find_routes
from desktop.review.texts import TextState, find_text_states

MOST_TRIES = 5_000
"""Combinations tried for each part of a review: some seconds for the most tangled questionnaire."""


@dataclass(frozen=True, slots=True)
class Questions:
    """How many questions there are; shared ones are declared by another questionnaire."""

    all: int
    scored: int
    follow_ups: int
    shared: int


@dataclass(frozen=True, slots=True)
class Review:
    """What was understood of one assessment; `leads` is None where the catalogue cannot be read."""

    questionnaire: Questionnaire
    questions: Questions
    routes: Routes
    reach: Reach
    leads: Leads | None
    texts: tuple[TextState, ...]


def review(questionnaire: Questionnaire, sources: Mapping[str, Source], offer: Offer | None) -> Review:
    """What was understood of a questionnaire; `sources` are the files of its folder."""
    questions = questionnaire.questions.values()
    return Review(
        questionnaire,
        Questions(
            all=len(questions),
            scored=sum(question.is_scored for question in questions),
            follow_ups=sum(question.opened_by is not None for question in questions),
            shared=sum(not question.key.startswith(f"{questionnaire.id}/") for question in questions),
        ),
        find_routes(questionnaire, MOST_TRIES),
        find_reach(questionnaire, MOST_TRIES),
        None if offer is None else find_leads(questionnaire, offer, _notes(sources[questionnaire.id])),
        find_text_states(questionnaire, sources),
    )


def _notes(source: Source) -> Notes:
    """Why answers lead nowhere, as the structure file says it."""
    found: dict[tuple[str, str | None], str] = {}
    for placed in placed_entries(source.file):
        entry = placed.entry
        name = entry.id or ""
        if entry.leads_nowhere:
            found[name, None] = entry.leads_nowhere
        found |= {(name, each.id): each.leads_nowhere for each in entry.choices if each.leads_nowhere}
        found |= {(name, each.id): each.leads_nowhere for each in entry.rows if each.leads_nowhere}
    return found
