"""What the fields of a company's profile show for the values they are stored as."""

from collections.abc import Mapping
from typing import Any

from desktop.content.catalogues.catalogue import Network
from desktop.text import Wording

_BABEL_NAMES = {"EL": "GR"}


def profile_value(field: str, value: Any, network: Network, wording: Wording) -> str:
    """What the field shows; empty for nothing, the code itself where the network lacks it."""
    if value is None:
        return ""
    if isinstance(value, int):
        return wording.number(value)
    return _names(field, str(value), network, wording).get(str(value)) or str(value)


def _names(field: str, code: str, network: Network, wording: Wording) -> Mapping[str, str]:
    match field:
        case "country":
            from babel import Locale

            names = Locale.parse(wording.language).territories
            return {code: str(names.get(_BABEL_NAMES.get(code, code), code))}
        case "region":
            return {code: region.name for code, region in network.regions.items()}
        case "province":
            return {
                code: name for region in network.regions.values() for code, name in region.provinces.items()
            }
        case "sector":
            return {code: text.name for code, text in network.sectors_in(wording.language).items()}
        case "hub":
            return {name: hub.name for name, hub in network.hubs.items()}
    return {}
