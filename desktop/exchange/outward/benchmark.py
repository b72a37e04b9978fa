"""A benchmark file for the next edition, from the spreads in groups of firms."""

from collections.abc import Mapping
from datetime import date

import msgspec

from desktop.content.networks.benchmark_file import BenchmarkFile, GroupEntry, SpreadEntry
from desktop.territory.benchmarking import Part
from desktop.territory.groups import Group
from desktop.territory.spread import Spread


def benchmark_file(
    spreads: Mapping[Part, Mapping[Group, Spread]], source: str, year: int, made_on: date
) -> BenchmarkFile:
    """The file's content; the same figures give the same file."""
    found: dict[tuple[str, Group], dict[str | None, SpreadEntry]] = {}
    for (questionnaire, dimension), groups in spreads.items():
        for group, spread in groups.items():
            found.setdefault((questionnaire, group), {})[dimension] = _entry(spread)
    entries = (_group(*key, parts) for key, parts in sorted(found.items()))
    return BenchmarkFile(
        kind="sestante-benchmark", format=1, source=source, year=year, made_on=made_on, groups=tuple(entries)
    )


def benchmark_bytes(file: BenchmarkFile) -> bytes:
    """The file as JSON, a line for each group."""
    whole: bytes = msgspec.json.encode(msgspec.structs.replace(file, groups=()))
    head = whole.removesuffix(b'"groups":[]}')
    lines = b",\n".join(msgspec.json.encode(each) for each in file.groups)
    return head + b'"groups":[\n' + lines + b"\n]}\n"


def _group(questionnaire: str, group: Group, parts: Mapping[str | None, SpreadEntry]) -> GroupEntry:
    known = dict(zip(("size", "sector", "region"), group, strict=False))
    plain = {
        "questionnaire": questionnaire,
        **known,
        "overall": parts.get(None),
        "dimensions": {name: entry for name, entry in parts.items() if name is not None},
    }
    return msgspec.convert(plain, GroupEntry)


def _entry(spread: Spread) -> SpreadEntry:
    return SpreadEntry(
        n=spread.n, lower=spread.lower, median=spread.median, upper=spread.upper, mean=spread.mean
    )
