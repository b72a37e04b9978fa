"""Sense checks of a questionnaire's structure: every problem of a file as a sentence with its line."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from desktop.content.files.guesses import like
from desktop.content.files.problem_words import PART_NAMES, entry_id, problem, question_named
from desktop.content.files.strict_yaml import Steps
from desktop.content.questionnaires.condition_checks import Asked, find_condition_problems
from desktop.content.questionnaires.points_checks import RESERVED, find_points_problems, find_weight_problems
from desktop.content.questionnaires.questionnaire_building import (
    PlacedEntry,
    Source,
    home_entry,
    placed_entries,
)
from desktop.content.questionnaires.questionnaire_file import QuestionEntry, QuestionnaireFile
from desktop.content.questionnaires.replacing_checks import find_replacing_problems
from desktop.errors import Problem
from desktop.text import Sentence, say

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
            earlier[asked.entry.id] = asked.placed(placed, earlier)


def _asked(source: Source, sources: Mapping[str, Source], placed: PlacedEntry) -> Asked | None:
    """What an entry asks, None where its `use` leads nowhere."""
    found = (source, placed.entry) if placed.entry.use is None else home_entry(placed.entry, sources)
    return Asked.of(placed.entry, found[1], found[0].file) if found else None


def _find_follow_up_problems(
    source: Source, placed: PlacedEntry, asked: Asked, earlier: Mapping[str, Asked]
) -> Iterator[Problem]:
    name = question_named(entry_id(placed.entry))
    if placed.opened_by and placed.entry.follow_ups:
        yield problem(
            source, placed.path, say("{name}: a follow-up cannot have follow-ups", name=name), "Q016"
        )
    opener = earlier.get(placed.opened_by or "")
    if opener is not None and asked.is_scored and not opener.is_scored:
        sentence = say(
            "{name} would never count: its points live inside those of `{opened_by}`, which has "
            "none; make it a question of its own, or add `weight: 0`",
            name=name,
            opened_by=placed.opened_by,
        )
        yield problem(source, placed.path, sentence, "Q031")


def _find_heading_problems(source: Source) -> Iterator[Problem]:
    file = source.file
    if file.source_language not in file.languages:
        sentence = say(
            "source_language `{source_language}` must be among languages",
            source_language=file.source_language,
        )
        yield problem(source, ("source_language",), sentence, "Q001")
    if len(set(file.languages)) < len(file.languages):
        yield problem(source, ("languages",), say("a language appears twice; keep it once"), "Q006")
    yield from _find_missing_parts(source)
    if any(entry.weight < 0 for entry in file.dimensions):
        yield problem(source, ("dimensions",), say("the weight of a dimension must not be below 0"), "Q021")
    if file.dimensions and not any(entry.weight for entry in file.dimensions):
        yield problem(source, ("dimensions",), say("one dimension must have a weight above 0"), "Q036")
    yield from _find_level_problems(source)
    if not 0 <= file.scoring.coverage <= 1:
        yield problem(source, ("scoring", "coverage"), say("coverage must lie between 0 and 1"), "Q005")


def _find_missing_parts(source: Source) -> Iterator[Problem]:
    file = source.file
    for part in ("levels", "dimensions", "sections"):
        if not getattr(file, part):
            yield problem(
                source, (part,), say("a questionnaire needs at least one of the {part}", part=part), "Q029"
            )
    for name, steps in file.scales.items():
        if not steps:
            yield problem(source, ("scales", name), say("scale `{name}` needs steps", name=name), "Q010")


def _find_level_problems(source: Source) -> Iterator[Problem]:
    file = source.file
    bounds = [
        entry.above if entry.above is not None else entry.from_ if entry.from_ is not None else None
        for entry in file.levels
    ]
    for index, (entry, bound) in enumerate(zip(file.levels, bounds, strict=True)):
        if (entry.from_ is None) == (entry.above is None):
            sentence = say("level `{id}` needs exactly one of `from` and `above`", id=entry.id)
            yield problem(source, ("levels", index), sentence, "Q002")
        before = bounds[index - 1] if index else None
        if bound is not None and before is not None and bound <= before:
            sentence = say("level `{id}` must begin higher than the one before it", id=entry.id)
            yield problem(source, ("levels", index), sentence, "Q003")
    if any(bound is not None and bound >= HIGHEST_SCORE for bound in bounds):
        yield problem(
            source, ("levels",), say("every level must begin below 100, or nobody reaches it"), "Q030"
        )
    if file.levels and file.levels[0].from_ != 0:
        yield problem(source, ("levels", 0), say("the first level must begin with `from: 0`"), "Q004")


def _find_duplicates(source: Source) -> Iterator[Problem]:
    for kind, ids in _ids_by_kind(source.file):
        seen: set[str] = set()
        for name, path in ids:
            if name in seen:
                sentence = say(
                    "{kind}: the id `{name}` appears twice; rename one, answers are stored under it",
                    kind=kind,
                    name=name,
                )
                yield problem(source, path, sentence, "Q006")
            seen |= {name} if name else set()


def _ids_by_kind(file: QuestionnaireFile) -> Iterator[tuple[Sentence, list[tuple[str | None, Steps]]]]:
    """The ids that must differ from one another, each with its place."""
    for kind, part in (
        (say("level"), "levels"),
        (say("dimension"), "dimensions"),
        (say("section"), "sections"),
    ):
        yield kind, [(entry.id, (part, index)) for index, entry in enumerate(getattr(file, part))]
    for name, steps in file.scales.items():
        kind = say("step of scale `{name}`", name=name)
        yield kind, [(step.id, ("scales", name, index)) for index, step in enumerate(steps)]
    placed_questions = list(placed_entries(file))
    yield say("question"), [(entry_id(placed.entry), placed.path) for placed in placed_questions]
    for placed in placed_questions:
        for part, word in PART_NAMES.items():
            kind = say("{part} of `{question}`", part=word, question=entry_id(placed.entry))
            entries = enumerate(getattr(placed.entry, part))
            yield kind, [(entry.id, (*placed.path, part, index)) for index, entry in entries]


def _find_use_problems(source: Source, placed: PlacedEntry, *, is_found: bool) -> Iterator[Problem]:
    entry = placed.entry
    if not is_found:
        sentence = say("`use: {use}`: no questionnaire beside this one declares that question", use=entry.use)
        yield problem(source, placed.path, sentence, "Q007")
    added = msgspec.structs.replace(entry, use=None, weight=None, dimension=None, when=None)
    if added != _NOTHING_SAID:
        sentence = say("`use: {use}` may only add weight, dimension and when; remove the rest", use=entry.use)
        yield problem(source, placed.path, sentence, "Q008")


def _find_question_problems(source: Source, placed: PlacedEntry, known: frozenset[str]) -> Iterator[Problem]:
    entry, path, file = placed.entry, placed.path, source.file
    name = question_named(entry.id)
    if entry.id is None or entry.kind is None:
        yield problem(source, path, say("a question needs `id` and `kind` (or `use` alone)"), "Q009")
        return
    if entry.id in RESERVED:
        sentence = say("`{id}` is a reserved word; give the question another id", id=entry.id)
        yield problem(source, path, sentence, "Q018")
    yield from _find_part_problems(source, placed, entry.kind)
    if entry.kind == "grid" and bool(entry.scale) == bool(entry.columns):
        yield problem(
            source, path, say("{name}: a grid needs exactly one of `scale` and `columns`", name=name), "Q012"
        )
    if entry.scale and entry.scale not in file.scales:
        yield problem(
            source,
            (*path, "scale"),
            say(
                "{name}: no scale `{scale}`{guess}",
                name=name,
                scale=entry.scale,
                guess=like(entry.scale, file.scales),
            ),
            "Q013",
        )
    yield from _find_dimension_problems(source, placed)
    yield from find_points_problems(source, placed)
    yield from _find_competence_problems(source, placed, known)


def _find_part_problems(source: Source, placed: PlacedEntry, kind: str) -> Iterator[Problem]:
    entry, name = placed.entry, say("question `{id}` of kind {kind}", id=placed.entry.id, kind=kind)
    for part in _PARTS:
        if part in _NEEDS[kind] and not getattr(entry, part):
            yield problem(source, placed.path, say("{name} needs `{part}`", name=name, part=part), "Q010")
        elif part not in _MAY_HAVE[kind] and getattr(entry, part) != getattr(_NOTHING_SAID, part):
            yield problem(
                source, (*placed.path, part), say("{name} has no `{part}`", name=name, part=part), "Q011"
            )


def _find_dimension_problems(source: Source, placed: PlacedEntry) -> Iterator[Problem]:
    name = question_named(entry_id(placed.entry))
    dimensions = {dimension.id for dimension in source.file.dimensions}
    if placed.dimension is not None and placed.dimension not in dimensions:
        sentence = say(
            "{name}: no dimension `{dimension}`{guess}",
            name=name,
            dimension=placed.dimension,
            guess=like(placed.dimension, dimensions),
        )
        yield problem(source, placed.path, sentence, "Q014")
    if placed.dimension is None and placed.entry.weight != 0:
        yield problem(source, placed.path, say("{name} needs a dimension, or `weight: 0`", name=name), "Q015")


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
        sentence = say(
            "question `{id}`: competences here tell nothing; only points show a competence", id=entry.id
        )
        yield problem(source, placed.path, sentence, "Q037")
    for competence in named:
        if known and competence not in known:
            sentence = say(
                "question `{id}`: no competence `{competence}`{guess}",
                id=entry.id,
                competence=competence,
                guess=like(competence, known),
            )
            yield problem(source, placed.path, sentence, "Q022")
