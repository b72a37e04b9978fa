"""What makes no sense in a questionnaire is said with its code, at its line."""

import pytest

from desktop.errors import Problem
from tests.builders import DIMENSIONS, HEAD, LEVELS, SECTIONS, a_reading, a_structure, problems_of, with_texts

GATE = """\
      - id: gate
        kind: one
        choices: [{id: none, points: 0}, {id: some, points: 1}, {id: many, points: 2}]
"""
CHOICES = "        choices: [{id: a, points: 0}, {id: b, points: 1}]\n"
FACT = "      - {id: fact, kind: number, weight: 0, minimum: 0, maximum: 9}\n"
NO_DIMENSION = SECTIONS.replace("    dimension: work\n", "")


def a_question(rest: str, kind: str = "one", name: str = "later") -> str:
    return f"      - id: {name}\n        kind: {kind}\n{rest}"


def a_condition(condition: str) -> str:
    return a_question(f"        weight: 0\n        when: {condition}\n{CHOICES}")


def a_follow_up(condition: str, gate: str = GATE) -> str:
    return (
        gate
        + "        follow_ups:\n          - id: later\n            kind: one\n"
        + f"            when: {condition}\n    {CHOICES}"
    )


def scaled(steps: str, question: str) -> str:
    return a_structure(question, dimensions=DIMENSIONS + f"scales:\n  steps: {steps}\n")


def codes(problems: tuple[Problem, ...]) -> set[str]:
    return {problem.code for problem in problems if not problem.is_warning}


BROKEN = [
    ("Q001", "source_language", a_structure(head=HEAD.replace("source_language: it", "source_language: en"))),
    ("Q002", "{id: fair}", a_structure(levels=LEVELS.replace("{id: fair, above: 25}", "{id: fair}"))),
    ("Q002", "{id: fair,", a_structure(levels=LEVELS.replace("above: 25", "above: 25, from: 25"))),
    ("Q003", "{id: good,", a_structure(levels=LEVELS.replace("above: 50", "above: 25"))),
    ("Q004", "{id: low,", a_structure(levels=LEVELS.replace("from: 0", "from: 1"))),
    ("Q029", "levels: []", a_structure(levels="levels: []\n")),
    ("Q029", "dimensions: []", a_structure(dimensions="dimensions: []\n", sections=NO_DIMENSION)),
    ("Q005", "coverage", a_structure(scoring="scoring:\n  coverage: 3/2\n")),
    ("Q006", "{id: b, points: 9}", a_structure(a_question(CHOICES.replace("]", ", {id: b, points: 9}]")))),
    ("Q006", "- id: gate", a_structure(GATE + a_question(CHOICES, name="gate"))),
    ("Q006", "{id: work, weight: 2}", a_structure(dimensions=DIMENSIONS + "  - {id: work, weight: 2}\n")),
    ("Q006", "{id: low, above: 90}", a_structure(levels=LEVELS + "  - {id: low, above: 90}\n")),
    (
        "Q006",
        "steps",
        scaled("[{id: a, points: 0}, {id: a, points: 1}]", a_question("        scale: steps\n", "scale")),
    ),
    ("Q007", "- use", a_structure(GATE + "      - use: other/thing\n")),
    ("Q007", "- use", a_structure(GATE + "      - use: small/thing\n")),
    ("Q009", "- kind", a_structure(f"      - kind: one\n{CHOICES}")),
    ("Q009", "- id: later", a_structure(f"      - id: later\n{CHOICES}")),
    ("Q010", "- id: later", a_structure(a_question(""))),
    ("Q010", "- id: later", a_structure(a_question("        columns: [{id: c}]\n", "grid"))),
    ("Q010", "- id: later", a_structure(a_question("", "scale"))),
    ("Q011", "        minimum", a_structure(a_question(f"        minimum: 0\n{CHOICES}"))),
    ("Q011", "        choices", a_structure(a_question(CHOICES, "number"))),
    ("Q012", "- id: later", a_structure(a_question("        rows: [{id: r}]\n", "grid"))),
    ("Q013", "        scale", a_structure(a_question("        scale: absent\n", "scale"))),
    ("Q014", "- id: later", a_structure(a_question(f"        dimension: wrok\n{CHOICES}"))),
    ("Q015", "- id: later", a_structure(a_question(CHOICES), sections=NO_DIMENSION)),
    (
        "Q016",
        "          - id: later",
        a_structure(
            a_follow_up("{question: gate, in: [many]}") + "            follow_ups: [{id: x, kind: text}]\n"
        ),
    ),
    ("Q017", "- id: later", a_structure(a_question(CHOICES.replace("points: 0", "points: -1")))),
    ("Q018", "- id: later", a_structure(a_question(CHOICES.replace("{id: a", "{id: unknown")))),
    ("Q019", "- id: later", a_structure(a_question(CHOICES.replace(", points: 0", "")))),
    ("Q020", "- id: later", a_structure(a_question(CHOICES.replace("points: 1", "points: 0")))),
    (
        "Q021",
        "- id: later",
        a_structure(a_question("        columns: [{id: c}]\n        rows: [{id: r, weight: 0}]\n", "grid")),
    ),
    ("Q022", "- id: later", a_structure(a_question(f"        competences: {{cyber-bakcup: 4}}\n{CHOICES}"))),
    ("Q023", "        when", a_structure(GATE + a_condition("{question: gate}"))),
    ("Q023", "        when", a_structure(GATE + a_condition("{}"))),
    ("Q023", "        when", a_structure(GATE + a_condition("{in: [none]}"))),
    ("Q023", "        when", a_structure(GATE + a_condition("{question: gate, company: sector, in: [C]}"))),
    ("Q023", "        when", a_structure(GATE + a_condition("{question: gate, in: [none], answered: true}"))),
    (
        "Q023",
        "        when",
        a_structure(
            GATE + a_condition("{question: gate, in: [none], all: [{company: it_staff, at_least: 1}]}")
        ),
    ),
    ("Q024", "        when", a_structure(GATE + a_condition("{question: gaet, answered: true}"))),
    ("Q024", "        when", a_structure(a_condition("{question: gate, answered: true}") + GATE)),
    ("Q024", "        when", a_structure(a_condition("{question: later, answered: true}"))),
    ("Q025", "        when", a_structure(GATE + a_condition("{question: gate, in: [nine]}"))),
    (
        "Q025",
        "        when",
        a_structure(GATE + a_condition("{not: {question: gate, not_in: [none, nine]}}")),
    ),
    (
        "Q026",
        "        when",
        a_structure(GATE + a_condition("{question: gate, in: [many]}").replace("weight: 0", "weight: 1")),
    ),
    ("Q027", "            when", a_structure(a_follow_up("{question: gate, in: [none]}"))),
    ("Q027", "            when", a_structure(a_follow_up("{question: gate, in: [some]}"))),
]


