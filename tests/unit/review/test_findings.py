"""What a review warns of, and what it says of answers that lead to no course."""

import pytest

from desktop.content.catalogue import Catalogue
from desktop.content.catalogue_reading import read_catalogue
from desktop.errors import Problem
from desktop.review.dead_ends import Leads, Offer, find_leads
from desktop.review.findings import find_warnings
from desktop.review.reviewing import review
from desktop.review.unused_courses import find_unused
from tests.builders import RESOURCES, a_questionnaire, a_reading, a_structure, shipped, texts_for, with_texts

TOOL = "kind: one, choices: [{id: none, points: 0}, {id: some, points: 1}, {id: many, points: 2}]"
TAUGHT = f"      - {{id: tool, competences: {{cyber-backup: 2}}, {TOOL}}}\n"


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
    green = leads_of(TAUGHT.replace("cyber-backup: 2", "digital-green: 2"), catalogue)
    assert [dead_end.reason for dead_end in green.dead_ends] == ["no-course"] * 2
    steps = TAUGHT.replace("cyber-backup: 2", "quantum-safety: 4").replace("points: 2", "points: 1.5")
    assert [dead_end.reason for dead_end in leads_of(steps, catalogue).dead_ends] == ["not-needed"]
    alone = leads_of(TAUGHT.replace("competences: {cyber-backup: 2}, ", ""), catalogue)
    assert [dead_end.reason for dead_end in alone.dead_ends] == ["no-competence"] * 2


def test_courses_are_unused_where_nothing_asks_for_them(catalogue: Catalogue) -> None:
    backup = {course.course for course in find_unused(catalogue, [a_questionnaire(a_structure(TAUGHT))])}
    everything = {course.course for course in find_unused(catalogue, shipped().values())}
    assert everything < backup
    for name in set(catalogue.courses) - backup:
        assert catalogue.courses[name].offer == "catalogue" or catalogue.courses[name].teaches
    reasons = {course.reason for course in find_unused(catalogue, ())}
    assert reasons == {"not-asked"}
