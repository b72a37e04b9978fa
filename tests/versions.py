"""A small questionnaire in two versions, in the folders where an edition keeps them."""

from pathlib import Path

from tests.builders import a_structure, with_texts

OLD = """\
      - id: backup
        kind: one
        choices: [{id: nothing, points: 0}, {id: by-hand, points: 1}, {id: automatic, points: 2}]
      - id: protections
        kind: many
        choices: [{id: updates}, {id: locks}, {id: none, exclusive: true}]
      - id: fraud
        kind: one
        choices: [{id: never, points: 0}, {id: often, points: 1}]
      - id: fax
        kind: one
        choices: [{id: never, points: 0}, {id: daily, points: 1}]
"""
NEW = """\
      - id: copies
        replaces: backup
        kind: one
        choices:
          - {id: nothing, points: 0}
          - {id: by-hand, points: 1}
          - {id: machine, replaces: automatic, points: 2}
      - id: protections
        kind: many
        choices: [{id: updates}, {id: none, exclusive: true}]
      - id: fraud
        kind: one
        weight: 2
        choices: [{id: never, points: 0}, {id: often, points: 1}]
      - id: cloud
        kind: one
        choices: [{id: never, points: 0}, {id: daily, points: 1}]
"""


def write_version(folder: Path, questions: str, version: str, **parts: str) -> Path:
    """Write the questionnaire `small` with its texts into a folder; `parts` are those of `a_structure`."""
    folder.mkdir(parents=True, exist_ok=True)
    structure = a_structure(questions, **parts).replace('version: "1"', f'version: "{version}"')
    for name, text in with_texts(structure).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def an_edition(folder: Path, *, is_old_kept: bool = True) -> Path:
    """An edition with `small` in version 2.0, and version 1.0 kept."""
    if is_old_kept:
        write_version(folder / "versions" / "small@1.0", OLD, "1.0")
    return write_version(folder, NEW, "2.0")
