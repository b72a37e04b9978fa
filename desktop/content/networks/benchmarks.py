"""What firms like one scored, found in the benchmark files of an edition."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path

import msgspec

from desktop.content.company import Company
from desktop.content.files.shape_words import in_plain_words
from desktop.content.networks.benchmark_file import BenchmarkFile, GroupEntry, SpreadEntry
from desktop.errors import Problem, system_reason
from desktop.text import say

FOLDER = "benchmarks"
_LARGEST = 30_000_000  # bytes
_Key = tuple[str, str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class FirmsLike:
    """How firms like one scored: what they share with it, from whom and of which year that is known.

    `lacking` is what the company does not say of itself (size, sector, region). What is neither `shared` nor
    lacking is not shared because too few firms do.
    """

    spread: SpreadEntry
    shared: tuple[str, ...]
    lacking: tuple[str, ...]
    source: str
    year: int


@dataclass(frozen=True)
class Benchmarks:
    """The benchmark files of an edition; none in one that brings no figures."""

    files: tuple[BenchmarkFile, ...] = ()

    def like(self, company: Company, questionnaire: str, dimension: str | None = None) -> FirmsLike | None:
        """The narrowest group of firms like a company; of several the newest, then the largest.

        Without a dimension it is about the whole questionnaire. None where nothing is known.
        """
        parts = ("size", company.size_class), ("sector", company.sector), ("region", company.region)
        known = tuple(takewhile(_is_told, parts))
        lacking = tuple(name for name, value in parts if not value)
        for end in range(len(known), -1, -1):
            shared = dict(known[:end])
            found = list(self._found(questionnaire, shared, dimension))
            if found:
                file, spread = max(found, key=lambda each: (each[0].year, each[1].n, each[0].source))
                return FirmsLike(spread, tuple(shared), lacking, file.source, file.year)
        return None

    def likes(
        self, company: Company, questionnaire: str, dimensions: Iterable[str]
    ) -> Mapping[str | None, FirmsLike]:
        """Of the whole questionnaire (None) and of each dimension what is known, as `like` finds it."""
        found = {name: self.like(company, questionnaire, name) for name in (None, *dimensions)}
        return {name: like for name, like in found.items() if like is not None}

    def _found(
        self, questionnaire: str, shared: Mapping[str, str | None], dimension: str | None
    ) -> Iterator[tuple[BenchmarkFile, SpreadEntry]]:
        key = (questionnaire, shared.get("size"), shared.get("sector"), shared.get("region"))
        for file, entry in self._groups.get(key, ()):
            spread = entry.overall if dimension is None else entry.dimensions.get(dimension)
            if spread is not None:
                yield file, spread

    @cached_property
    def _groups(self) -> Mapping[_Key, Sequence[tuple[BenchmarkFile, GroupEntry]]]:
        found: dict[_Key, list[tuple[BenchmarkFile, GroupEntry]]] = {}
        for file in self.files:
            for entry in file.groups:
                key = (entry.questionnaire, entry.size, entry.sector, entry.region)
                found.setdefault(key, []).append((file, entry))
        return found


def read_benchmarks(folder: Path) -> tuple[Benchmarks, tuple[Problem, ...]]:
    """The benchmark files (*.json) of a folder, which may be missing; those that cannot be read are told."""
    files, problems = list[BenchmarkFile](), list[Problem]()
    for path in sorted(folder.glob("*.json")):
        found = _read(path)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            files.append(found)
    return Benchmarks(tuple(files)), tuple(problems)


def _read(path: Path) -> BenchmarkFile | Problem:
    try:
        if path.stat().st_size > _LARGEST:
            return Problem(
                str(path), 0, say("the file is too large for a benchmark file; make it anew"), "B001"
            )
        return msgspec.json.decode(path.read_bytes(), type=BenchmarkFile)
    except OSError as error:
        return Problem(str(path), 0, system_reason(error), "B011")
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        told = str(error).partition(" - at ")[0]
        sentence = say(
            "this is no benchmark file of this version ({reason}); make it anew with hub-export benchmark",
            reason=in_plain_words(told),
        )
        return Problem(str(path), 0, sentence, "B012")


def _is_told(part: tuple[str, str | None]) -> bool:
    return bool(part[1])
