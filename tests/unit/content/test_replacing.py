"""Former ids: read as one or a list, checked, and no part of what answers are pinned to."""

import pytest

from desktop.content.questionnaires.questionnaire import Origin
from tests.builders import HEAD, a_questionnaire, a_reading, a_structure, problems_of, with_texts

CHOICES = "choices: [{id: a, points: 0}, {id: b, points: 1}]"
OTHER = HEAD.replace("id: small", "id: other")


def a_question(name: str, rest: str = "", choices: str = CHOICES) -> str:
    return f"      - {{id: {name}, {rest}kind: one, {choices}}}\n"


def choices(last: str) -> str:
    return f"choices: [{{id: a, points: 0}}, {{id: b, {last}points: 1}}]"


def test_former_ids_lead_to_todays() -> None:
    head = HEAD + "replaces: tiny\n"
    question = a_question("tool", "replaces: [kit, other/gear], ", choices("replaces: [c, d], "))
    found = a_questionnaire(a_structure(question, head=head))
    assert found.former_ids == ("tiny",)
    assert found.origins["tool"] == Origin(
        keys=("tiny/tool", "small/kit", "tiny/kit", "other/gear"),  # type: ignore[arg-type]
        choices={"c": "b", "d": "b"},
    )


def test_former_ids_do_not_change_what_answers_are_pinned_to() -> None:
    before = a_questionnaire(a_structure(a_question("tool")))
    after = a_questionnaire(a_structure(a_question("tool", "replaces: kit, ", choices("replaces: c, "))))
    assert after.hash == before.hash


def test_a_hash_once_pinned_stays_whatever_the_program_learns() -> None:
    assert a_questionnaire(a_structure(a_question("tool"))).hash == "d9a6567a6107dc90"


@pytest.mark.parametrize(
    ("code", "structure"),
    [
        ("V001", a_structure(a_question("one") + a_question("two", "replaces: one, "))),
        ("V001", a_structure(a_question("one", choices=choices("replaces: a, ")))),
        ("V002", a_structure(a_question("one", "replaces: x, ") + a_question("two", "replaces: x, "))),
        ("V002", a_structure(a_question("one", choices=choices("replaces: [x, x], ")))),
        ("V003", a_structure(a_question("one", "replaces: one, "))),
        ("V003", a_structure(a_question("one", choices=choices("replaces: b, ")))),
        ("V003", a_structure(a_question("one", "replaces: two, ") + a_question("two", "replaces: one, "))),
        ("V003", a_structure(head=HEAD + "replaces: small\n")),
        ("V005", a_structure(a_question("one", "replaces: Kit, "))),
        ("V005", a_structure(a_question("one", "replaces: a/b/c, "))),
    ],
)
def test_a_wrong_replaces_is_reported(code: str, structure: str) -> None:
    found = problems_of(structure)
    assert {problem.code for problem in found} == {code}
    assert all("replaces" in structure.splitlines()[problem.line - 1] for problem in found)


def test_a_question_of_another_questionnaire_is_replaced_only_once_and_only_when_gone() -> None:
    small = with_texts(a_structure(a_question("one", "replaces: other/x, ") + a_question("two")))
    other = with_texts(a_structure(a_question("y", "replaces: [x, small/two], "), head=OTHER))
    found = a_reading({**small, **other}).problems
    assert sorted((problem.code, problem.file.rpartition("/")[2]) for problem in found) == [
        ("V001", "other.yaml"),
        ("V002", "small.yaml"),
    ]


def test_a_question_used_from_elsewhere_cannot_replace() -> None:
    small = with_texts(a_structure("      - {use: other/x, replaces: y}\n"))
    other = with_texts(a_structure(a_question("x"), head=OTHER))
    assert [problem.code for problem in a_reading({**small, **other}).problems] == ["Q008"]
