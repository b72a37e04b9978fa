"""What of a company's profile was changed, in the words of its form."""

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.content.catalogues.catalogue import Network
from desktop.report.profile_names import profile_names
from desktop.text import Wording
from desktop.ui.company.choices import country_choices


def profile_differences(
    before: Mapping[str, Any], after: Mapping[str, Any], network: Network, wording: Wording
) -> Iterator[tuple[str, str, str]]:
    """The fields that differ: the name of each with what stood and what stands in it, empty for nothing."""
    for field, name in profile_names(wording).items():
        if before.get(field) != after.get(field):
            was, is_now = (_value(field, each.get(field), network, wording) for each in (before, after))
            yield name, was, is_now


def _value(field: str, value: Any, network: Network, wording: Wording) -> str:
    """What a field shows for a value."""
    shown: dict[Any, Any] = {} if value is None else {"": value}
    if isinstance(value, int):
        shown = {"": wording.number(value)}
    elif field == "country":
        shown = dict(country_choices(wording))
    elif field == "region":
        shown = {code: region.name for code, region in network.regions.items()}
    elif field == "province":
        shown = {code: name for region in network.regions.values() for code, name in region.provinces.items()}
    elif field == "sector":
        shown = {code: text.name for code, text in network.sectors_in(wording.language).items()}
    elif field == "hub":
        shown = {name: hub.name for name, hub in network.hubs.items()}
    return "" if value is None else str(shown.get(value) or shown.get("", value))
