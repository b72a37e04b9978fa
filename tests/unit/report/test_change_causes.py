"""Where changes come from, in words and on paper: complete for those who cannot see a colour."""

from dataclasses import replace
from fractions import Fraction

import pytest
from report_builders import a_dossier, a_second_round, an_earlier_round
from report_reading import squeezed, text_of

from desktop.answers import Chosen
from desktop.comparing import Cause, QuestionChange, ScoreChange
from desktop.report import build_pdf
from desktop.report.change_words import cause_about, cause_name, change_sentences, difference, signed
from desktop.report.options import PrintOptions
from desktop.text import wording
from tests.builders import a_questionnaire, a_structure

ONLY = PrintOptions(parts=frozenset(["progress"]))
NOTHING = dict.fromkeys(Cause, Fraction(0))


def a_change(then: int, now: int, **parts: int) -> ScoreChange:
    told = {Cause[name.upper()]: Fraction(part) for name, part in parts.items()}
    return ScoreChange("", Fraction(then), Fraction(now), {**NOTHING, **told})


def sentences(change: ScoreChange, *questions: QuestionChange) -> list[str]:
    return list(change_sentences(change, questions, wording("en")))


def a_question_known(*, then: bool) -> QuestionChange:
    questionnaire = a_questionnaire(a_structure())
    question, some = questionnaire.questions["tool"], Chosen("some")
    before, after = (some, None) if then else (None, some)
    return QuestionChange(questionnaire, None, question, before, after, (Cause.KNOWN,))


@pytest.mark.parametrize("language", ["it", "en"])
def test_each_score_stands_on_paper_with_its_parts_and_their_sum(language: str) -> None:
    dossier, say = a_second_round(), wording(language)

    text = text_of(build_pdf(dossier, language, ONLY))

    assert squeezed(say("Where the changes come from")) in text
    assert squeezed(cause_about(Cause.KNOWN, say)) in text
    assert squeezed(cause_name(Cause.RESPONDENT, say)) not in text
    for found in dossier.earlier[0].changes:
        changed = [each for each in found.dimensions if any(each.parts.values())]
        assert changed
        names = found.now.text(language).dimensions
        for change in changed:
            assert squeezed(names[change.name].name) in text
            assert squeezed(signed(difference(change), say)) in text


def test_where_nothing_was_worked_out_nothing_is_said() -> None:
    dossier = replace(a_dossier(), stage="T1", earlier=(an_earlier_round(),))

    assert squeezed("Where the changes come from") not in text_of(build_pdf(dossier, "en", ONLY))


def test_a_gain_is_told_point_by_point() -> None:
    assert sentences(a_change(40, 49, known=4, real=5), a_question_known(then=False)) == [
        "4 of the 9 points come from questions you could not answer last time.",
        "5 of the 9 points come from what changed in the company.",
    ]


def test_parts_that_go_both_ways_are_told_with_their_signs() -> None:
    assert sentences(a_change(40, 43, questionnaire=-2, real=5)) == [
        "\N{MINUS SIGN}2: the questionnaire changed",
        "+5: what changed in the company",
    ]


def test_what_is_no_longer_known_is_not_called_unknown_then() -> None:
    assert sentences(a_change(40, 35, known=-5), a_question_known(then=True)) == [
        "All of it comes from one cause: questions answered last time and not this time."
    ]


def test_a_single_cause_is_told_as_such() -> None:
    assert sentences(a_change(40, 49, respondent=9)) == [
        "All of it comes from one cause: questions that somebody else answered."
    ]


def test_less_than_a_point_is_told_too() -> None:
    change = ScoreChange("", Fraction(40), Fraction(201, 5), {**NOTHING, Cause.REAL: Fraction(1, 5)})

    assert sentences(change) == ["less than a point: what changed in the company"]


def test_no_change_has_no_sentence() -> None:
    assert sentences(a_change(40, 40)) == []
    assert sentences(ScoreChange("", None, Fraction(3), {})) == []
