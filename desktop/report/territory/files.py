"""The figures of a territory written to a file, whole or not at all; the ending says which kind."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from desktop.report.placing import place
from desktop.report.territory.told import ToldTerritory
from desktop.report.writing import ReportError
from desktop.text import say

SUFFIXES = (".pdf", ".xlsx", ".csv")
_NO_KIND = say("{path} cannot be written: the name must end with .pdf, .xlsx or .csv.")


def write_territory(found: ToldTerritory, path: Path, language: str) -> Path:
    """The figures at `path`, in place of a file of that kind; ReportError where it cannot be written."""
    builders: Mapping[str, Callable[[], bytes]] = {
        ".pdf": partial(_pdf, found, language),
        ".xlsx": partial(_xlsx, found, language),
        ".csv": partial(_csv, found, language),
    }
    build = builders.get(path.suffix.lower())
    if build is None:
        raise ReportError(_NO_KIND, path=path)
    place(path, build())
    return path


def _pdf(found: ToldTerritory, language: str) -> bytes:
    from desktop.report.territory.document import build_territory_pdf

    return build_territory_pdf(found, language)


def _xlsx(found: ToldTerritory, language: str) -> bytes:
    from desktop.report.territory.workbook import build_territory_xlsx

    return build_territory_xlsx(found, language)


def _csv(found: ToldTerritory, language: str) -> bytes:
    from desktop.report.territory.workbook import build_territory_csv

    return build_territory_csv(found, language)
