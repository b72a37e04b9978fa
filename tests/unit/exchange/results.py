"""Results to write, read and spoil."""

from datetime import UTC, date, datetime
from functools import cache
from string import ascii_lowercase
from typing import Any

from hypothesis import strategies as st

from desktop.content.company import Company, Constraints, Contact
from desktop.dossier import Consent, Dossier, Provenance
from desktop.exchange.results.desk_key import DeskKey
from desktop.exchange.results.result import (
    Firm,
    Result,
    ResultAssessment,
    ResultCompetence,
    ResultConsent,
    ResultRound,
    ResultScore,
)
from tests.unit.report.report_builders import a_dossier

COMPANY_ID = "018f3a5e-7b1c-7000-9d3a-1f2e3d4c5b6a"
DESK = DeskKey(bytes(range(32)))
OTHER_DESK = DeskKey(bytes(32))


@cache
def a_known_dossier() -> Dossier:
    """A bakery of six, with an id and an agreement."""
    from dataclasses import replace

    known = Provenance(COMPANY_ID, datetime(2026, 11, 20, 9, tzinfo=UTC), "ABCD-2345")
    return replace(a_dossier(courses=2), provenance=known, consent=Consent(date(2026, 11, 20), "2026-11"))


def a_result(**changes: Any) -> Result:
    """A small result of a company that is named."""
    values = {
        "format": 1,
        "kind": "sestante-result",
        "scope": "full",
        "made_on": date(2026, 12, 1),
        "made_by": "Sestante 0",
        "round": ResultRound(
            stage="T0",
            company_id=COMPANY_ID,
            code="",
            changed_at=datetime(2026, 11, 20, 9, tzinfo=UTC),
        ),
        "firm": Firm(country="IT", region="ITF4", sector="C", size_class="micro"),
        "company": Company(name="Panificio Lorusso", headcount=6),
        "limits": Constraints(),
        "consent": ResultConsent(agreed_on=date(2026, 11, 20), text_version="1"),
        "assessments": (),
        "competences": (),
        "people": (),
        "plan": None,
    }
    return Result(**{**values, **changes})


_SLUGS = st.text(ascii_lowercase, min_size=1, max_size=8)
_LINES = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)
_NAMES = _LINES.filter(str.strip).map("{}x".format)
_POINTS = st.none() | st.integers(0, 10_000).map(lambda number: number / 100)
_ANSWERS = st.recursive(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=20) | st.integers(-(10**14), 10**14),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_SLUGS, inner, max_size=3),
    max_leaves=6,
)
_SCORES = st.builds(
    ResultScore,
    low=_POINTS,
    headline=_POINTS,
    high=_POINTS,
    coverage=st.none() | st.floats(0, 1),
    level=st.none() | _SLUGS,
)
_ASSESSMENTS = st.builds(
    ResultAssessment,
    id=_SLUGS,
    version=_LINES,
    hash=_LINES,
    title=st.dictionaries(st.sampled_from(("it", "en")), _LINES),
    answers=st.dictionaries(_SLUGS, _ANSWERS, max_size=4),
    overall=_SCORES,
    dimensions=st.dictionaries(_SLUGS, _SCORES, max_size=2),
)
_COMPETENCES = st.builds(
    ResultCompetence,
    id=_SLUGS,
    low=st.none() | st.floats(0, 4),
    headline=st.none() | st.floats(0, 4),
    high=st.none() | st.floats(0, 4),
    level=st.none() | st.integers(0, 4),
)
_COMPANIES = st.builds(
    Company,
    name=_NAMES,
    headcount=st.integers(1, 1_000_000),
    vat=_LINES,
    contact=st.builds(Contact, name=_LINES, email=_LINES),
)
RESULTS = st.builds(
    a_result,
    company=_COMPANIES,
    limits=st.builds(
        Constraints,
        hours_per_week=st.dictionaries(
            st.sampled_from(("owner", "it")), st.fractions(0, 40, max_denominator=9)
        ),
        weeks=st.integers(1, 104),
    ),
    made_on=st.dates(),
    assessments=st.lists(_ASSESSMENTS, max_size=2).map(tuple),
    competences=st.lists(_COMPETENCES, max_size=2).map(tuple),
)
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
