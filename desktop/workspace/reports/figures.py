"""What leaves without names: figures for the next edition, for the region and for all."""

from collections.abc import Mapping

from desktop.exchange.outward.benchmark import benchmark_bytes, benchmark_file
from desktop.exchange.outward.open_data import company_tables, pack, sum_tables
from desktop.exchange.outward.open_data.fields import COMPANY_FIELDS, SUM_FIELDS
from desktop.report.monitoring import ToldMonitoring, build_monitoring_pdf, monitoring_sheets
from desktop.report.office.table_book import table_book
from desktop.territory.benchmarking import Part, spreads
from desktop.territory.groups import Group
from desktop.territory.monitoring import monitor
from desktop.territory.spread import Spread
from desktop.territory.suppression import LEAST
from desktop.text import wording
from desktop.workspace.reports.making import Made, Making
from desktop.workspace.reports.readme import readme

LEAST_COVERAGE = 66
"""Percent of a questionnaire that must be answered before its scores are put beside others."""


def make_benchmark(making: Making) -> Made:
    """The spread of scores in all groups that may be shown."""
    found = _spreads(making)
    groups = sum(len(of) for of in found.values())
    year = max((each.day.year for each in making.facts.rounds.values()), default=making.made_on.year)
    source = making.wish.hub or "Sestante"
    file = benchmark_file(found, source, year, making.made_on)
    return Made(benchmark_bytes(file) if groups else b"", len(file.groups))


def make_open_data(making: Making) -> Made:
    """All tables in one zip."""
    words, facts = wording(making.wish.language), making.facts
    if making.wish.is_aggregated:
        tables = sum_tables(facts, _spreads(making), making.library.catalogue.competences)
        fields = SUM_FIELDS
    else:
        tables, fields = company_tables(facts, making.code), COMPANY_FIELDS
    data = pack(tables, fields, readme(making, tables, fields, words), words, making.made_on)
    return Made(data, len(facts.firms))


def make_monitoring(making: Making) -> Made:
    """The report for the region, as a document or as sheets."""
    if len(making.facts.firms) < LEAST:
        return Made(b"", 0)
    areas = {name: each.area for name, each in making.library.catalogue.competences.items()}
    figures = monitor(making.facts, areas, LEAST_COVERAGE)
    wish = making.wish
    told = ToldMonitoring(figures, making.library, wish.hub, wish.year, making.made_on)
    if wish.path.suffix.lower() == ".pdf":
        return Made(build_monitoring_pdf(told, wish.language), figures.firms)
    sheets = monitoring_sheets(told, wish.language)
    return Made(table_book(sheets, sheets[0].headings[0], making.made_on), figures.firms)


def _spreads(making: Making) -> Mapping[Part, Mapping[Group, Spread]]:
    return spreads(making.facts, LEAST_COVERAGE)
