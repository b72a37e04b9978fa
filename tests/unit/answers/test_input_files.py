"""Input files of the command line: company, limits and answers, with every problem at its line."""

from pathlib import Path

import pytest

from desktop.answers import Chosen, Reserved, Ticked
from desktop.answers.reading import AnsweredFile, read_answers
from desktop.content.library import Library, read_library
from desktop.content.plan_input import read_plan_input, refuse_unknown_names
from desktop.errors import ContentError, Problem
from desktop.paths import assessments_folder, resources_folder
from tests.builders import shipped
from tests.versions import an_edition

HEAD = """\
format: 1
company:
  name: Forno Rossi
  headcount: 7
"""
ANSWERS = """\
assessments:
  - id: technology-check
    version: "1.0"
    answers:
      ai-use: weekly
      privacy: unknown
      data-security:
        - off-site-backup
"""
SECOND = """\
  - id: dma-sme
    version: "1.0"
    answers:
      data-security: [off-site-backup]
"""


def answered(folder: Path, text: str) -> AnsweredFile:
    path = folder / "input.yaml"
    path.write_text(text, encoding="utf-8")
    return read_answers(read_plan_input(path), shipped())


def problems_of(folder: Path, text: str) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as caught:
        answered(folder, text)
    return caught.value.problems


def test_answers_are_stored_under_the_key_of_their_home(tmp_path: Path) -> None:
    sheet = answered(tmp_path, HEAD + ANSWERS).sheet
    assert sheet == {
        "technology-check/ai-use": Chosen("weekly"),
        "technology-check/privacy": Reserved.UNKNOWN,
        "dma-sme/data-security": Ticked(frozenset({"off-site-backup"})),
    }


def test_a_shared_question_may_be_answered_twice_alike(tmp_path: Path) -> None:
    found = answered(tmp_path, HEAD + ANSWERS + SECOND)
    assert [questionnaire.id for questionnaire in found.questionnaires] == ["technology-check", "dma-sme"]


@pytest.mark.parametrize(
    ("written", "changed", "code", "place", "sentence"),
    [
        ("id: technology-check", "id: technology-chek", "A001", "- id", "did you mean `technology-check`?"),
        ("- id: dma-sme", "- id: technology-check", "A002", "- id: technology-check", "appears twice"),
        (
            'version: "1.0"',
            'version: "0.9"',
            "A004",
            "version",
            "answers are for 0.9; check them and write `1.0`",
        ),
        ("ai-use: weekly", "ai-usee: weekly", "A005", "ai-usee", "did you mean `ai-use`?"),
        ("ai-use: weekly", "data-management: []", "A005", "data-management", "no question `data-management`"),
        ("ai-use: weekly", "ai-use: weekley", "A006", "ai-use", "did you mean `weekly`?"),
        ("ai-use: weekly", "ai-use: not_applicable", "A006", "ai-use", "concerns every company"),
        (
            "[off-site-backup]",
            "[client-data]",
            "A007",
            "data-security: [",
            "answered differently in the other",
        ),
    ],
)
def test_a_wrong_answer_is_reported_at_its_line(  # noqa: PLR0913, PLR0917 - one argument per column
    tmp_path: Path, written: str, changed: str, code: str, place: str, sentence: str
) -> None:
    text = (HEAD + ANSWERS + SECOND).replace(written, changed, 1)
    (problem, *_) = problems_of(tmp_path, text)
    assert (problem.code, sentence in str(problem.sentence)) == (code, True)
    assert place in text.splitlines()[problem.line - 1]


def test_a_file_without_questionnaires_says_so(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, HEAD + "assessments: []\n")
    assert (problem.code, problem.line) == ("A003", 5)


def test_all_wrong_answers_are_reported_at_once(tmp_path: Path) -> None:
    text = HEAD + ANSWERS.replace("weekly", "x").replace("privacy: unknown", "privcy: known")
    assert [(problem.code, problem.line) for problem in problems_of(tmp_path, text)] == [
        ("A006", 9),
        ("A005", 10),
    ]


