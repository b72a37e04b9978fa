"""What two people changed is told in the words of the forms, in the reader's language."""

from typing import Any

import pytest

from desktop.storage.parcels.three_way import Conflict
from desktop.text import wording
from desktop.workspace.conflict_words import ConflictWords
from tests.desks import the_content


@pytest.mark.parametrize(
    ("limit", "value", "told"),
    [
        ("budget_eur", 2000, "2.000\xa0€"),
        ("weeks", 1, "1 settimana"),
        ("start", "2026-05-01", "1º maggio 2026"),
        ("hours_per_week", {"owner": "5/2"}, "Titolare: 2,5 ore a settimana"),
        ("pace", "even", "Distribuiti nei mesi"),
        ("languages", ["it", "en"], "italiano, inglese"),
        ("holidays", [], "–"),
        ("people", None, "–"),
        ("favoured_areas", ["cyber"], "Sicurezza informatica"),
        ("from-a-later-version", 3, "3"),
    ],
)
def test_limits_of_a_plan(limit: str, value: Any, told: str) -> None:
    conflict = Conflict("limits", ("T0", limit), "", None, None, None)
    words = ConflictWords(the_content(), wording("it"))
    assert words.value(conflict, {"value": value}) == told


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("region", "ITF4", "Puglia"),
        ("country", "EL", "Grecia"),
        ("headcount", 1200, "1.200"),
        ("keep_until", "2027-01-31", "31 gennaio 2027"),
        ("name", "Forno Rossi", "Forno Rossi"),
        ("vat", None, "–"),
    ],
)
def test_fields_of_a_profile(field: str, value: Any, told: str) -> None:
    conflict = Conflict("company", (), field, None, None, None)
    assert ConflictWords(the_content(), wording("it")).value(conflict, value) == told


def test_decisions_reminders_and_services() -> None:
    words = ConflictWords(the_content(), wording("it"))

    def told(part: str, *key: str, **row: Any) -> str:
        return words.value(Conflict(part, key, "", None, None, None), row)

    assert (
        told("limits", "T0", "decisions", value={"state": "wanted", "week": 3}) == "Voluto, dalla settimana 4"
    )
    assert (
        told("reminder", text="Telefona", due_on="2026-12-08", done_at=None) == "Telefona · 8 dicembre 2026"
    )
    service = {"title": "Corso", "started_on": "2026-12-08", "state": "under-way", "note": ""}
    assert told("service", **service) == "Corso · 8 dicembre 2026 · in corso"
