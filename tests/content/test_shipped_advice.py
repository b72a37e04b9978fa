"""Every answer below the best leads somewhere, and the quick wins and services that are shipped say how."""

import pytest

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_reading import read_catalogue, read_network
from desktop.review import CheckedFiles, check_files
from desktop.review.reading_ease import reading_ease
from tests.builders import RESOURCES

PLAIN = 60
LONGEST_TITLE = 90


@pytest.fixture(scope="module")
def checked() -> CheckedFiles:
    return check_files(())


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(RESOURCES / "catalogue")[0]


def test_every_answer_below_the_best_leads_somewhere_or_says_why_not(checked: CheckedFiles) -> None:
    unexplained = [
        f"{found.questionnaire.id}/{end.question} {end.item or ''} {end.choice or ''}: {end.reason}"
        for found in checked.reviews
        for end in (found.leads.dead_ends if found.leads else ())
        if not end.is_explained
    ]
    assert unexplained == []


def test_everything_that_is_advised_can_be_reached(checked: CheckedFiles) -> None:
    assert checked.unused_advice() == {"actions": (), "services": ()}


def test_there_is_a_quick_win_for_every_competence(catalogue: Catalogue) -> None:
    served = {action.competence for action in catalogue.advice.actions.values()}
    assert served == set(catalogue.competences)
    assert len(catalogue.advice.actions) >= 70


def test_every_kind_of_help_is_given_by_some_hub(catalogue: Catalogue) -> None:
    hubs = read_network(RESOURCES / "network")[0].hubs.values()
    given = {service for hub in hubs for service in hub.services}
    for service in catalogue.advice.services.values():
        assert given & set(service.given_as), service.id


@pytest.mark.parametrize("language", ["it", "en"])
def test_advice_is_plain_to_read(catalogue: Catalogue, language: str) -> None:
    texts = catalogue.advice.action_texts[language]
    prose = [part for text in texts.values() for part in (*text.steps, text.proof, text.why)]
    services = catalogue.advice.service_texts[language].values()
    prose += [part for text in services for part in (text.about, text.bring, text.get)]
    ease = reading_ease(prose, language)
    assert ease is not None
    assert ease >= PLAIN
    assert [name for name, text in texts.items() if len(text.title) > LONGEST_TITLE] == []
