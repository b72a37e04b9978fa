"""Whatever happens to a content file, reading it ends in problems with places, never in another exception."""

import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.catalogues.catalogue_reading import read_catalogue, read_network
from desktop.content.files.strict_yaml import parse_yaml
from desktop.content.plan_input import read_plan_input
from desktop.content.questionnaires.questionnaire_reading import Reading, read_questionnaires
from desktop.errors import ContentError
from desktop.scores import next_level, score
from tests.builders import (
    ASSESSMENTS,
    RESOURCES,
    a_reading,
    a_structure,
    best_answers,
    some_facts,
    with_texts,
    worst_answers,
)
from tests.examples import examples

RICH = a_structure(
    """\
      - id: gate
        kind: scale
        scale: steps
        words: [cloud]
        competences: {backup: 4}
        follow_ups:
          - {id: inner, kind: many, when: {question: gate, in: [often]}, choices: [{id: a}, {id: b,
             exclusive: true}]}
      - {id: fact, kind: number, weight: 0, minimum: 0, unit: true}
      - {id: years, kind: number, bands: [{from: 0, points: 0}, {from: 3, points: 1}]}
      - {id: grid, kind: grid, scale: steps, rows: [{id: r, weight: 2}, {id: s}]}
      - {id: cells, kind: grid, columns: [{id: c, points: 1}], rows: [{id: r}],
         when: {all: [{question: fact, at_least: 1}]}}
      - {id: notes, kind: text, maximum_length: 9}
""",
    dimensions=(
        "dimensions:\n  - {id: work}\nscales:\n  steps: [{id: never, points: 0}, {id: often, points: 1}]\n"
    ),
)
RICH_FILES = with_texts(RICH)
RICH_ROOT = parse_yaml(RICH.encode(), "rich").root
WORDS = st.sampled_from(
    [
        "",
        "id",
        "a",
        "gate",
        "often",
        "1/2",
        "0/5",
        "999999999/1",
        "a/b",
        "small/gate",
        "unknown",
        "\n",
        "à",
        "A",
        "{}",
    ]
)
VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from([0.5, -1.5])
    | WORDS
    | st.sampled_from([[], {}, [[]], [{}]])
)
FRAGMENTS = st.sampled_from(
    [
        *":-#&*!|>'\"%@`{}[],~ \n\t",
        "- ",
        "? ",
        "<<: ",
        "---\n",
        "!!int ",
        "&a ",
        "*a",
        "null",
        "- id: x\n",
        "-1",
        "1/0",
        "\x00",
        "\ufeff",
    ]
)


def changed(root: Any, path: tuple[Any, ...], value: Any, how: str) -> Any:
    """A copy of decoded YAML with one place removed, doubled, replaced or renamed."""
    copy = _plain(root)
    parent = copy
    for step in path[:-1]:
        parent = parent[step]
    key = path[-1]
    if how == "remove":
        del parent[key]
    elif how == "double" and isinstance(parent, list):
        parent.insert(key, parent[key])
    elif how == "rename" and isinstance(parent, dict):
        parent[str(value)] = parent.pop(key)
    else:
        parent[key] = value
    return copy


def places(node: Any) -> Iterator[tuple[Any, ...]]:
    """The path of every value below a node."""
    if isinstance(node, dict | list):
        for key, inner in node.items() if isinstance(node, dict) else enumerate(node):
            yield (key,)
            yield from ((key, *rest) for rest in places(inner))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | bool | None) else float(value)


def is_sound(reading: Reading) -> bool:
    """Whether every problem has a place and a sentence, and every questionnaire can be scored."""
    for questionnaire in reading.questionnaires.values():
        for sheet in ({}, best_answers(questionnaire), worst_answers(questionnaire)):
            found = score(questionnaire, sheet, some_facts()).overall
            assert found.low is None or found.high is None or 0 <= found.low <= found.high <= 100
            assert found.headline is None or found.low is None or found.headline >= found.low
            next_level(questionnaire, sheet, some_facts())
    return all(
        problem.file and problem.line >= 0 and problem.sentence and problem.code
        for problem in reading.problems
    )


