"""A value of the wrong shape is refused with its line, what was expected, and what to write instead."""

import pytest

from desktop.content.files.decoding import decode, from_json, to_json
from desktop.content.files.strict_yaml import parse_yaml
from desktop.content.questionnaires.questionnaire_file import (
    Condition,
    QuestionnaireFile,
    QuestionnaireTextFile,
)
from desktop.errors import ContentError, Problem
from tests.builders import a_structure, texts_for


def refusal_of(text: str, shape: type = QuestionnaireFile) -> Problem:
    with pytest.raises(ContentError) as caught:
        decode(parse_yaml(text.encode(), "file.yaml"), shape)
    return caught.value.problems[0]


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "only words", "5", "[]", "null"])
def test_a_file_must_hold_entries(text: str) -> None:
    problem = refusal_of(text)
    assert (problem.line, problem.code) == (1, "F001")


@pytest.mark.parametrize(
    ("text", "line"), [("id: a\n", 1), ("id: a\nformat: 2\n", 2), ("format: '1'\n", 1), ("format: null\n", 1)]
)
def test_a_file_must_begin_with_its_format(text: str, line: int) -> None:
    problem = refusal_of(text)
    assert (problem.line, problem.code) == (line, "F002")


@pytest.mark.parametrize(
    ("written", "wrong", "code", "sentence"),
    [
        ("id: small", "id: 12", "F005", "id: expected a text, found a whole number; write it in quotes"),
        ("id: small", "id: true", "F005", "id: expected a text, found true or false; write it in quotes"),
        (
            'version: "1"',
            "version: 1.0",
            "F005",
            "version: expected a text, found a number with decimals; write it",
        ),
        ("languages: [it]", "languages: it", "F005", "languages: expected a list, found a text"),
        ("languages: [it]", "languages: [it, 5]", "F005", "languages[2]: expected a text"),
        ("{id: work}", "{id: work, weight: heavy}", "F005", "weight: expected a number, found a text"),
        ("{id: work}", "{id: work, weight: true}", "F005", "weight: expected a number, found"),
        ("{id: work}", "{id: work, weight: 1/0}", "F005", "weight: expected a number"),
        ("version:", "versoin:", "F003", "the entry `versoin` is not known; did you mean `version`?"),
        (
            "kind: one",
            "knid: one",
            "F003",
            "questions[1]: the entry `knid` is not known; did you mean `kind`?",
        ),
        ("kind: one", "zzzz: one", "F003", "`zzzz` is not known; remove it or correct its name"),
        ("- id: tool", "- id: Tool", "F006", "sections[1].questions[1].id"),
        ("kind: one", "kind: several", "F006", "several"),
        ("{id: none, points: 0}", "{points: 0}", "F004", "choices[1]: the entry `id` is missing; add it"),
    ],
)
def test_a_wrong_entry_is_named_with_its_line(written: str, wrong: str, code: str, sentence: str) -> None:
    text = a_structure().replace(written, wrong, 1)
    problem = refusal_of(text)
    assert (problem.line, problem.code) == (line_of(text, wrong), code)
    assert sentence in str(problem.sentence)


@pytest.mark.parametrize("entry", ["id", "version", "languages", "source_language"])
def test_a_missing_entry_is_named(entry: str) -> None:
    lines = a_structure().splitlines(keepends=True)
    problem = refusal_of("".join(line for line in lines if not line.startswith(entry)))
    assert problem.code == "F004"
    assert f"the entry `{entry}` is missing" in str(problem.sentence)


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        pytest.param("    text: t", "    text: 5", id="wrong-type"),
        pytest.param("    text: t", "    texr: t", id="unknown-entry"),
        pytest.param("  tool:", "  Tool:", id="wrong-key"),
        pytest.param("      some: some", "      some: 5", id="wrong-label"),
    ],
)
def test_an_entry_under_a_name_has_its_own_line(written: str, wrong: str) -> None:
    text = texts_for(a_structure(), "it").replace(written, wrong, 1)
    assert refusal_of(text, QuestionnaireTextFile).line in (line_of(text, wrong), line_of(text, wrong) + 1)


def test_a_wrong_ceiling_of_a_competence_has_its_own_line() -> None:
    text = a_structure().replace("kind: one", "kind: one\n        competences:\n          cyber-backup: 9")
    problem = refusal_of(text)
    assert problem.line == line_of(text, "cyber-backup")


@pytest.mark.parametrize("name", ['"tool\\n"', '""', "a b", "à", "-a", "9a", "a_b", "A", "a" * 61])
def test_an_id_is_a_short_word_of_small_letters(name: str) -> None:
    problem = refusal_of(a_structure().replace("- id: tool", f"- id: {name}"))
    assert problem.code == "F006"


@pytest.mark.parametrize(
    "condition",
    [
        Condition(question="a", in_=("b", "c")),
        Condition(
            all=(
                Condition(company="headcount", at_least=3),
                Condition(not_=Condition(question="a", answered=True)),
            )
        ),
    ],
)
def test_a_condition_written_as_json_is_read_back(condition: Condition) -> None:
    assert from_json(to_json(condition), Condition) == condition
