"""What a scope withholds is gone from what leaves, on paper and in data."""

from dataclasses import replace
from datetime import UTC, date, datetime

import msgspec
import pytest

from desktop.content.files.decoding import to_plain
from desktop.dossier import SCOPES, Consent, Dossier, Provenance, share
from desktop.exchange.results.making import result_of
from tests.unit.report.report_builders import a_dossier

_ID = "018f3a5e-7b1c-7000-9d3a-1f2e3d4c5b6a"
_CONTACT = ("Ada Forno", "ada@forno.example", "+39 080 1234567")


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    made = a_dossier(courses=2)
    name, email, phone = _CONTACT
    contact = msgspec.structs.replace(made.company.contact, name=name, email=email, phone=phone)
    company = msgspec.structs.replace(made.company, name="Forno Ada srl", vat="01234567897", contact=contact)
    known = Provenance(_ID, datetime(2026, 11, 20, 9, tzinfo=UTC), "ABCD-2345")
    return replace(made, company=company, provenance=known, consent=Consent(date(2026, 11, 20), "2026-11"))


def _told(dossier: Dossier, scope: str) -> str:
    result = result_of(dossier, scope, "Sestante 0")
    return msgspec.json.encode(result, enc_hook=to_plain).decode()


def test_all_of_a_company_leaves_with_the_full_scope(dossier: Dossier) -> None:
    told = _told(dossier, "full")
    assert all(text in told for text in ("Forno Ada srl", "01234567897", _ID, *_CONTACT))


def test_without_contact_data_nobody_is_named(dossier: Dossier) -> None:
    told = _told(dossier, "no-contact")
    assert "Forno Ada srl" in told
    assert not any(text in told for text in _CONTACT)


def test_scores_alone_do_not_say_whose_they_are(dossier: Dossier) -> None:
    told = _told(dossier, "scores")
    assert not any(text in told for text in ("Forno", "01234567897", _ID, "2026-11-20", *_CONTACT))
    assert "ABCD-2345" in told
    result = result_of(dossier, "scores", "Sestante 0")
    assert [each.answers for each in result.assessments] == [{} for _ in dossier.results]
    assert [each.overall.headline for each in result.assessments] == [
        each.overall.headline for each in result_of(dossier, "full", "Sestante 0").assessments
    ]


@pytest.mark.parametrize("scope", SCOPES)
def test_what_was_withheld_once_never_comes_back(dossier: Dossier, scope: str) -> None:
    assert share(share(dossier, "scores"), scope) == share(dossier, "scores")
