"""Answers in the words of their questionnaire."""

from report_builders import the_library

from desktop.answers import Reserved, answer_from_plain
from desktop.report.answer_words import answer_lines
from desktop.report.terms import month_in_words
from desktop.text import wording


def _lines(questionnaire_id, question_id, plain):
    questionnaire = the_library().questionnaires[questionnaire_id]
    question = questionnaire.questions[question_id]
    answer = plain if plain is None or isinstance(plain, Reserved) else answer_from_plain(question, plain)
    return answer_lines(question, questionnaire.text("en").questions[question_id], answer, wording("en"))


def test_missing_and_reserved_answers_are_said():
    assert _lines("technology-check", "backup", None) == ["not answered"]
    assert _lines("technology-check", "backup", Reserved.UNKNOWN) == ["don't know"]
    assert _lines("technology-check", "backup", Reserved.NOT_APPLICABLE) == ["does not apply"]


def test_no_tick_is_an_answer():
    assert _lines("technology-check", "protections", []) == ["nothing ticked"]


def test_rows_with_the_same_answer_share_a_line():
    rows = {"cad-cam": "testing", "iot": "testing", "mes": "unknown"}

    lines = _lines("dma-sme", "advanced-technologies", rows)

    assert len(lines) == 3
    assert any(line.startswith("<b>Don\N{RIGHT SINGLE QUOTATION MARK}t know:</b> ") for line in lines)


def test_rows_go_from_the_most_to_the_least_said_and_those_without_a_tick_are_named():
    rows = {"operations": ["planned"], "security": ["already", "planned"], "sales-service": []}

    lines = _lines("dma-sme", "invested-areas", rows)

    starts = ("<b>Already", "<b>Will invest", "<b>Neither of the two:</b>", "<b>Not answered:</b>")
    assert all(line.startswith(start) for line, start in zip(lines, starts, strict=True))


def test_months_of_the_catalogue_are_written_out():
    assert month_in_words("2026-06", wording("it")) == "giugno 2026"
    assert month_in_words("2026-06", wording("en")) == "June 2026"
    assert month_in_words("2026", wording("en")) == "2026"
