"""Which questionnaire a firm should go on with: whatever tells most of what it needs and nobody has asked."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.answers import Answer, Chosen, Reserved
from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.library import read_library
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.scores import score_competences
from desktop.workspace import Deeper, Firm
from desktop.workspace.deepening import not_asked, ways_deeper
from tests.builders import (
    ASSESSMENTS,
    HEAD,
    RESOURCES,
    a_company,
    a_questionnaire,
    a_structure,
    best_answers,
    shipped,
)
from tests.examples import examples

ORDER = ("quick", "technology-check", "dma-sme", "ai", "cloud", "cybersecurity", "quantum")
QUICK = tuple(shipped()["quick"].questions.values())


@cache
def the_catalogue() -> Catalogue:
    return read_library(ASSESSMENTS, RESOURCES).catalogue


@pytest.fixture
def catalogue() -> Catalogue:
    return the_catalogue()


def quick_answers(choice: int = 0) -> dict[QuestionKey, Answer]:
    return {question.key: Chosen(question.choices[choice].id) for question in QUICK}


def ways(catalogue: Catalogue, firm: Firm, *asked: str) -> dict[str, Deeper]:
    found = shipped()
    others = [found[name] for name in ORDER if name not in asked]
    listed = ways_deeper(firm, tuple(found[name] for name in asked), others, catalogue)
    return {way.questionnaire.id: way for way in listed}


@pytest.mark.parametrize("choice", [0, 1, -1])
@pytest.mark.parametrize("headcount", [1, 5, 24, 120])
def test_after_the_quick_check_the_broadest_comes_first(
    catalogue: Catalogue, choice: int, headcount: int
) -> None:
    found = ways(catalogue, Firm(a_company(headcount=headcount), quick_answers(choice)), "quick")
    first = next(iter(found.values()))
    assert first.questionnaire.id == "technology-check"
    assert first.progress.answered == 8
    assert first.open == first.progress.shown - 8
    assert "cyber-devices" in first.known
    assert "cyber-backup" in first.firmer


def test_what_the_round_asks_already_adds_nothing(catalogue: Catalogue) -> None:
    firm = Firm(a_company(), quick_answers())
    alone, with_quick = ways(catalogue, firm, "technology-check"), ways(catalogue, firm, "quick")
    assert set(alone["cybersecurity"].known) < set(with_quick["cybersecurity"].known)


def test_a_topic_told_by_two_certain_answers_is_firm_and_by_an_unknown_one_is_not(
    catalogue: Catalogue,
) -> None:
    backup = shipped()["quick"].questions["backup"].key
    sheet = {**quick_answers(), **best_answers(shipped()["technology-check"])}
    for answers, is_firm in ((sheet, True), ({**sheet, backup: Reserved.UNKNOWN}, False)):
        found = ways(catalogue, Firm(a_company(), answers), "quick", "technology-check", "dma-sme")
        assert ("cyber-backup" not in found["cybersecurity"].firmer) is is_firm


def test_only_what_the_company_needs_counts(catalogue: Catalogue) -> None:
    firm = Firm(a_company(), {})
    for way in ways(catalogue, firm, "quick").values():
        assert all(catalogue.target_level(name, firm.company) > 0 for name in (*way.known, *way.firmer))


def test_what_tells_less_than_it_takes_is_not_worth_asking(catalogue: Catalogue) -> None:
    quantum = ways(catalogue, Firm(a_company(), quick_answers()), "quick")["quantum"]
    assert quantum.open > 0
    assert not quantum.is_worth_asking


def test_in_the_end_nothing_more_is_worth_asking(catalogue: Catalogue) -> None:
    """Whoever follows the advice comes to an end without being sent through everything."""
    sheet, asked = quick_answers(), ["quick"]
    while True:
        first = next(iter(ways(catalogue, Firm(a_company(), sheet), *asked).values()), None)
        if first is None or not first.is_worth_its_minutes:
            break
        asked.append(first.questionnaire.id)
        sheet = {**best_answers(first.questionnaire), **sheet}
    assert asked[1] == "technology-check"
    assert "quantum" not in asked


def test_one_that_tells_of_no_competence_comes_last_and_is_offered_all_the_same(catalogue: Catalogue) -> None:
    own = a_questionnaire(a_structure())
    found = ways_deeper(Firm(a_company(), {}), (), (own, shipped()["quick"]), catalogue)
    assert [way.questionnaire.id for way in found] == ["quick", own.id]
    assert found[1].value == 0
    assert found[1].is_worth_asking
    assert not found[1].is_worth_its_minutes


def test_of_equals_the_order_given_stays(catalogue: Catalogue) -> None:
    pair = tuple(a_questionnaire(a_structure(head=HEAD.replace("small", name))) for name in ("ours", "also"))
    for others in (pair, pair[::-1]):
        found = ways_deeper(Firm(a_company(), {}), (), others, catalogue)
        assert [way.questionnaire.id for way in found] == [each.id for each in others]


@examples(30)
@given(st.lists(st.integers(-1, 2), min_size=12, max_size=12), st.integers(1, 300))
def test_what_is_promised_to_become_known_does(choices: list[int], headcount: int) -> None:
    catalogue = the_catalogue()
    answered = {
        question.key: Chosen(question.choices[choice].id)
        for question, choice in zip(QUICK, choices, strict=True)
        if choice >= 0
    }
    firm = Firm(a_company(headcount=headcount), answered)
    for way in ways(catalogue, firm, "quick").values():
        sheet = {**best_answers(way.questionnaire), **answered}
        after = score_competences(
            (shipped()["quick"], way.questionnaire), sheet, firm.facts, catalogue.competence_bounds
        )
        before = score_competences((shipped()["quick"],), answered, firm.facts, catalogue.competence_bounds)
        assert not set(way.known) & set(before)
        assert not set(way.known) & set(way.firmer)
        assert all(after[name].level is not None for name in way.known)


def test_a_topic_is_asked_once_something_was_answered_about_it(catalogue: Catalogue) -> None:
    quick, company = (shipped()["quick"],), a_company()
    before = not_asked(Firm(company, {}), quick, catalogue)
    after = not_asked(Firm(company, quick_answers()), quick, catalogue)
    assert set(before) - set(after) >= {"cyber-backup", "cyber-fraud", "digital-sales"}
    assert "cyber-devices" in after
