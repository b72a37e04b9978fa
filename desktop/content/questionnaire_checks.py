"""Sense checks of a questionnaire's structure: every problem of a file as a sentence with its line."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from desktop.content.condition_checks import Asked, find_condition_problems
from desktop.content.points_checks import RESERVED, find_points_problems, find_weight_problems
from desktop.content.problem_words import entry_id, like, problem
from desktop.content.questionnaire_building import PlacedEntry, Source, home_entry, placed_entries
from desktop.content.questionnaire_file import QuestionEntry
from desktop.content.replacing_checks import find_replacing_problems
from desktop.content.strict_yaml import Steps
from desktop.errors import Problem

_NEEDS = {
    "one": ("choices",),
    "many": ("choices",),
    "scale": ("scale",),
    "grid": ("rows",),
    "number": (),
    "text": (),
}
_MAY_HAVE = {
    "one": {"choices"},
    "many": {"choices"},
    "scale": {"scale"},
    "grid": {"rows", "scale", "columns"},
    "number": {"minimum", "maximum", "unit", "bands"},
    "text": {"maximum_length"},
}
_PARTS = (
    *("choices", "scale", "rows", "columns", "minimum", "maximum", "unit", "bands"),
    "maximum_length",
)
_NOTHING_SAID = QuestionEntry()
HIGHEST_SCORE = 100


def find_structure_problems(
    source: Source, sources: Mapping[str, Source], competences: Iterable[str]
) -> Iterator[Problem]:
    """Everything wrong in the structure file, in the order of the file's parts."""
    yield from _find_heading_problems(source)
    yield from _find_duplicates(source)
    yield from find_replacing_problems(source, sources)
    known = frozenset(competences)
    earlier: dict[str, Asked] = {}
    for placed in placed_entries(source.file):
        asked = _asked(source, sources, placed)
        if placed.entry.use is not None:
            yield from _find_use_problems(source, placed, is_found=asked is not None)
            yield from _find_dimension_problems(source, placed)
        else:
            yield from _find_question_problems(source, placed, known)
        yield from find_weight_problems(source, placed)
        if asked is None:
            continue
        yield from find_condition_problems(source, placed, earlier, is_scored=asked.is_scored)
        yield from _find_follow_up_problems(source, placed, asked, earlier)
        if asked.entry.id:
            earlier[asked.entry.id] = asked


def _asked(source: Source, sources: Mapping[str, Source], placed: PlacedEntry) -> Asked | None:
    """What an entry asks, None where its `use` leads nowhere."""
    found = (source, placed.entry) if placed.entry.use is None else home_entry(placed.entry, sources)
    return Asked.of(placed.entry, found[1], found[0].file) if found else None


def _find_follow_up_problems(
    source: Source, placed: PlacedEntry, asked: Asked, earlier: Mapping[str, Asked]
) -> Iterator[Problem]:
    name = f"question `{entry_id(placed.entry)}`"
    if placed.opened_by and placed.entry.follow_ups:
        yield problem(source, placed.path, f"{name}: a follow-up cannot have follow-ups", "Q016")
    opener = earlier.get(placed.opened_by or "")
    if opener is not None and asked.is_scored and not opener.is_scored:
        sentence = (
            f"{name} would never count: its points live inside those of `{placed.opened_by}`, which has "
            f"none; make it a question of its own, or add `weight: 0`"
        )
        yield problem(source, placed.path, sentence, "Q031")


def _find_heading_problems(source: Source) -> Iterator[Problem]:
    file = source.file
    if file.source_language not in file.languages:
        sentence = f"source_language `{file.source_language}` must be among languages"
        yield problem(source, ("source_language",), sentence, "Q001")
    if len(set(file.languages)) < len(file.languages):
        yield problem(source, ("languages",), "a language stands twice; keep it once", "Q006")
    yield from _find_missing_parts(source)
    if any(entry.weight < 0 for entry in file.dimensions):
        yield problem(source, ("dimensions",), "the weight of a dimension must not be below 0", "Q021")
    if file.dimensions and not any(entry.weight for entry in file.dimensions):
        yield problem(source, ("dimensions",), "one dimension must have a weight above 0", "Q036")
    yield from _find_level_problems(source)
    if not 0 <= file.scoring.coverage <= 1:
        yield problem(source, ("scoring", "coverage"), "coverage must lie between 0 and 1", "Q005")


def _find_missing_parts(source: Source) -> Iterator[Problem]:
    file = source.file
    for part in ("levels", "dimensions", "sections"):
        if not getattr(file, part):
            yield problem(source, (part,), f"a questionnaire needs at least one of the {part}", "Q029")
    for name, steps in file.scales.items():
        if not steps:
            yield problem(source, ("scales", name), f"scale `{name}` needs steps", "Q010")


def _find_level_problems(source: Source) -> Iterator[Problem]:
    file = source.file
    bounds = [
        entry.above if entry.above is not None else entry.from_ if entry.from_ is not None else None
        for entry in file.levels
    ]
    for index, (entry, bound) in enumerate(zip(file.levels, bounds, strict=True)):
        if (entry.from_ is None) == (entry.above is None):
            sentence = f"level `{entry.id}` needs exactly one of `from` and `above`"
            yield problem(source, ("levels", index), sentence, "Q002")
        before = bounds[index - 1] if index else None
        if bound is not None and before is not None and bound <= before:
            sentence = f"level `{entry.id}` must begin higher than the one before it"
            yield problem(source, ("levels", index), sentence, "Q003")
    if any(bound is not None and bound >= HIGHEST_SCORE for bound in bounds):
        yield problem(source, ("levels",), "every level must begin below 100, or nobody reaches it", "Q030")
    if file.levels and file.levels[0].from_ != 0:
        yield problem(source, ("levels", 0), "the first level must begin with `from: 0`", "Q004")


