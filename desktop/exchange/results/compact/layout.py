"""Which entry of a result stands where in a code, in version 1: an order that never changes."""

from desktop.content.catalogues.catalogue_file import ROLES
from desktop.exchange.results.compact.rows import (
    AsIs,
    ByName,
    Day,
    Fingerprint,
    Hundredths,
    Identity,
    Moment,
    Several,
    Weeks,
    Word,
    row,
)

SCOPES = ("full", "no-contact", "scores")
_STATES = ("wanted", "excluded", "under-way", "done")
_ROLE = Word(ROLES)

ROUND = row("stage code", company_id=Identity(), changed_at=Moment())
FIRM = row("country region sector size_class")
PEOPLE = row("owner employee it")
CONTACT = row("name role email phone")
COMPANY = row(
    "name vat country region sector ateco headcount turnover_eur balance_sheet_eur hub",
    people=PEOPLE,
    contact=CONTACT,
)
HOLIDAY = row(first=Day(), last=Day())
DECISION = row("course week only_week hours_left", role=_ROLE, state=Word(_STATES))
LIMITS = row(
    "hours_per_week weeks budget_eur languages formats favoured_areas pace",
    start=Day(),
    people=PEOPLE,
    holidays=Several(HOLIDAY),
    decisions=Several(DECISION),
)
CONSENT = row("text_version", agreed_on=Day())
SCORE = row("level", low=Hundredths(), headline=Hundredths(), high=Hundredths(), coverage=Hundredths())
COMPETENCE = row("id level", low=Hundredths(), headline=Hundredths(), high=Hundredths())
COURSE = row("id people hours cost_eur", role=_ROLE, weeks=Weeks())
GAP = row("competence level target reason")
PLAN = row(
    "weeks value bound is_optimal quick_wins",
    start=Day(),
    courses=Several(COURSE),
    open_gaps=Several(GAP),
)
ROLE_PEOPLE = row("people lowest median highest")
COMPETENCE_PEOPLE = row("competence", by_role=ByName(ROLE_PEOPLE))
ANSWERED = row("id version", hash=Fingerprint(), answers=AsIs(), numbers=AsIs(), texts=AsIs())
SCORED = row("id version", hash=Fingerprint(), overall=SCORE, dimensions=ByName(SCORE))

ROUND_OF_A_FIRM = row(
    "made_by has_all_people",
    scope=Word(SCOPES),
    made_on=Day(),
    round=ROUND,
    company=COMPANY,
    limits=LIMITS,
    consent=CONSENT,
    answered=Several(ANSWERED),
    people=Several(COMPETENCE_PEOPLE),
    plan=PLAN,
)
"""With answers: scores, competences, the firm and titles follow from what is here."""
SCORES_ALONE = row(
    "made_by",
    made_on=Day(),
    round=ROUND,
    firm=FIRM,
    assessments=Several(SCORED),
    competences=Several(COMPETENCE),
)
"""Without a name: nothing but scores."""