@pytest.mark.parametrize(("code", "place", "structure"), BROKEN)
def test_a_broken_questionnaire_is_reported_at_its_line(code: str, place: str, structure: str) -> None:
    lines = structure.splitlines()
    found = {problem.line for problem in problems_of(structure, ["cyber-backup"]) if problem.code == code}
    assert found, f"{code} is not reported"
    assert any(place in lines[line - 1] for line in found)


REFUSED = [
    pytest.param(
        a_structure(
            a_question(
                "        maximum: 5\n        bands: [{from: 0, points: 0}, {from: 10, points: 1}]\n", "number"
            )
        ),
        id="best-band-above-the-maximum",
    ),
    pytest.param(
        a_structure(a_question("        bands: [{from: 0, points: 0}, {from: 0, points: 1}]\n", "number")),
        id="two-bands-from-the-same-number",
    ),
    pytest.param(
        a_structure(dimensions="dimensions:\n  - {id: work, weight: 0}\n"), id="no-dimension-with-a-weight"
    ),
    pytest.param(
        a_structure(GATE + FACT.replace("weight: 0", "weight: 0, competences: {cyber-backup: 4}")),
        id="competences-of-a-number-without-bands",
    ),
    pytest.param(
        a_structure(GATE + "      - {id: free, kind: text, competences: {cyber-backup: 4}}\n"),
        id="competences-of-a-text",
    ),
    pytest.param(
        a_structure(GATE.replace("points: 2}", "points: 2, competences: {cyber-backup: 4}}")),
        id="competences-of-a-single-choice",
    ),
    pytest.param(scaled("[]", a_question("        scale: steps\n", "scale")), id="scale-without-steps"),
    pytest.param(a_structure(a_question(f"        weight: -1\n{CHOICES}")), id="weight-below-0"),
    pytest.param(
        a_structure(dimensions="dimensions:\n  - {id: work, weight: -1}\n"), id="dimension-weight-below-0"
    ),
    pytest.param(a_structure(a_question(f"        minutes: -5\n{CHOICES}")), id="minutes-below-0"),
    pytest.param(
        a_structure(a_question("        bands: [{from: 0, points: -5}, {from: 3, points: 1}]\n", "number")),
        id="band-points-below-0",
    ),
    pytest.param(
        a_structure(a_question("        bands: [{from: 0, points: 0}]\n", "number")),
        id="bands-without-points",
    ),
    pytest.param(
        a_structure(a_question("        choices: [{id: a, points: 0}]\n", "many")), id="ticks-without-points"
    ),
    pytest.param(
        a_structure(a_question("        choices: [{id: a}, {id: b, points: 3, exclusive: true}]\n", "many")),
        id="points-for-the-exclusive-choice",
    ),
    pytest.param(
        a_structure(a_question("        columns: [{id: c, points: 0}]\n        rows: [{id: r}]\n", "grid")),
        id="columns-without-points",
    ),
    pytest.param(
        scaled("[{id: a}, {id: b}]", a_question("        scale: steps\n        rows: [{id: r}]\n", "grid")),
        id="grid-scale-without-points",
    ),
    pytest.param(
        a_structure(a_question("        minimum: 9\n        maximum: 1\n        weight: 0\n", "number")),
        id="minimum-above-maximum",
    ),
    pytest.param(
        a_structure(a_follow_up("{question: gate, not_in: [many]}")), id="follow-up-closed-by-the-best"
    ),
    pytest.param(
        a_structure(a_follow_up("{not: {question: gate, in: [many]}}")), id="follow-up-not-opened-by-the-best"
    ),
    pytest.param(
        a_structure(a_follow_up("{question: gate, answered: false}")), id="follow-up-closed-by-an-answer"
    ),
    pytest.param(
        a_structure(
            a_follow_up(
                "{question: gate, in: [none]}",
                a_question(
                    "        choices: [{id: a}, {id: b}, {id: none, exclusive: true}]\n", "many", "gate"
                ),
            )
        ),
        id="follow-up-opened-by-none-of-these",
    ),
    pytest.param(
        a_structure(a_follow_up("{question: gate, in: [many]}", GATE + "        weight: 0\n")),
        id="scored-follow-up-of-a-fact",
    ),
    pytest.param(a_structure(GATE + a_condition("{question: gate, at_least: 2}")), id="at-least-of-choices"),
    pytest.param(a_structure(FACT + a_condition("{question: fact, in: [many]}")), id="choices-of-a-number"),
    pytest.param(
        a_structure(GATE + a_condition("{company: size_class, in: [mikro]}")), id="unknown-size-class"
    ),
    pytest.param(
        a_structure(GATE + a_condition("{company: sector, at_least: 3}")), id="at-least-of-a-sector"
    ),
    pytest.param(a_structure(GATE + a_condition("{all: []}")), id="all-of-nothing"),
    pytest.param(a_structure(GATE + a_condition("{any: []}")), id="any-of-nothing"),
    pytest.param(a_structure(GATE + a_condition("{question: gate, in: []}")), id="one-of-nothing"),
]


