"""Nothing lies over anything else, leaves the page or is too small to read, whatever is printed."""

from dataclasses import replace
from functools import cache

import msgspec
import pytest
from page_boxes import boxes_of, overlapping
from plan_variants import a_variant
from report_builders import a_dossier, an_earlier_round, the_library
from report_reading import reader, squeezed

from desktop.answers import Facts, Text
from desktop.dossier import assess
from desktop.report import build_pdf, style
from desktop.report.options import PrintOptions

_LEAST = 7.49
LONG_NAME = "Pasticceria e Panificio dei Fratelli Quattordicivolte " * 4
LONG_WORD = "Donaudampfschiffahrtselektrizitaetenhauptbetriebswerkbauunte"


def _with_long_names():
    dossier = a_dossier(name=LONG_NAME[:200])
    contact = msgspec.structs.replace(dossier.company.contact, name=LONG_NAME[:200], role=LONG_WORD)
    company = msgspec.structs.replace(dossier.company, contact=contact)
    course = dossier.plan.courses[0].course
    titled = msgspec.structs.replace(course, title=f"{LONG_WORD} {LONG_NAME}"[:200])
    courses = tuple(
        replace(planned, course=titled) if planned.course is course else planned
        for planned in dossier.plan.courses
    )
    notes = dossier.library.questionnaires["technology-check"].questions["notes"]
    return replace(
        dossier,
        company=company,
        plan=replace(dossier.plan, courses=courses),
        sheet={**dossier.sheet, notes.key: Text(f"{LONG_WORD * 3} {LONG_WORD}")},
    )


def _with_many_questionnaires():
    dossier = a_dossier()
    facts = Facts.of(dossier.company)
    results = tuple(assess(each, dossier.sheet, facts) for each in the_library().questionnaires.values())
    return replace(dossier, results=(*results, *dossier.results))


CASES = {
    "usual": a_dossier,
    "then and now": lambda: replace(a_dossier(), stage="T1", earlier=(an_earlier_round(),)),
    "long names": _with_long_names,
    "forty courses": lambda: a_dossier(courses=20),
    "ten questionnaires": _with_many_questionnaires,
    "no hub": lambda: a_dossier(hub=None),
}


@pytest.fixture(scope="module", params=CASES)
def printed(request):
    return request.param, _printed(request.param)


@cache
def _printed(name):
    return boxes_of(build_pdf(CASES[name](), "it"))


def test_no_word_lies_over_another(printed):
    assert [pair for page in printed[1] for pair in overlapping(page)] == []


def test_no_word_leaves_the_page(printed):
    for page in printed[1]:
        for box in page:
            assert box.left >= style.MARGIN - 1, box
            assert box.right <= style.PAGE_WIDTH - style.MARGIN + 1, box
            assert box.bottom >= style.BOTTOM - 30, box
            assert box.top <= style.PAGE_HEIGHT - style.MARGIN + 4, box


def test_no_letter_is_too_small_to_read(printed):
    """Cover and officer's page must be one page each: they alone are made smaller, where they have to be."""
    name, pages = printed
    must_be_one_page = 2 if name in {"long names", "ten questionnaires"} else 0
    for page in pages[must_be_one_page:]:
        assert [box for box in page if box.size < _LEAST] == []


def test_no_page_but_the_last_ends_a_third_empty(printed):
    *pages, _, _ = printed[1]  # the last one, and the sheet to sign

    for page in pages[2:]:
        lowest = min(box.bottom for box in page if box.bottom > style.BOTTOM - 5)
        assert lowest < style.BOTTOM + style.HEIGHT * 0.34


@pytest.mark.parametrize("name", ["bakery", "workshop", "tourism"])
def test_no_page_of_an_example_ends_a_fifth_empty_where_more_follows(name):
    *pages, _ = boxes_of(a_variant(name))
    last_of_plan = next(page for page in pages if "calcoli" in {box.text for box in page})

    for page in (page for page in pages[1:] if page is not last_of_plan):
        lowest = min(box.bottom for box in page if box.bottom > style.BOTTOM - 5)
        assert lowest < style.BOTTOM + style.HEIGHT * 0.2


@pytest.mark.parametrize("language", ["it", "en"])
def test_questions_and_answers_are_printed_in_their_order(dossier, language):
    options = PrintOptions(parts=frozenset(["answers"]))
    pages = reader(build_pdf(dossier, language, options)).pages
    text = squeezed("".join(page.extract_text() for page in pages[1:]))

    for result in dossier.results:
        words = result.questionnaire.text(language)
        _, _, text = text.partition(squeezed(words.title))
        for dimension in dict.fromkeys(question.dimension for question in result.shown):
            for question in (each for each in result.shown if each.dimension == dimension):
                _, found, text = text.partition(squeezed(words.questions[question.id].text))
                assert found, question.id


def test_without_any_part_the_cover_alone_is_printed(dossier):
    nothing = build_pdf(dossier, "en", PrintOptions(parts=frozenset()))

    assert len(reader(nothing).pages) == 1
