"""Who the company is, and what is due for it."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from desktop.content.size_words import size_name
from desktop.report import style
from desktop.report.flowables import Heading, facts
from desktop.report.holding.held_words import (
    carrier_in_words,
    day,
    moment_in_words,
    scope_in_words,
)
from desktop.report.holding.tables import table
from desktop.report.holding.told import ToldHolding
from desktop.text import Wording


def company_part(told: ToldHolding, wording: Wording) -> list[Flowable]:
    """The profile, and when it was written down."""
    return [
        Heading.of(wording("The company"), style.SECTION, "company", 1),
        facts(tuple(_pairs(told, wording)), style.WIDTH),
    ]


def _pairs(told: ToldHolding, wording: Wording) -> Iterator[tuple[str, str]]:
    holding, company = told.holding, told.holding.company
    people, contact = company.people, company.contact
    region = told.library.network.regions.get(company.region or "")
    hub = told.library.network.hubs.get(company.hub or "")
    yield wording("Company"), company.name
    yield wording("VAT number"), company.vat
    yield wording("Country"), company.country
    yield wording("Region"), region.name if region else company.region or ""
    provinces = told.library.network.provinces_of(company.region)
    yield wording("Province"), provinces.get(company.province or "", company.province or "")
    yield wording("Sector"), " ".join(filter(None, (_sector(told, wording), company.ateco)))
    yield wording("Staff"), wording.number(company.headcount)
    yield wording("EU size class"), size_name(company.size_class, wording)
    yield wording("Turnover"), _euro(company.turnover_eur, wording)
    yield wording("Balance sheet"), _euro(company.balance_sheet_eur, wording)
    yield (
        wording("Who could take courses"),
        wording(
            "owners or partners: {owners}; employees: {employees}; for the computers: {it}",
            owners=people.owner,
            employees=people.employee,
            it=people.it,
        ),
    )
    yield wording("Contact"), ", ".join(filter(None, (contact.name, contact.role)))
    yield wording("E-mail"), contact.email
    yield wording("Telephone"), contact.phone
    yield wording("Hub"), hub.name if hub else company.hub or ""
    yield wording("Looked after by"), holding.consultant
    yield wording("First recorded"), moment_in_words(holding.created_at, wording)
    yield wording("Archived on"), moment_in_words(holding.archived_at, wording) if holding.archived_at else ""
    yield wording("Number in this program"), holding.uuid


def _sector(told: ToldHolding, wording: Wording) -> str:
    sector = told.holding.company.sector or ""
    entry = told.library.network.sectors_in(wording.language).get(sector)
    return entry.name if entry else sector


def _euro(amount: int | None, wording: Wording) -> str:
    return "" if amount is None else wording.euro(amount)


def reminders_part(told: ToldHolding, wording: Wording) -> list[Flowable]:
    """What is or was due; nothing where nobody wrote anything down."""
    rows = [
        (
            wording.date(each.due_on),
            each.text,
            wording("done on {day}", day=wording.date(day(each.done_at)))
            if each.done_at
            else wording("open"),
        )
        for each in told.holding.reminders
    ]
    labels = (wording("Due on"), wording("What"), wording("State"))
    return table(wording("Reminders"), "reminders", labels, rows, (0.22, 0.53, 0.25))


def imports_part(told: ToldHolding, wording: Wording) -> list[Flowable]:
    """What reports of imports say of the company; nothing where none does."""
    rows = [
        (
            moment_in_words(each.begun_at, wording) if each.begun_at else "–",
            ", ".join(each.files),
            "\n".join(each.said) or each.became,
        )
        for each in told.imports
    ]
    labels = (wording("Imported on"), wording("File"), wording("What the report of the import says"))
    return table(wording("Reports of imports"), "imports", labels, rows, (0.22, 0.3, 0.48))


def results_part(told: ToldHolding, wording: Wording) -> list[Flowable]:
    """The results that came in; nothing where none did."""
    rows = [
        (
            moment_in_words(each.received_at, wording),
            each.file_name,
            ", ".join(
                (each.stage, carrier_in_words(each.carrier, wording), scope_in_words(each.scope, wording))
            ),
        )
        for each in told.holding.results
    ]
    labels = (wording("Received on"), wording("File"), wording("What came"))
    return table(wording("Results received"), "results", labels, rows, (0.25, 0.4, 0.35))
