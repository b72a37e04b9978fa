"""A company's profile to and from the columns of its record."""

from typing import Any, Protocol

import msgspec

from desktop.content.company import Company, SizeClass, size_class_of

_OWN = (
    *("name", "vat", "country", "region", "province", "sector", "ateco", "headcount", "turnover_eur"),
    *("balance_sheet_eur", "hub"),
)


COMPANY_COLUMNS = (
    *_OWN,
    *("owners", "employees", "it_staff"),
    *("contact_name", "contact_role", "contact_email", "contact_phone"),
)
"""The columns of the profile; those about looking after the company are not among them."""


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
        "province": company.province,
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
    """The profile that columns hold; ValueError where a value is of the wrong type."""
    own = {name: columns[name] for name in _OWN}
    people = {"owner": columns["owners"], "employee": columns["employees"], "it": columns["it_staff"]}
    contact = {name: columns[f"contact_{name}"] for name in ("name", "role", "email", "phone")}
    return msgspec.convert({**own, "people": people, "contact": contact}, Company)


def size_from_columns(
    headcount: int, turnover_eur: int | None, balance_sheet_eur: int | None
) -> SizeClass | None:
    """The size class that columns tell; None where one is damaged."""
    try:
        return size_class_of(headcount, turnover_eur, balance_sheet_eur)
    except TypeError:
        return None
