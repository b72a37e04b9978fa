"""Then and now on paper: what changed, what did not, and what cannot be compared."""

from dataclasses import replace
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_builders import a_dossier, an_earlier_round, the_library, usual_questionnaires
from report_reading import reader, squeezed, text_of

from desktop.dossier.progress import Change, last_round, progress_since
from desktop.report import build_pdf, progress_svg
from desktop.report.options import PrintOptions
from desktop.report.progress_words import Named, difference_in_words, figures, named_changes
from desktop.text import wording

ONLY = PrintOptions(parts=frozenset(["progress"]))
VALUES = st.none() | st.fractions(0, 100, max_denominator=7)


def _after(*earlier):
    return replace(a_dossier(), stage="T1", earlier=earlier)


def _older_check():
    """The technology check as it might have been: one question of its first dimension weighed twice."""
    check = the_library().questionnaires["technology-check"]
    section, *others = check.sections
    first, *rest = section.questions
    weighed = replace(section, questions=(replace(first, weight=2 * first.weight), *rest))
    return replace(check, version="0.9", hash="0" * 64, sections=(weighed, *others)), first.dimension


def _round_with_older_check():
    return an_earlier_round(questionnaires=[the_library().questionnaires["dma-sme"], _older_check()[0]])


def test_without_an_earlier_round_there_is_no_section(dossier):
    assert squeezed(wording("en")("Then and now")) not in text_of(build_pdf(dossier, "en"))


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_score_is_told_then_and_now_with_its_difference(language):
    dossier = _after(an_earlier_round())
    say = wording(language)

    text = text_of(build_pdf(dossier, language, ONLY))

    for each in progress_since(dossier.earlier[0], dossier).questionnaires:
        assert each.is_same_version
        for named in named_changes(each, say):
            assert squeezed("".join((named.name, *figures(named.change, say)))) in text


def test_the_same_answers_change_nothing():
    now = a_dossier()
    then = replace(an_earlier_round(), results=now.results, competences=now.competences)

    found = progress_since(then, now)

    changes = [*found.competences, *(change for each in found.questionnaires for change in each.changes)]
    assert changes
    assert all(change.is_comparable and not change.difference for change in changes)
    text = text_of(build_pdf(replace(now, earlier=(then,)), "en", ONLY))
    assert squeezed("Nothing that can be compared has changed.") in text


def test_only_the_dimension_whose_questions_changed_is_not_comparable():
    dossier = _after(_round_with_older_check())

    _, check = progress_since(dossier.earlier[0], dossier).questionnaires

    changed = _older_check()[1]
    assert [change.name for change in check.dimensions if not change.is_comparable] == [changed]
    assert not check.overall.is_comparable


def test_another_version_is_said_and_its_numbers_are_not_subtracted():
    text = text_of(build_pdf(_after(_round_with_older_check()), "en", ONLY))

    assert squeezed("The questionnaire went from version 0.9 to 1.0.") in text
    assert squeezed("not comparable") in text
    assert squeezed("Not comparable, because the level is based on") in text


def test_a_questionnaire_of_one_round_alone_is_named():
    quick = the_library().questionnaires["quick"]
    dossier = _after(an_earlier_round(questionnaires=[*usual_questionnaires(the_library()), quick]))

    text = text_of(build_pdf(dossier, "en", ONLY))

    assert squeezed(f"Answered only in T0: {quick.text('en').title}.") in text


def test_of_many_rounds_the_last_one_is_compared():
    first, second = (
        an_earlier_round(),
        replace(
            an_earlier_round(), stage="T1", answered_on=an_earlier_round().answered_on.replace(year=2026)
        ),
    )

    assert last_round(replace(a_dossier(), stage="T2", earlier=(second, first))) is second


def test_the_page_for_the_hub_names_the_round():
    page = reader(build_pdf(_after(an_earlier_round()), "en")).pages[1].extract_text()

    assert squeezed("T1, after T0 of 3 November 2025") in squeezed(page)


@given(VALUES, VALUES)
def test_the_difference_adds_up_with_the_numbers_beside_it(then, now):
    told = difference_in_words(Change("", then, now), wording("en")).replace("\N{MINUS SIGN}", "-")

    if then is None or now is None:
        assert told == "–"
    else:
        assert round(then) + int(told.replace("=", "0")) == round(now)


@pytest.mark.parametrize("is_dark", [False, True])
def test_the_window_gets_the_same_chart(is_dark):
    changes = [
        Named("Wort " * 12, Change("a", Fraction(20), Fraction(70))),
        Named("b", Change("b", None, Fraction(3), is_comparable=False)),
        Named("c", Change("c", Fraction(50), Fraction(50))),
    ]

    svg = progress_svg(changes, ("T0", "T1"), "en", is_dark=is_dark)

    ET.fromstring(svg)  # noqa: S314 - our own
    assert all(word in svg for word in (b"+50", b"T0", b"T1", b"Difference"))