@pytest.mark.parametrize("structure", REFUSED)
def test_what_could_never_score_well_or_be_shown_is_refused(structure: str) -> None:
    assert codes(problems_of(structure, ["cyber-backup"]))


def test_a_sound_questionnaire_has_no_problem() -> None:
    structure = a_structure(a_follow_up("{question: gate, in: [some, many]}") + FACT.replace("fact", "other"))
    assert problems_of(structure, ["cyber-backup"]) == ()


def test_a_scored_question_may_depend_on_a_fact() -> None:
    structure = a_structure(
        FACT + a_condition("{question: fact, at_least: 2}").replace("weight: 0", "weight: 1")
    )
    assert problems_of(structure) == ()


def test_a_guess_is_offered_for_a_misspelt_name() -> None:
    sentences = [
        str(problem.sentence)
        for problem in problems_of(a_structure(GATE + a_condition("{question: gaet, answered: true}")))
    ]
    assert any("did you mean `gate`?" in sentence for sentence in sentences)


def test_all_problems_are_reported_at_once() -> None:
    structure = a_structure(
        a_question("")
        + a_question(CHOICES)
        + a_question(CHOICES.replace("points: 1", "points: 0"), name="third")
    )
    assert codes(problems_of(structure)) >= {"Q010", "Q006", "Q020"}