@pytest.mark.parametrize(
    ("written", "changed", "code", "line", "sentence"),
    [
        ("headcount: 7", "headcuont: 7", "F003", 4, "did you mean `headcount`?"),
        ("headcount: 7", "headcount: '7'", "F005", 4, "expected a whole number, found a text"),
        ("headcount: 7", "headcount: -1", "F006", 4, "at least 0"),
        ("headcount: 7", "headcount: 7.5", "F005", 4, "expected a whole number"),
        ("  headcount: 7\n", "", "F004", 2, "`headcount` is missing"),
        ("name: Forno Rossi", "name: 1234", "F005", 3, "write it in quotes"),
        ("name: Forno Rossi", "name: ''", "F006", 3, "empty"),
        ("headcount: 7", "headcount: 7\n  ateco: 10.71", "F005", 5, "write it in quotes"),
        ("headcount: 7", "headcount: 7\n  vat: 12345670017", "F005", 5, "write it in quotes"),
        ("headcount: 7", "headcount: 7\n  sector: Z", "F006", 5, "sector"),
        ("headcount: 7", "headcount: 7\n  region: Piemonte", "F006", 5, "region"),
        ("headcount: 7", "headcount: 7\nconstraints: {weeks: 0}", "F006", 5, "weeks"),
        ("headcount: 7", "headcount: 7\nconstraints: {languages: []}", "F006", 5, "languages"),
        ("headcount: 7", "headcount: 7\nconstraints: {languages: [IT]}", "F006", 5, "two small letters"),
        ("headcount: 7", "headcount: 7\nconstraints: {weeks: 105}", "F006", 5, "at most 104"),
        ("headcount: 7", "headcount: 1e9", "F005", 4, "digits alone"),
        (
            "headcount: 7",
            "headcount: 7\nconstraints: {formats: [on-line]}",
            "F006",
            5,
            "one of: blended, live, self-paced",
        ),
        (
            "headcount: 7",
            "headcount: 7\nconstraints: {hours_per_week: {boss: 2}}",
            "F006",
            5,
            "one of: employee, it, owner",
        ),
        ("headcount: 7", "headcount: 7\nconstraints: {start: 2027-13-01}", "F006", 5, "start"),
        ("headcount: 7", "headcount: 7\nconstraints: {start: 5}", "F005", 5, "a date such as 2027-01-31"),
        (
            "headcount: 7",
            "headcount: 7\nconstraints:\n  hours_per_week:\n    owner: much",
            "F005",
            7,
            "a number",
        ),
        (
            "headcount: 7",
            "headcount: 7\nconstraints: {hours_per_week: {owner: -2}}",
            "I003",
            5,
            "between 0 and 40",
        ),
        (
            "headcount: 7",
            "headcount: 7\nconstraints: {hours_per_week: {owner: 200}}",
            "I003",
            5,
            "between 0 and 40",
        ),
    ],
)
def test_a_wrong_profile_is_reported_at_its_line(  # noqa: PLR0913, PLR0917 - one argument per column
    tmp_path: Path, written: str, changed: str, code: str, line: int, sentence: str
) -> None:
    text = (HEAD + ANSWERS).replace(written, changed, 1)
    (problem,) = problems_of(tmp_path, text)
    assert (problem.code, problem.line) == (code, line)
    assert sentence in str(problem.sentence)


