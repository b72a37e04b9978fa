"""What the fields of a company's profile are called."""

from desktop.text import Wording


def profile_names(wording: Wording) -> dict[str, str]:
    """The names by column, in the order of the form."""
    say = wording
    return {
        "name": say("Name of the company"),
        "vat": say("VAT number"),
        "country": say("Country"),
        "region": say("Region"),
        "province": say("Province"),
        "sector": say("Sector"),
        "ateco": say("ATECO code"),
        "headcount": say("People working in the company"),
        "turnover_eur": say("Yearly turnover in euros"),
        "balance_sheet_eur": say("Balance sheet total in euros"),
        "hub": say("Local hub"),
        "owners": say("Owners"),
        "employees": say("Employees"),
        "it_staff": say("IT staff"),
        "contact_name": say("Name of the contact"),
        "contact_role": say("Role of the contact"),
        "contact_email": say("E-mail"),
        "contact_phone": say("Telephone"),
    }
