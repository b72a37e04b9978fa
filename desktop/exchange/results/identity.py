"""Which company a result is of, where nothing but its profile tells."""

from uuid import NAMESPACE_URL, uuid5

from desktop.content.company import Company, is_vat_number_valid, without_marks

_COMPANIES = uuid5(NAMESPACE_URL, "https://sestante.example/companies")
_SHORTEST_NUMBER = 5


def company_id_of(company: Company) -> str:
    """An id that a company has by its VAT number, or where it has none by its name."""
    number = _bare(company)
    name = " ".join(company.name.casefold().split())
    told = f"vat:{number}" if number else f"name:{name}"
    return str(uuid5(_COMPANIES, f"{company.country}:{told}"))


def vat_number_of(company: Company) -> str:
    """What tells a company from all others of its country; empty where it has no number, or no true one."""
    number = _bare(company)
    is_one = len(number) >= _SHORTEST_NUMBER and any(letter.isdigit() for letter in number)
    return number if is_one and is_vat_number_valid(company.country, company.vat) else ""


def _bare(company: Company) -> str:
    return without_marks(company.vat).removeprefix(company.country)