@pytest.mark.parametrize(
    ("entry", "code", "line", "sentence"),
    [
        ("decisions: [{course: elements-of-aii, role: it, state: done}]", "I008", 6, "`elements-of-ai`?"),
        ("decisions: [{course: baking, role: it, state: done}]", "I008", 6, "or remove this decision"),
        (
            "favoured_areas:\n    - ai\n    - bread",
            "I011",
            8,
            "there are: ai, cloud, cyber, digital, quantum",
        ),
        (
            "decisions: [{course: elements-of-ai, role: it, state: under-way, hours_left: 0}]",
            "I012",
            6,
            "`state: done`",
        ),
        (
            "holidays:\n    - first: 2027-08-20\n      last: 2027-08-09",
            "I010",
            8,
            "before it begins on 2027-08-20",
        ),
        (
            """decisions:
    - {course: elements-of-ai, role: it, state: done}
    - {course: elements-of-ai, role: owner, state: done}
    - {course: elements-of-ai, role: it, state: wanted}""",
            "I009",
            9,
            "already in line 7",
        ),
    ],
)
def test_a_wish_that_cannot_be_meant_is_reported_at_its_line(
    tmp_path: Path, entry: str, code: str, line: int, sentence: str
) -> None:
    path = tmp_path / "input.yaml"
    path.write_text(HEAD + "constraints:\n  " + entry + "\n" + ANSWERS, encoding="utf-8")
    library = read_library(assessments_folder(), resources_folder())
    with pytest.raises(ContentError) as caught:
        refuse_unknown_names(read_plan_input(path), library.network, library.catalogue)
    (problem,) = caught.value.problems
    assert (problem.code, problem.line) == (code, line)
    assert sentence in str(problem.sentence)


def test_a_holiday_may_last_one_day(tmp_path: Path) -> None:
    holidays = "constraints: {holidays: [{first: 2027-08-09, last: 2027-08-09}]}\n"
    answered(tmp_path, HEAD + holidays + ANSWERS)


def test_the_whole_profile_is_read(tmp_path: Path) -> None:
    limits = (
        "constraints: {weeks: 12, start: 2027-01-11, budget_eur: 300, hours_per_week: {owner: 1.5, "
        "it: 1/2}}\n"
    )
    path = tmp_path / "input.yaml"
    path.write_text(HEAD + "  people: {owner: 1, employee: 6}\n" + limits + ANSWERS, encoding="utf-8")
    found = read_plan_input(path)
    assert (found.company.size_class, found.company.people.employee) == ("micro", 6)
    assert str(found.constraints.start) == "2027-01-11"
    assert [str(found.constraints.hours(role)) for role in ("owner", "employee", "it")] == ["3/2", "2", "1/2"]


SMALL = """\
assessments:
  - id: small
    version: "1.0"
    answers: {backup: automatic, protections: [locks, updates], fraud: often, fax: daily}
"""


def answered_in(edition: Path, text: str) -> AnsweredFile:
    path = edition / "inputs" / "input.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    library = Library(edition, resources_folder())
    return read_answers(read_plan_input(path), library.questionnaires, library.earlier.find)


def test_answers_to_a_known_earlier_version_are_moved_with_a_sentence(tmp_path: Path) -> None:
    found = answered_in(an_edition(tmp_path), HEAD + SMALL)
    assert found.questionnaires[0].version == "2.0"
    assert found.sheet == {
        "small/copies": Chosen("machine"),
        "small/protections": Ticked(frozenset({"updates"})),
        "small/fraud": Chosen("often"),
    }
    (warning,) = found.warnings
    assert (warning.code, warning.line, warning.is_warning) == ("A008", 7, True)
    assert str(warning.sentence) == (
        "the answers to `small` 1.0 were moved to `small` 2.0: 1 kept; "
        "2 for changed questions (`protections`: choice `locks` removed; without `locks`, "
        "`fraud`: weight 1 -> 2); "
        '1 dropped (`fax`: "daily", because the question is gone); 1 new and unanswered (`cloud`)'
    )


def test_answers_to_an_earlier_version_are_checked_against_it(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        answered_in(an_edition(tmp_path), HEAD + SMALL.replace("fax: daily", "fax: machine, cloud: daily"))
    assert [problem.code for problem in caught.value.problems] == ["A006", "A005"]


def test_answers_to_an_earlier_version_that_was_not_kept_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        answered_in(an_edition(tmp_path, is_old_kept=False), HEAD + SMALL)
    assert [problem.code for problem in caught.value.problems] == ["A004"]


def test_the_same_questionnaire_in_two_versions_stands_twice(tmp_path: Path) -> None:
    today = '  - {id: small, version: "2.0", answers: {}}\n'
    with pytest.raises(ContentError) as caught:
        answered_in(an_edition(tmp_path), HEAD + SMALL + today)
    assert [problem.code for problem in caught.value.problems] == ["A002"]