def test_the_file_is_named_like_the_questionnaire() -> None:
    structure = a_structure()
    reading = a_reading({**with_texts(structure), "small.yaml": "# empty", "other.yaml": structure})
    assert ("Q028", 2) in {(problem.code, problem.line) for problem in reading.problems}


HOME = a_structure(GATE, head=HEAD.replace("small", "home"))


@pytest.mark.parametrize(
    "extra",
    [
        "id: x",
        "kind: one",
        "choices: [{id: a}]",
        "follow_ups: [{id: x, kind: text}]",
        "competences: {x: 1}",
        "scale: s",
        "columns: [{id: c}]",
        "bands: [{from: 0, points: 1}]",
        "minimum: 0",
        "words: [w]",
        "minutes: 3",
        "unknown: false",
    ],
)
def test_a_shared_question_adds_weight_dimension_and_condition_only(extra: str) -> None:
    reading = a_reading(
        {**with_texts(HOME), **with_texts(a_structure(f"      - use: home/gate\n        {extra}\n"))}
    )
    assert ("Q008", "small.yaml") in {
        (problem.code, problem.file.rpartition("/")[2]) for problem in reading.problems
    }


@pytest.mark.parametrize(
    ("entry", "sections", "code"),
    [
        ("      - use: home/gate\n        dimension: wrok\n", SECTIONS, "Q014"),
        ("      - use: home/gate\n", NO_DIMENSION, "Q015"),
        ("      - use: home/gate\n        weight: -1\n", SECTIONS, ""),
    ],
)
def test_a_shared_question_needs_a_place_in_the_score(entry: str, sections: str, code: str) -> None:
    reading = a_reading({**with_texts(HOME), **with_texts(a_structure(entry, sections=sections))})
    assert codes(reading.problems)
    assert code in {*codes(reading.problems), ""}


SCALED_HOME = HOME.replace(GATE, a_question("        scale: steps\n", "scale", "gate")).replace(
    DIMENSIONS, DIMENSIONS + "scales:\n  steps: [{id: never, points: 0}, {id: often, points: 1}]\n"
)


@pytest.mark.parametrize(("choice", "expected"), [("often", set()), ("absent", {"Q025"})])
def test_a_condition_on_a_shared_scale_knows_the_steps_of_its_home(choice: str, expected: set[str]) -> None:
    entries = "      - use: home/gate\n" + a_condition(f"{{question: gate, in: [{choice}]}}")
    own = scaled("[{id: a, points: 0}, {id: b, points: 1}]", entries)
    assert codes(a_reading({**with_texts(SCALED_HOME), **with_texts(own)}).problems) == expected


def test_a_questionnaire_is_left_out_while_the_home_of_its_shared_question_is_broken() -> None:
    files = {**with_texts(HOME), **with_texts(a_structure("      - use: home/gate\n"))}
    files["home.it.yaml"] = files["home.it.yaml"].replace("  gate:", "  gaet:")
    assert not a_reading(files).questionnaires


def test_a_follow_up_shared_from_a_broken_home_is_no_crash() -> None:
    entry = (
        GATE.replace("id: gate", "id: own")
        + "        follow_ups: [{use: home/gate, when: {question: own, in: [many]}}]\n"
    )
    files = {**with_texts(HOME), **with_texts(a_structure(entry))}
    files["home.it.yaml"] = files["home.it.yaml"].replace("  gate:", "  gaet:")
    assert not a_reading(files).questionnaires


def test_a_broken_questionnaire_does_not_hide_the_sound_ones() -> None:
    files = {**with_texts(HOME), "small.yaml": "a: ["}
    reading = a_reading(files)
    assert set(reading.questionnaires) == {"home"}
    assert codes(reading.problems) == {"Y004"}


def test_a_scored_question_may_not_rest_on_a_scored_one_through_another() -> None:
    """A better `gate` would open `more`, and through it `care`, whose worst answer then costs points."""
    between = (
        "      - {id: more, kind: one, weight: 0, when: {question: gate, in: [many]}, "
        "choices: [{id: yes-please}]}\n"
        "      - {id: care, kind: one, when: {question: more, in: [yes-please]}, "
        "choices: [{id: bad, points: 0}, {id: good, points: 1}]}\n"
    )
    found = [problem for problem in problems_of(a_structure(GATE + between)) if problem.code == "Q026"]
    assert ["ask `more` in any case" in str(problem) for problem in found] == [True]
