"""What a review warns of, and what it says of answers that lead nowhere."""

from dataclasses import replace

import pytest
from msgspec import structs

from desktop.content.catalogues.advice import Advice
from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_reading import read_catalogue
from desktop.errors import Problem
from desktop.planning import Step
from desktop.review.dead_ends import Leads, Offer, find_leads
from desktop.review.findings import find_warnings
from desktop.review.reviewing import review
from desktop.review.unused_advice import find_unused_advice
from desktop.review.unused_courses import find_unused
from tests.builders import RESOURCES, a_questionnaire, a_reading, a_structure, shipped, texts_for, with_texts

TOOL = "kind: one, choices: [{id: none, points: 0}, {id: some, points: 1}, {id: many, points: 2}]"
TAUGHT = f"      - {{id: tool, competences: {{cyber-backup: 2}}, {TOOL}}}\n"
STEPS_OF_BACKUP = {Step("cyber-backup", 1), Step("cyber-backup", 2)}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(RESOURCES / "catalogue")[0]


def warnings_of(structure: str, **texts: str) -> list[Problem]:
    reading = a_reading(with_texts(structure) | {f"small.{name}.yaml": text for name, text in texts.items()})
    found = review(reading.questionnaires["small"], reading.sources, None)
    return list(find_warnings(found, reading.sources["small"]))


def codes(structure: str) -> list[str]:
    return [problem.code for problem in warnings_of(structure)]


def leads_of(questions: str, catalogue: Catalogue) -> Leads:
    return find_leads(a_questionnaire(a_structure(questions)), Offer.of(catalogue))


def test_a_question_nobody_can_be_asked_is_told_with_its_line() -> None:
    when = "{all: [{company: headcount, at_least: 50}, {company: size_class, in: [micro]}]}"
    questions = f"{TAUGHT}      - {{id: lost, weight: 0, when: {when}, {TOOL}}}\n"
    found = [problem for problem in warnings_of(a_structure(questions)) if problem.code == "Q038"]
    assert [(problem.is_warning, "`lost` is never asked" in str(problem.sentence)) for problem in found] == [
        (True, True)
    ]
    assert found[0].line > 1


def test_a_question_hidden_by_each_choice_that_could_lead_to_it_is_never_asked() -> None:
    gate = "      - {id: gate, weight: 0, kind: one, choices: [{id: a}, {id: b}]}\n"
    when = "{all: [{question: gate, in: [a]}, {question: gate, in: [b]}]}"
    questions = f"{gate}{TAUGHT}      - {{id: lost, weight: 0, when: {when}, {TOOL}}}\n"
    assert "Q038" in codes(a_structure(questions))
    assert "Q038" not in codes(a_structure(questions.replace("all:", "any:")))


def test_a_level_nobody_reaches_is_told() -> None:
    found = [str(problem.sentence) for problem in warnings_of(a_structure(TAUGHT)) if problem.code == "Q039"]
    assert len(found) == 1
    assert "`good`" in found[0]


def test_a_scored_question_without_competences_is_told() -> None:
    assert "Q040" in codes(a_structure())
    assert "Q040" not in codes(a_structure(TAUGHT))


def test_texts_hard_to_read_are_told_with_the_hardest() -> None:
    sentence = "Implementazione dell'infrastruttura organizzativa interdipartimentale " * 40
    structure = a_structure(TAUGHT)
    texts = texts_for(structure, "it").replace("summary: summary", f"summary: {sentence.strip()}.")
    found = [problem for problem in warnings_of(structure, it=texts) if problem.code == "T009"]
    assert len(found) == 1
    assert "Gulpease" in str(found[0].sentence)
    assert "`summary`" in str(found[0].sentence)


def test_an_answer_leads_to_a_course_or_says_why_not(catalogue: Catalogue) -> None:
    assert leads_of(TAUGHT, catalogue).dead_ends == ()
    courses_alone = replace(catalogue, advice=Advice())
    green = leads_of(TAUGHT.replace("cyber-backup: 2", "digital-green: 2"), courses_alone)
    assert [dead_end.reason for dead_end in green.dead_ends] == ["nothing-offered"] * 2
    assert not any(dead_end.is_explained for dead_end in green.dead_ends)
    steps = TAUGHT.replace("cyber-backup: 2", "quantum-safety: 4").replace("points: 2", "points: 1.5")
    assert [dead_end.reason for dead_end in leads_of(steps, catalogue).dead_ends] == ["not-needed"]
    alone = leads_of(TAUGHT.replace("competences: {cyber-backup: 2}, ", ""), catalogue)
    assert [dead_end.reason for dead_end in alone.dead_ends] == ["no-competence"] * 2


@pytest.mark.parametrize("kind", ["actions", "services"])
def test_an_answer_leads_to_a_quick_win_or_a_service_too(catalogue: Catalogue, kind: str) -> None:
    alone = replace(catalogue, courses={}, advice=Advice(**{kind: getattr(catalogue.advice, kind)}))
    assert leads_of(TAUGHT.replace("cyber-backup: 2", "digital-green: 2"), alone).dead_ends == ()


def test_an_author_says_why_answers_lead_nowhere(catalogue: Catalogue) -> None:
    told = TAUGHT.replace("competences: {cyber-backup: 2}", "leads_nowhere: Only asked for the statistics.")
    reading = a_reading(with_texts(a_structure(told)))
    found = review(reading.questionnaires["small"], reading.sources, Offer.of(catalogue))
    assert found.leads is not None
    assert [dead_end.note for dead_end in found.leads.dead_ends] == ["Only asked for the statistics."] * 2
    assert all(dead_end.is_explained for dead_end in found.leads.dead_ends)


def test_a_reason_that_explains_nothing_is_told(catalogue: Catalogue) -> None:
    idle = TAUGHT.replace("{id: some, points: 1}", "{id: some, points: 1, leads_nowhere: Never mind.}")
    reading = a_reading(with_texts(a_structure(idle)))
    found = review(reading.questionnaires["small"], reading.sources, Offer.of(catalogue))
    warnings = list(find_warnings(found, reading.sources["small"]))
    assert [str(problem.sentence) for problem in warnings if problem.code == "Q041"] == [
        "question `tool`: `leads_nowhere` of `some` explains nothing: the answers lead somewhere; remove it"
    ]


def test_advice_that_no_assessment_leads_to_is_told(catalogue: Catalogue) -> None:
    actions = catalogue.advice.actions.values()
    found = {each.entry: each.reason for each in find_unused_advice(actions, catalogue, STEPS_OF_BACKUP)}
    assert "first-copy" not in found
    assert found["map-entry"] == "not-asked"
    assert found["what-first-again"] == "no-answer"
    too_small = [structs.replace(catalogue.advice.actions["what-first-again"], sizes=("micro",))]
    assert [each.reason for each in find_unused_advice(too_small, catalogue, STEPS_OF_BACKUP)] == [
        "not-needed"
    ]


def test_courses_are_unused_where_nothing_asks_for_them(catalogue: Catalogue) -> None:
    backup = {course.course for course in find_unused(catalogue, [a_questionnaire(a_structure(TAUGHT))])}
    everything = {course.course for course in find_unused(catalogue, shipped().values())}
    assert everything < backup
    for name in set(catalogue.courses) - backup:
        assert catalogue.courses[name].offer == "catalogue" or catalogue.courses[name].teaches
    reasons = {course.reason for course in find_unused(catalogue, ())}
    assert reasons == {"not-asked"}
