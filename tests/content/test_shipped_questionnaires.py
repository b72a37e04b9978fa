"""Every questionnaire, catalogue and network file that is shipped is sound and in every language."""

import re
import time
from fractions import Fraction
from pathlib import Path

import pytest

from desktop.content.files.strict_yaml import read_yaml
from desktop.content.library import Library, check_library
from desktop.content.questionnaires.questionnaire_reading import structure_files
from desktop.dossier import assess
from desktop.review import check_files
from desktop.review.reach import Range
from desktop.scores import score
from desktop.text import LANGUAGES
from tests.builders import (
    ASSESSMENTS,
    DIMENSIONS,
    RESOURCES,
    a_questionnaire,
    a_structure,
    best_answers,
    some_facts,
)

IDS = [path.stem for path in structure_files(ASSESSMENTS)]
FILES = sorted([*ASSESSMENTS.glob("*.yaml"), *RESOURCES.rglob("*.yaml")])
AREAS = ("ai", "cloud", "cyber", "quantum")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_shipped_file_begins_with_a_remark_and_its_format(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")
    assert read_yaml(path).root["format"] == 1


@pytest.mark.parametrize("name", IDS)
def test_a_shipped_questionnaire_has_no_problem_and_no_warning(name: str) -> None:
    _, problems = check_library(ASSESSMENTS, RESOURCES)
    assert [str(problem) for problem in problems if Path(problem.file).name.startswith(f"{name}.")] == []


def test_nothing_that_is_shipped_has_a_problem() -> None:
    _, problems = check_library(ASSESSMENTS, RESOURCES)
    assert [str(problem) for problem in problems] == []


def test_what_is_understood_of_the_shipped_assessments_is_what_was_meant() -> None:
    checked = check_files(())
    assert [str(problem) for problem in checked.problems] == []
    assert [found.questionnaire.id for found in checked.reviews] == IDS
    for found in checked.reviews:
        assert found.routes.never_shown == ()
        assert found.reach.is_exact
        assert found.reach.overall == Range(Fraction(0), Fraction(100))
        assert set(found.reach.dimensions.values()) == {found.reach.overall}
        assert found.reach.levels == tuple(level.id for level in found.questionnaire.levels)
        for state in found.texts:
            assert not state.is_missing
            assert (state.missing, state.stale) == ((), ())


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_question_is_worded_in_every_language(library: Library, name: str, language: str) -> None:
    questionnaire = library.questionnaires[name]
    text = questionnaire.texts[language]
    assert text.title
    assert text.summary
    for question in questionnaire.questions.values():
        words = text.questions[question.id]
        assert words.text.endswith(("?", ".", ":")) or question.kind == "text", words.text
        assert words.why, question.id
        assert set(words.choices) == {choice.id for choice in question.choices}
        assert set(words.rows) == {row.id for row in question.rows}
        assert set(words.columns) == {column.id for column in question.columns}


@pytest.mark.parametrize("name", IDS)
def test_a_translation_differs_from_its_source(library: Library, name: str) -> None:
    questionnaire = library.questionnaires[name]
    source = questionnaire.text(questionnaire.source_language).questions
    for language in set(questionnaire.texts) - {questionnaire.source_language}:
        same = [
            key
            for key, words in questionnaire.texts[language].questions.items()
            if words.text == source[key].text
        ]
        assert same == []


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_each_band_of_a_dimension_is_told_in_at_most_two_sentences(
    library: Library, name: str, language: str
) -> None:
    for dimension in library.questionnaires[name].texts[language].dimensions.values():
        bands = (dimension.low, dimension.middle, dimension.high)
        assert len(set(bands)) == len(bands)
        assert all(len(re.findall(r"[.!?](?=\s|$)", told)) <= 2 for told in bands)


def test_the_european_assessment_has_eleven_questions_and_eighty_six_rows(library: Library) -> None:
    questions = library.questionnaires["dma-sme"].questions.values()
    ticks = [choice.id for question in questions if question.kind == "many" for choice in question.choices]
    rows = [row.id for question in questions for row in question.rows]
    assert len(questions) == 11
    assert len(rows) + len(ticks) - ticks.count("none") == 86


def test_every_question_of_the_quick_check_is_asked_by_a_deeper_questionnaire_too(library: Library) -> None:
    deeper = [each for each in library.questionnaires.values() if each.id != "quick" and not each.is_personal]
    asked = {question.key for each in deeper for question in each.questions.values()}
    assert {q.key for q in library.questionnaires["quick"].questions.values()} <= asked


def test_the_quick_check_asks_the_same_of_any_firm_and_calls_itself_a_first_look(library: Library) -> None:
    quick = library.questionnaires["quick"]
    for headcount in (1, 3, 80, 400):
        found = assess(quick, best_answers(quick), some_facts(headcount))
        assert len(found.shown) == 12
        assert found.is_first_look


def test_only_the_quick_check_is_a_first_look(library: Library) -> None:
    facts = some_facts()
    short = {each.id for each in library.questionnaires.values() if assess(each, {}, facts).is_first_look}
    assert short == {"quick"}


def test_the_technology_check_has_at_most_twenty_four_questions(library: Library) -> None:
    assert len(library.questionnaires["technology-check"].questions) == 24


@pytest.mark.parametrize("area", AREAS)
def test_the_technology_check_asks_about_every_competence_of_an_area(library: Library, area: str) -> None:
    questionnaire = library.questionnaires["technology-check"]
    asked = {
        name
        for q in questionnaire.questions.values()
        for part in (q, *q.choices, *q.rows)
        for name in part.competences
    }
    competences = {entry.id for entry in library.catalogue.competences.values() if entry.area == area}
    assert list(questionnaire.scored(area))
    assert competences <= asked


def test_every_competence_of_a_question_is_in_the_catalogue(library: Library) -> None:
    for questionnaire in library.questionnaires.values():
        parts = [part for q in questionnaire.questions.values() for part in (q, *q.choices, *q.rows)]
        assert {name for part in parts for name in part.competences} <= set(library.catalogue.competences)


def test_the_catalogue_has_226_courses_with_a_summary_in_every_language(library: Library) -> None:
    catalogue = library.catalogue
    assert len(catalogue.courses) == 226
    for language in LANGUAGES:
        assert {
            name for name in catalogue.courses if not catalogue.course_summaries[language].get(name)
        } == set()


@pytest.mark.parametrize("area", ["ai", "cloud", "cyber", "digital", "quantum"])
def test_every_area_has_competences_targets_and_a_first_course(library: Library, area: str) -> None:
    catalogue = library.catalogue
    competences = [entry.id for entry in catalogue.competences.values() if entry.area == area]
    taught = {
        name
        for course in catalogue.courses.values()
        for name, (needed, _) in course.teaches.items()
        if needed == 0
    }
    assert competences
    assert set(competences) <= set(catalogue.targets)
    assert taught & set(competences)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_competences_targets_and_sectors_are_named_in_every_language(library: Library, language: str) -> None:
    catalogue, network = library.catalogue, library.network
    assert set(catalogue.competence_texts[language].competences) == set(catalogue.competences)
    assert set(catalogue.target_texts[language]) == set(catalogue.targets)
    assert set(network.sector_texts[language].sectors) == set(network.sectors)
    assert language in network.hub_texts


@pytest.mark.parametrize(
    ("ateco", "section"),
    [("10.71", "C"), ("47", "G"), ("62.01.00", "J"), ("1", None), ("ab", None), ("", None)],
)
def test_an_ateco_code_has_its_section(library: Library, ateco: str, section: str | None) -> None:
    assert library.network.section_of(ateco) == section


def test_1300_questions_load_and_score() -> None:
    choices = "choices: [{id: none, points: 0}, {id: some, points: 1}, {id: all, points: 2}]"
    questions = "".join(f"      - {{id: q{index}, kind: one, {choices}}}\n" for index in range(1_300))
    start = time.process_time()
    questionnaire = a_questionnaire(a_structure(questions, dimensions=DIMENSIONS))
    found = score(questionnaire, best_answers(questionnaire), some_facts()).overall
    assert (len(questionnaire.questions), found.headline) == (1_300, 100)
    assert time.process_time() - start < 10


def test_questionnaires_and_courses_say_azienda_as_all_the_rest_does() -> None:
    """See docs/words.md; names given by others keep their own word."""
    names = re.compile(r"medie imprese \(DMA\)|Punto impresa digitale|[Ff]are impresa")
    files = [*ASSESSMENTS.glob("*.it.yaml"), *(RESOURCES / "catalogue").rglob("*.it.yaml")]
    assert len(files) > 10
    for file in files:
        assert not re.findall(r"(?i)\bimpres[ae]\b", names.sub("", file.read_text(encoding="utf-8"))), file
