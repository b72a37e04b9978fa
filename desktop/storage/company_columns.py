"""A company's profile to and from the columns of its record."""

from typing import Any, Protocol

from desktop.content.company import Company, Contact, People


class Columns(Protocol):
    """Column values by name: a row, or a mapping."""

    def __getitem__(self, name: str, /) -> Any: ...


def company_to_columns(company: Company) -> dict[str, Any]:
    """The profile as column values."""
    return {
        "name": company.name,
        "vat": company.vat,
        "country": company.country,
        "region": company.region,
        "sector": company.sector,
        "ateco": company.ateco,
        "headcount": company.headcount,
        "turnover_eur": company.turnover_eur,
        "balance_sheet_eur": company.balance_sheet_eur,
        "owners": company.people.owner,
        "employees": company.people.employee,
        "it_staff": company.people.it,
        "contact_name": company.contact.name,
        "contact_role": company.contact.role,
        "contact_email": company.contact.email,
        "contact_phone": company.contact.phone,
        "hub": company.hub,
    }


def company_from_columns(columns: Columns) -> Company:
    """The profile that columns hold."""
    return Company(
        name=columns["name"],
        vat=columns["vat"],
        country=columns["country"],
        region=columns["region"],
        sector=columns["sector"],
        ateco=columns["ateco"],
        headcount=columns["headcount"],
        turnover_eur=columns["turnover_eur"],
        balance_sheet_eur=columns["balance_sheet_eur"],
        people=People(owner=columns["owners"], employee=columns["employees"], it=columns["it_staff"]),
        contact=Contact(
            name=columns["contact_name"],
            role=columns["contact_role"],
            email=columns["contact_email"],
            phone=columns["contact_phone"],
        ),
        hub=columns["hub"],
    )