def _find_duplicates(source: Source) -> Iterator[Problem]:
    file = source.file
    names: list[tuple[str, str | None, Steps]] = [
        *(("level", entry.id, ("levels", i)) for i, entry in enumerate(file.levels)),
        *(("dimension", entry.id, ("dimensions", i)) for i, entry in enumerate(file.dimensions)),
        *(("section", entry.id, ("sections", i)) for i, entry in enumerate(file.sections)),
        *(
            (f"step of scale `{name}`", step.id, ("scales", name, i))
            for name, steps in file.scales.items()
            for i, step in enumerate(steps)
        ),
    ]
    for placed in placed_entries(file):
        names.append(("question", entry_id(placed.entry), placed.path))
        for part in ("choices", "rows", "columns"):
            for index, entry in enumerate(getattr(placed.entry, part)):
                kind = f"{part[:-1]} of `{entry_id(placed.entry)}`"
                names.append((kind, entry.id, (*placed.path, part, index)))
    seen: set[tuple[str, str]] = set()
    for kind, name, path in names:
        if name is None:
            continue
        if (kind, name) in seen:
            sentence = f"{kind}: the id `{name}` appears twice; rename one, answers are stored under it"
            yield problem(source, path, sentence, "Q006")
        seen.add((kind, name))


def _find_use_problems(source: Source, placed: PlacedEntry, *, is_found: bool) -> Iterator[Problem]:
    entry = placed.entry
    if not is_found:
        sentence = f"`use: {entry.use}`: no questionnaire beside this one declares that question"
        yield problem(source, placed.path, sentence, "Q007")
    added = msgspec.structs.replace(entry, use=None, weight=None, dimension=None, when=None)
    if added != _NOTHING_SAID:
        sentence = f"`use: {entry.use}` may only add weight, dimension and when; remove the rest"
        yield problem(source, placed.path, sentence, "Q008")


def _find_question_problems(source: Source, placed: PlacedEntry, known: frozenset[str]) -> Iterator[Problem]:
    entry, path, file = placed.entry, placed.path, source.file
    name = f"question `{entry.id}`"
    if entry.id is None or entry.kind is None:
        yield problem(source, path, "a question needs `id` and `kind` (or `use` alone)", "Q009")
        return
    if entry.id in RESERVED:
        sentence = f"`{entry.id}` is a reserved word; give the question another id"
        yield problem(source, path, sentence, "Q018")
    yield from _find_part_problems(source, placed, entry.kind)
    if entry.kind == "grid" and bool(entry.scale) == bool(entry.columns):
        yield problem(source, path, f"{name}: a grid needs exactly one of `scale` and `columns`", "Q012")
    if entry.scale and entry.scale not in file.scales:
        yield problem(
            source,
            (*path, "scale"),
            f"{name}: no scale `{entry.scale}`{like(entry.scale, file.scales)}",
            "Q013",
        )
    yield from _find_dimension_problems(source, placed)
    yield from find_points_problems(source, placed)
    yield from _find_competence_problems(source, placed, known)


def _find_part_problems(source: Source, placed: PlacedEntry, kind: str) -> Iterator[Problem]:
    entry, name = placed.entry, f"question `{placed.entry.id}` of kind {kind}"
    for part in _PARTS:
        if part in _NEEDS[kind] and not getattr(entry, part):
            yield problem(source, placed.path, f"{name} needs `{part}`", "Q010")
        elif part not in _MAY_HAVE[kind] and getattr(entry, part) != getattr(_NOTHING_SAID, part):
            yield problem(source, (*placed.path, part), f"{name} has no `{part}`", "Q011")


def _find_dimension_problems(source: Source, placed: PlacedEntry) -> Iterator[Problem]:
    name = f"question `{entry_id(placed.entry)}`"
    dimensions = {dimension.id for dimension in source.file.dimensions}
    if placed.dimension is not None and placed.dimension not in dimensions:
        sentence = f"{name}: no dimension `{placed.dimension}`{like(placed.dimension, dimensions)}"
        yield problem(source, placed.path, sentence, "Q014")
    if placed.dimension is None and placed.entry.weight != 0:
        yield problem(source, placed.path, f"{name} needs a dimension, or `weight: 0`", "Q015")


def _find_competence_problems(
    source: Source, placed: PlacedEntry, known: frozenset[str]
) -> Iterator[Problem]:
    entry = placed.entry
    named = list(entry.competences)
    named.extend(competence for choice in entry.choices for competence in choice.competences)
    named.extend(competence for row in entry.rows for competence in row.competences)
    tells = entry.kind != "text" and (entry.kind != "number" or bool(entry.bands))
    is_ignored = entry.kind != "many" and any(choice.competences for choice in entry.choices)
    if is_ignored or (named and not tells):
        sentence = f"question `{entry.id}`: competences here tell nothing; only points show a competence"
        yield problem(source, placed.path, sentence, "Q037")
    for competence in named:
        if known and competence not in known:
            sentence = f"question `{entry.id}`: no competence `{competence}`{like(competence, known)}"
            yield problem(source, placed.path, sentence, "Q022")
