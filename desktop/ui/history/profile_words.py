"""What of a company's profile was changed, in the words of its form."""

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.content.catalogues.catalogue import Network
from desktop.report.profile_names import profile_names
from desktop.report.profile_values import profile_value
from desktop.text import Wording


def profile_differences(
    before: Mapping[str, Any], after: Mapping[str, Any], network: Network, wording: Wording
) -> Iterator[tuple[str, str, str]]:
    """The fields that differ: the name of each with what stood and what stands in it, empty for nothing."""
    for field, name in profile_names(wording).items():
        if before.get(field) != after.get(field):
            was, is_now = (
                profile_value(field, each.get(field), network, wording) for each in (before, after)
            )
            yield name, was, is_now
