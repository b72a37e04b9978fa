"""The shape of a benchmark file: how the scores of firms of one kind are spread, from which source."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from desktop.content.catalogues.catalogue_file import Nuts2, SectionLetter
from desktop.content.company import SizeClass
from desktop.content.questionnaires.questionnaire_file import Shape, Slug

Points = Annotated[int, Meta(ge=0, le=100)]
Several = Annotated[int, Meta(ge=5, le=10_000_000)]
Source = Annotated[str, Meta(pattern=r"^[^\x00-\x1f\x7f-\x9f]+$(?!\n)", min_length=1, max_length=200)]


class SpreadEntry(Shape, frozen=True, kw_only=True):
    """Of `n` firms a quarter scored at most `lower` points, half `median`, three quarters `upper`."""

    n: Several
    lower: Points
    median: Points
    upper: Points
    mean: Points


class GroupEntry(Shape, frozen=True, kw_only=True):
    """Firms with what they have in common, and their scores in a questionnaire.

    What is None they do not have in common. What too few firms were scored in is not there.
    """

    questionnaire: Slug
    size: SizeClass | None = None
    sector: SectionLetter | None = None
    region: Nuts2 | None = None
    overall: SpreadEntry | None = None
    dimensions: dict[Slug, SpreadEntry] = {}


class BenchmarkFile(Shape, frozen=True, kw_only=True):
    """A file of an edition's `benchmarks/`; `year` is that of the latest assessment in it."""

    kind: Literal["sestante-benchmark"]
    format: Literal[1]
    source: Source
    year: Annotated[int, Meta(ge=2000, le=2200)]
    made_on: date
    groups: Annotated[tuple[GroupEntry, ...], Meta(max_length=100_000)]
