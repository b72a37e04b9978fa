"""Small questionnaires, answers and companies for tests, built through the real readers."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from desktop.answers import Answer, AnswerSheet, Facts, answer_from_plain
from desktop.content.company import Company, People
from desktop.content.files import strict_yaml
from desktop.content.questionnaires.questionnaire import Question, Questionnaire
from desktop.content.questionnaires.questionnaire_reading import Reading, read_questionnaires
from desktop.errors import Problem

ROOT = Path(__file__).parents[1]
ASSESSMENTS = ROOT / "assessments"
RESOURCES = ROOT / "resources"

HEAD = """\
format: 1
id: small
version: "1"
source_language: it
languages: [it]
"""
LEVELS = """\
levels:
  - {id: low, from: 0}
  - {id: fair, above: 25}
  - {id: good, above: 50}
  - {id: best, above: 75}
"""
DIMENSIONS = """\
dimensions:
  - {id: work}
"""
SECTIONS = """\
sections:
  - id: first
    dimension: work
    questions:
"""
QUESTION = """\
      - id: tool
        kind: one
        choices: [{id: none, points: 0}, {id: some, points: 1}, {id: many, points: 4}]
"""


def a_structure(  # noqa: PLR0913 - one argument per part of the file
    questions: str = QUESTION,
    *,
    head: str = HEAD,
    scoring: str = "",
    levels: str = LEVELS,
    dimensions: str = DIMENSIONS,
    sections: str = SECTIONS,
) -> str:
    """The structure file of a questionnaire whose only section holds `questions`."""
    return head + scoring + levels + dimensions + sections + questions


def a_reading(files: Mapping[str, str], competences: Iterable[str] = ()) -> Reading:
    """What `read_questionnaires` says of a folder with these files."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        return read_questionnaires(Path(folder), competences)


def with_texts(structure: str) -> dict[str, str]:
    """The structure file by its name, with a text file for each of its languages."""
    root = strict_yaml.parse_yaml(structure.encode(), "structure").root
    texts = {
        f"{root['id']}.{language}.yaml": texts_for(structure, language) for language in root["languages"]
    }
    return {f"{root['id']}.yaml": structure, **texts}


def problems_of(structure: str, competences: Iterable[str] = ()) -> tuple[Problem, ...]:
    """The problems of a structure whose texts are complete."""
    return a_reading(with_texts(structure), competences).problems


def a_questionnaire(structure: str, texts: Mapping[str, str] | None = None) -> Questionnaire:
    """The questionnaire of a structure; `texts` maps languages to text files, else they are generated."""
    files = with_texts(structure)
    name = next(iter(files)).removesuffix(".yaml")
    files |= {f"{name}.{language}.yaml": text for language, text in (texts or {}).items()}
    reading = a_reading(files)
    assert name in reading.questionnaires, "\n".join(map(str, reading.problems))
    return reading.questionnaires[name]


def texts_for(structure: str, language: str) -> str:
    """A complete text file for a structure: every label is its id."""
    root = strict_yaml.parse_yaml(structure.encode(), "structure").root
    entries = list(_entries(root.get("sections") or ()))
    name = {"name": "n", "about": "a", "low": "l", "middle": "m", "high": "h"}
    plain: dict[str, Any] = {
        "format": 1,
        "language": language,
        "title": "title",
        "summary": "summary",
        "levels": {item["id"]: {"name": "n", "meaning": "m"} for item in root.get("levels") or ()},
        "dimensions": {item["id"]: name for item in root.get("dimensions") or ()},
        "scales": {key: _labels(steps) for key, steps in (root.get("scales") or {}).items()},
        "sections": {item["id"]: {"title": "t"} for item in root.get("sections") or ()},
        "glossary": {
            word: {"term": word, "meaning": "m"} for item in entries for word in item.get("words", ())
        },
        "questions": {item["id"]: _question_text(item) for item in entries if "id" in item},
    }
    return yaml.dump(plain, Dumper=_Dumper, allow_unicode=True)


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes repeated values out."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - called by PyYAML
        return True


def _entries(sections: Iterable[Any]) -> Iterator[Any]:
    for section in sections:
        for entry in section["questions"] or ():
            yield entry
            yield from entry.get("follow_ups", ())


def _labels(items: Iterable[Any]) -> dict[str, str]:
    return {item["id"]: item["id"] for item in items}


def _question_text(entry: Any) -> dict[str, Any]:
    parts = {part: _labels(entry[part]) for part in ("choices", "rows", "columns") if part in entry}
    return {"text": "t", **parts, **({"unit": "u"} if entry.get("unit") else {})}


@cache
def shipped() -> Mapping[str, Questionnaire]:
    """The questionnaires of the edition."""
    return read_questionnaires(ASSESSMENTS, ()).questionnaires


def a_company(**values: Any) -> Company:
    """A firm of five people; any entry may be overridden."""
    return Company(**{"name": "Forno Rossi", "headcount": 5, **values})


def some_facts(headcount: int = 5, it_staff: int = 0, sector: str | None = None) -> Facts:
    """What conditions know of a firm of five people."""
    return Facts.of(a_company(headcount=headcount, sector=sector, people=People(it=it_staff)))


def some_answers(questionnaire: Questionnaire, **plain: Any) -> dict[Any, Answer]:
    """Answers written as in files, by question id with `_` for `-`."""
    named = {name.replace("_", "-"): value for name, value in plain.items()}
    return {
        questionnaire.questions[name].key: answer_from_plain(questionnaire.questions[name], value)
        for name, value in named.items()
    }


def possible_answers(question: Question) -> list[Any]:
    """Every plain answer to a small question, from any kind but number and text."""
    steps = [choice.id for choice in question.choices]
    if question.kind in ("one", "scale"):
        return list(steps)
    if question.kind == "many":
        alone = [[choice.id] for choice in question.choices if choice.exclusive]
        return [*_subsets([c.id for c in question.choices if not c.exclusive]), *alone]
    values = _subsets([column.id for column in question.columns]) if question.columns else list(steps)
    rows = [row.id for row in question.rows]
    return [dict(zip(rows, cells, strict=True)) for cells in product(values, repeat=len(rows))]


def _subsets(names: list[str]) -> list[list[str]]:
    return [
        [name for name, is_in in zip(names, mask, strict=True) if is_in]
        for mask in product((0, 1), repeat=len(names))
    ]


def best_answers(questionnaire: Questionnaire) -> AnswerSheet:
    """Full marks everywhere."""
    return {question.key: answer_from_plain(question, _best(question)) for question in _asked(questionnaire)}


def worst_answers(questionnaire: Questionnaire) -> AnswerSheet:
    """No marks anywhere."""
    return {question.key: answer_from_plain(question, _worst(question)) for question in _asked(questionnaire)}


def _asked(questionnaire: Questionnaire) -> list[Question]:
    return [
        question for question in questionnaire.questions.values() if question.kind not in ("number", "text")
    ]


def _best(question: Question) -> Any:
    top = max(question.choices, key=lambda choice: choice.points).id if question.choices else ""
    if question.kind in ("one", "scale"):
        return top
    if question.kind == "many":
        return [choice.id for choice in question.choices if choice.points and not choice.exclusive]
    return {row.id: [column.id for column in question.columns] or top for row in question.rows}


def _worst(question: Question) -> Any:
    bottom = min(question.choices, key=lambda choice: choice.points).id if question.choices else ""
    if question.kind in ("one", "scale"):
        return bottom
    if question.kind == "many":
        return []
    return {row.id: [] if question.columns else bottom for row in question.rows}
