"""Sense checks of kinds of doors, labs and funding: ids, places, dates, references, texts, translations."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from desktop.content.files.guesses import like
from desktop.content.files.strict_yaml import Document, Steps
from desktop.content.files.text_marks import find_stale, marks_of, stale_marks
from desktop.content.networks.support_file import (
    FundingEntry,
    FundingFile,
    LabEntry,
    SupportFile,
    SupportTextFile,
)
from desktop.errors import Problem
from desktop.text import say

_Texts = Mapping[str, tuple[Document, SupportTextFile]]


def find_text_problems(document: Document, file: SupportFile, texts: _Texts) -> Iterator[Problem]:
    """Ids twice; texts missing, left over, or translated from a source that has changed."""
    for part in file.parts:
        yield from find_doubles(document, part, [entry.id for entry in getattr(file, part)])
    for language in dict.fromkeys((file.source_language, *file.languages)):
        if language not in texts:
            sentence = say(
                "the texts for `{language}` are missing; add a file that ends in .{language}.yaml",
                language=language,
            )
            yield document.problem(("languages",), sentence, "T001")
    for language, (found, text) in texts.items():
        yield from _find_missing(document, file, found, text)
        if language != file.source_language:
            yield from _find_stale(file, texts, language)


def find_doubles(document: Document, part: str, ids: Iterable[str]) -> Iterator[Problem]:
    """Ids that came before in a part of a file."""
    seen = set[str]()
    for index, name in enumerate(ids):
        if name in seen:
            yield document.problem(
                (part, index), say("the id `{id}` appears twice; rename one", id=name), "C020"
            )
        seen.add(name)


def _find_missing(
    document: Document, file: SupportFile, text_document: Document, text: SupportTextFile
) -> Iterator[Problem]:
    """A text missing in the source language is an error; elsewhere the source stands in for it."""
    is_warning = text.language != file.source_language
    for part in file.parts:
        ids, written = [entry.id for entry in getattr(file, part)], getattr(text, part)
        for index, name in enumerate(ids):
            if name not in written:
                sentence = say(
                    "`{name}` has no text in `{language}`; add it under `{part}`",
                    name=name,
                    language=text.language,
                    part=part,
                )
                yield document.problem((part, index), sentence, "C021", is_warning=is_warning)
        for name in written:
            if name not in ids:
                sentence = say(
                    "`{name}` is not in the structure{guess}; correct its name or remove it",
                    name=name,
                    guess=like(name, ids),
                )
                yield text_document.problem((part, name), sentence, "C022")


def text_hashes(file: SupportFile, text: SupportTextFile) -> dict[str, str]:
    """A short hash of each text: `labs.unipi`, `rules.de-minimis`, ..."""
    return marks_of(
        {f"{part}.{name}": written for part in file.parts for name, written in getattr(text, part).items()}
    )


def _find_stale(file: SupportFile, texts: _Texts, language: str) -> Iterator[Problem]:
    origin = texts.get(file.source_language)
    document, text = texts[language]
    if origin is None:
        return
    yield from find_stale(document, stale_marks(text.translated_from, text_hashes(file, origin[1])))


def find_place_problems(document: Document, file: SupportFile, regions: Collection[str]) -> Iterator[Problem]:
    """Regions nobody knows, and provinces without a region, or both named and left out."""
    part = file.parts[-1]
    for index, entry in enumerate(getattr(file, part)):
        if not isinstance(entry, LabEntry | FundingEntry):
            continue
        for region in entry.regions:
            if region not in regions:
                sentence = say(
                    "`{id}`: `{region}` is not a region of regions.yaml{guess}",
                    id=entry.id,
                    region=region,
                    guess=like(region, regions),
                )
                yield document.problem((part, index, "regions"), sentence, "C023")
        if isinstance(entry, FundingEntry):
            yield from _find_province_problems(document, (part, index), entry)


def _find_province_problems(document: Document, path: Steps, entry: FundingEntry) -> Iterator[Problem]:
    if (entry.provinces or entry.without_provinces) and not entry.regions:
        sentence = say("`{id}` names provinces but no region; add their region to `regions`", id=entry.id)
        yield document.problem((*path, "provinces"), sentence, "C024")
    for province in set(entry.provinces) & set(entry.without_provinces):
        sentence = say(
            "`{id}`: {province} is both named and left out; remove it from one of the lists",
            id=entry.id,
            province=province,
        )
        yield document.problem((*path, "without_provinces"), sentence, "C024")


def find_funding_problems(document: Document, file: FundingFile, hubs: Collection[str]) -> Iterator[Problem]:
    """References that lead nowhere, and periods that end before they begin."""
    funding, rules = [entry.id for entry in file.funding], [rule.id for rule in file.rules]
    for index, entry in enumerate(file.funding):
        path: Steps = ("funding", index)
        others = [name for name in funding if name != entry.id]
        known: list[tuple[str, str | None, Collection[str]]] = [
            ("family", entry.family, others),
            ("replaced_by", entry.replaced_by, others),
            ("hub", entry.hub, hubs),
            *(("rules", rule, rules) for rule in entry.rules),
        ]
        for name, value, there in known:
            if value is not None and value not in there:
                sentence = say(
                    "`{id}`: `{name}` leads to `{value}`, which is not there{guess}",
                    id=entry.id,
                    name=name,
                    value=value,
                    guess=like(value, there),
                )
                yield document.problem((*path, name), sentence, "C025")
        if entry.opens and entry.closes and entry.closes < entry.opens:
            sentence = say("`{id}` closes before it opens; correct one of the two dates", id=entry.id)
            yield document.problem((*path, "closes"), sentence, "C026")
        if entry.loan_min_eur and entry.loan_max_eur and entry.loan_max_eur < entry.loan_min_eur:
            sentence = say("`{id}`: the largest loan is below the smallest; exchange them", id=entry.id)
            yield document.problem((*path, "loan_max_eur"), sentence, "C026")


def find_unexplained_kinds(
    document: Document, kinds: Mapping[str, bool], hub_kinds: list[tuple[str, str]]
) -> Iterator[Problem]:
    """Kinds of hubs.yaml that kinds.yaml does not list with `hubs: true`; the pairs are of hub and kind."""
    for index, (hub, kind) in enumerate(hub_kinds):
        if not kinds.get(kind, False):
            sentence = say(
                "hub `{hub}`: nobody explains the kind `{kind}`; add it to kinds.yaml, `hubs: true`",
                hub=hub,
                kind=kind,
            )
            yield document.problem(("hubs", index, "kind"), sentence, "C027")
