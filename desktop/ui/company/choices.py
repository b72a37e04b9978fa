"""The lists a company's form chooses from, as pairs of id and text."""

from desktop.content.catalogues.catalogue import Network
from desktop.text import Wording

Choices = list[tuple[str | None, str]]
_COUNTRIES = ("IT", "CH", "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU")
_MORE_COUNTRIES = ("IE", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "SM")
_BABEL_NAMES = {"EL": "GR"}


def country_choices(wording: Wording) -> Choices:
    """Italy and Switzerland first, then the European Union by name."""
    from babel import Locale

    names = Locale.parse(wording.language).territories
    named: Choices = [
        (code, str(names.get(_BABEL_NAMES.get(code, code), code))) for code in (*_COUNTRIES, *_MORE_COUNTRIES)
    ]
    return named[:2] + sorted(named[2:], key=_by_text)


def region_choices(network: Network, country: str | None, wording: Wording) -> Choices:
    """The regions of a country by name."""
    named: Choices = [
        (region.code, region.name) for region in network.regions.values() if region.country == country
    ]
    return [(None, wording("Not chosen")), *sorted(named, key=_by_text)]


def sector_choices(network: Network, wording: Wording) -> Choices:
    """The sections of NACE with everyday examples."""
    texts = network.sectors_in(wording.language)
    named: Choices = [
        (code, f"{texts[code].name} ({texts[code].examples})") for code in network.sectors if code in texts
    ]
    return [(None, wording("Not chosen")), *named]


def province_choices(network: Network, region: str | None, wording: Wording) -> Choices:
    """The provinces of a region by name."""
    named: Choices = list(network.provinces_of(region).items())
    return [(None, wording("Not chosen")), *sorted(named, key=_by_text)]


def hub_choices(network: Network, region: str | None, wording: Wording) -> Choices:
    """The organisations of a region with their towns."""
    named: Choices = [
        (hub.id, f"{hub.name}, {hub.city}" if hub.city else hub.name) for hub in network.hubs_in(region)
    ]
    return [(None, wording("Not chosen")), *named]


def _by_text(choice: tuple[str | None, str]) -> str:
    return choice[1].casefold()
