"""Courses and their summaries written as the YAML of the catalogue."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from desktop.content.catalogues.catalogue_file import CourseEntry
from desktop.content.files.yaml_writing import flow

_ALWAYS = ("url", "languages", "hours", "cost_eur", "roles", "teaches")


def courses_to_yaml(courses: Iterable[CourseEntry], comment: str) -> str:
    """A file of courses; what an import does not know stands as null."""
    lines = [f"# {_one_line(comment)}", "format: 1", "courses:"]
    for course in courses:
        first, *rest = _entries(course)
        lines.extend([f"  - {first}", *(f"    {line}" for line in rest), ""])
    return "\n".join(lines if lines[-1] == "" else [*lines, ""])


def summaries_to_yaml(summaries: Mapping[str, str], language: str, comment: str) -> str:
    """A file of summaries in one language, by the id of the course."""
    lines = [f"# {_one_line(comment)}", "format: 1", f"language: {flow(language)}", "courses:"]
    for name, summary in summaries.items():
        lines.extend([f"  {flow(name)}:", f"    summary: {flow(summary)}"])
    return "\n".join([*lines, ""])


def _entries(course: CourseEntry) -> Iterator[str]:
    for field in msgspec.structs.fields(CourseEntry):
        value: Any = getattr(course, field.name)
        if field.required or value != field.default or field.name in _ALWAYS:
            yield f"{field.encode_name}: {'null' if value is None else flow(value)}"


def _one_line(text: str) -> str:
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