WAYS = st.sampled_from(["remove", "double", "rename", "replace", "replace"])
TEXT_ROOT = yaml.safe_load(RICH_FILES["small.it.yaml"])


@examples(120)
@given(st.sampled_from(list(places(RICH_ROOT))), VALUES, WAYS)
def test_one_wrong_place_in_a_structure_is_a_problem_or_harmless(path: Any, value: Any, how: str) -> None:
    structure = yaml.safe_dump(changed(RICH_ROOT, path, value, how))
    assert is_sound(a_reading(files_of(structure), ["backup"]))


def files_of(structure: str) -> dict[str, str]:
    """The structure with texts that fit it, where it is sound enough to have texts."""
    try:
        files = {**with_texts(structure), "small.yaml": structure}
    except (ContentError, yaml.YAMLError, AttributeError, KeyError, TypeError):
        return {**RICH_FILES, "small.yaml": structure}
    return {name: text for name, text in files.items() if "/" not in name}


@examples(60)
@given(st.sampled_from(list(places(TEXT_ROOT))), VALUES, WAYS)
def test_one_wrong_place_in_a_text_file_is_a_problem_or_harmless(path: Any, value: Any, how: str) -> None:
    root = changed(TEXT_ROOT, path, value, how)
    assert is_sound(a_reading({**RICH_FILES, "small.it.yaml": yaml.safe_dump(root)}))


def mangled(text: str, chance: random.Random, fragment: str) -> str:
    """The text with a cut, a repeated piece or a fragment at a random place."""
    start = chance.randrange(len(text))
    end = min(len(text), start + chance.choice([0, 1, 5, 40, 400]))
    return text[:start] + chance.choice([fragment, "", text[start:end] * 2]) + text[end:]


@examples(8)
@given(
    st.randoms(use_true_random=False),
    FRAGMENTS,
    st.sampled_from(sorted(path.name for path in ASSESSMENTS.glob("*.yaml"))),
)
def test_a_mangled_questionnaire_is_a_problem_or_harmless(
    chance: random.Random, fragment: str, name: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for path in ASSESSMENTS.glob("*.yaml"):
            shutil.copy(path, folder)
        text = (ASSESSMENTS / name).read_text(encoding="utf-8")
        Path(folder, name).write_text(mangled(text, chance, fragment), encoding="utf-8")
        assert is_sound(read_questionnaires(Path(folder), ()))


SMALL_RESOURCES = sorted(
    path.relative_to(RESOURCES).as_posix()
    for path in [*RESOURCES.glob("*/*.yaml"), *RESOURCES.glob("catalogue/courses/quantum*.yaml")]
    if path.stat().st_size < 40_000
)


@examples(12)
@given(st.randoms(use_true_random=False), FRAGMENTS, st.sampled_from(SMALL_RESOURCES))
def test_a_mangled_catalogue_is_a_problem_or_harmless(
    chance: random.Random, fragment: str, name: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for other in SMALL_RESOURCES:
            target = Path(folder, other)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(RESOURCES / other, target)
        text = (RESOURCES / name).read_text(encoding="utf-8")
        Path(folder, name).write_text(mangled(text, chance, fragment), encoding="utf-8")
        for read, part in ((read_catalogue, "catalogue"), (read_network, "network")):
            try:
                assert all(problem.code for problem in read(Path(folder, part))[1])
            except ContentError as error:
                assert all(problem.code for problem in error.problems)  # noqa: PT017


@examples(150)
@given(
    st.lists(
        FRAGMENTS
        | st.sampled_from(["format: 1\n", "company:", " name: a", "headcount: 3", "assessments: []"]),
        max_size=30,
    ).map("".join)
)
def test_any_text_as_an_input_file_is_read_or_refused(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "input.yaml")
        path.write_text(text, encoding="utf-8")
        try:
            read_plan_input(path)
        except ContentError as error:
            assert all(problem.code for problem in error.problems)  # noqa: PT017
