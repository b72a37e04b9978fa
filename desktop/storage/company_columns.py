"""A company's profile to and from the columns of its record."""

from typing import Any

from desktop.content.company import Company, Contact, People
from desktop.models import CompanyRecord


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


def company_from_record(record: CompanyRecord) -> Company:
    """The profile a record holds."""
    return Company(
        name=record.name,
        vat=record.vat,
        country=record.country,
        region=record.region,
        sector=record.sector,
        ateco=record.ateco,
        headcount=record.headcount,
        turnover_eur=record.turnover_eur,
        balance_sheet_eur=record.balance_sheet_eur,
        people=People(owner=record.owners, employee=record.employees, it=record.it_staff),
        contact=Contact(
            name=record.contact_name,
            role=record.contact_role,
            email=record.contact_email,
            phone=record.contact_phone,
        ),
        hub=record.hub,
    )
