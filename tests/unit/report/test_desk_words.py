"""Offices and people of a hub are told by name, and ids that its file does not know say so."""

import pytest

from desktop.content.networks.hub_desk import HubDesk
from desktop.report.desk_words import office_in_words, person_in_words
from desktop.text import wording
from tests.hub_groups import a_hubs_content


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("luca-conti", "Luca Conti"),
        ("gone-since", "gone-since (not in the hub's file)"),
        ("Mario Rossi", "Mario Rossi"),
        ("", ""),
    ],
)
def test_a_person_is_told_by_name(name: str, told: str) -> None:
    assert person_in_words(a_hubs_content().hub_desk, name, wording("en")) == told


def test_an_office_that_no_file_names_says_so() -> None:
    assert office_in_words(a_hubs_content().hub_desk, "serena", wording("it")) == "Sportello di Serena"
    told = office_in_words(HubDesk(), "serena", wording("it"))
    assert told == "sportello serena (non è nel file dell'hub)"
