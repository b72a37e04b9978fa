"""People's answers in input files: read apart from the company's, with every problem at its line."""

from pathlib import Path

import pytest

from desktop.answers import Chosen
from desktop.answers.people_reading import AnsweredPeople, read_answers_and_people, read_people
from desktop.content.plan_input import PlanInput, read_plan_input
from desktop.content.questionnaires.questionnaire_reading import read_questionnaires
from desktop.errors import ContentError
from tests.builders import HEAD as SMALL
from tests.builders import shipped
from tests.versions import NEW, OLD, write_version

HEAD = """\
format: 1
company: {name: Forno Rossi, headcount: 7}
assessments:
  - {id: technology-check, version: "1.0", answers: {backup: tested}}
people_answers:
"""


def an_input(folder: Path, *people: str) -> PlanInput:
    path = folder / "input.yaml"
    path.write_text(HEAD + "".join(f"  - {{{person}}}\n" for person in people), encoding="utf-8")
    return read_plan_input(path)


def people_of(folder: Path, *people: str) -> AnsweredPeople:
    return read_people(an_input(folder, *people), shipped())


def test_people_are_read_with_their_role_as_an_answer(tmp_path: Path) -> None:
    anna, bruno = "label: Anna, role: it, answers: {search: ask}", "label: B, role: owner, answers: {}"
    found = people_of(tmp_path, anna, bruno)
    assert [questionnaire.id for questionnaire in found.questionnaires] == ["skills"]
    assert [person.role for person in found.people] == ["it", "owner"]
    assert found.people[0].sheet == {"skills/search": Chosen("ask"), "skills/role": Chosen("it")}


def test_the_same_label_under_another_questionnaire_is_the_same_person(tmp_path: Path) -> None:
    write_version(tmp_path / "own", OLD, "1.0", head=f"{SMALL}answered_by: person\n")
    known = {**shipped(), **read_questionnaires(tmp_path / "own", ()).questionnaires}
    plan_input = an_input(
        tmp_path,
        "label: Anna, role: owner, answers: {search: ask}",
        "label: ANNA, role: owner, id: small, answers: {fraud: often}",
    )
    (anna,) = read_people(plan_input, known).people
    assert set(anna.sheet) == {"skills/search", "skills/role", "small/fraud"}


@pytest.mark.parametrize(
    ("people", "line", "code"),
    [
        (["label: A, role: owner, id: skillz, answers: {}"], 6, "A001"),
        (['label: A, role: owner, version: "0.3", answers: {}'], 6, "A004"),
        (["label: A, role: owner, answers: {serach: ask}"], 6, "A005"),
        (["label: A, role: owner, answers: {search: asks}"], 6, "A006"),
        (["label: A, role: owner, id: quick, answers: {}"], 6, "A009"),
        (["label: A, role: owner, answers: {}", "label: a, role: owner, answers: {}"], 7, "A010"),
        (["label: A, role: owner, answers: {role: it}"], 6, "A011"),
        (["label: A, role: boss, answers: {}"], 6, "F006"),
        (["label: '', role: it, answers: {}"], 6, "F006"),
        ([f"label: {'x' * 31}, role: it, answers: {{}}"], 6, "F006"),
        (["role: it, answers: {}"], 6, "F004"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, people: list[str], line: int, code: str) -> None:
    with pytest.raises(ContentError) as caught:
        people_of(tmp_path, *people)
    assert [(problem.line, problem.code) for problem in caught.value.problems] == [(line, code)]


def test_mistakes_of_company_and_people_are_told_together(tmp_path: Path) -> None:
    plan_input = an_input(tmp_path, "label: A, role: owner, answers: {search: asks}")
    unknown = {name: each for name, each in shipped().items() if name != "technology-check"}
    with pytest.raises(ContentError) as caught:
        read_answers_and_people(plan_input, unknown)
    assert [problem.code for problem in caught.value.problems] == ["A001", "A006"]


def test_answers_to_an_earlier_version_are_moved_with_a_warning(tmp_path: Path) -> None:
    head = f"{SMALL}answered_by: person\n"
    write_version(tmp_path / "old", OLD, "1.0", head=head)
    write_version(tmp_path / "new", NEW, "2.0", head=head)
    old, new = (read_questionnaires(tmp_path / name, ()).questionnaires for name in ("old", "new"))
    given = 'id: small, version: "1.0", answers: {backup: automatic, fax: daily}'
    plan_input = an_input(tmp_path, f"label: Anna, role: owner, {given}")
    found = read_people(plan_input, new, lambda _name, _version: old["small"])
    assert [warning.code for warning in found.warnings] == ["A008"]
    assert found.people[0].sheet == {"small/copies": Chosen("machine")}
