"""A generated questionnaire, large enough to feel the weight of scoring."""

import tempfile
from pathlib import Path

from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.content.questionnaires.questionnaire_reading import read_questionnaires

_HEAD = """format: 1
id: large
version: "1"
source_language: en
languages: [en]
levels: [{id: low, from: 0}, {id: high, from: 50}]
dimensions: [{id: d0}, {id: d1}, {id: d2}, {id: d3}, {id: d4}, {id: d5}]
sections:
"""
_CHOICES = "[{id: a, points: 0}, {id: b, points: 1}, {id: c, points: 2}]"


def large_questionnaire(count: int) -> Questionnaire:
    """A questionnaire of `count` single choices in six dimensions."""
    lines, texts = [_HEAD], ["questions:"]
    for section in range(6):
        lines.append(f"  - id: s{section}\n    dimension: d{section}\n    questions:")
        for number in range(section, count, 6):
            lines.append(f"      - {{id: question-{number}, kind: one, choices: {_CHOICES}}}")
            texts.append(f"  question-{number}: {{text: T, choices: {{a: A, b: B, c: C}}}}")
    dimensions = "".join(f"  d{n}: {{name: D, about: A, low: L, middle: M, high: H}}\n" for n in range(6))
    sections = "".join(f"  s{n}: {{title: S}}\n" for n in range(6))
    head = "format: 1\nlanguage: en\ntitle: T\nsummary: S\n"
    levels = "levels: {low: {name: L, meaning: M}, high: {name: H, meaning: M}}\n"
    prose = f"{head}{levels}dimensions:\n{dimensions}sections:\n{sections}" + "\n".join(texts)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "large.yaml").write_text("\n".join(lines), encoding="utf-8")
        (folder / "large.en.yaml").write_text(prose + "\n", encoding="utf-8")
        return read_questionnaires(folder, ()).questionnaires["large"]
