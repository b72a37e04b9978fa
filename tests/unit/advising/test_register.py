"""The register adds up, and tells when public money comes to its limit."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desktop.advising import Register, RegisterWish, ServiceLine, aid_so_far, totals_of
from desktop.advising.aid import years_before
from desktop.content.networks.support_file import RuleEntry

RULE = RuleEntry(id="de-minimis", limit_eur=300_000, years=3, law="Reg.", source="x", as_of="2026-02")
DAY = date(2026, 11, 23)
LINE = ServiceLine(
    "a", 1, "training", "Cloud", DAY, kind="training", price_cents=60_000, state="delivered", company="Forno"
)


def aid(cents: int, day: date, **others: object) -> ServiceLine:
    given = {"aid_cents": cents, "aid_scheme": "de-minimis", "started_on": day, **others}
    return replace(LINE, **given)  # type: ignore[arg-type]


def test_aid_counts_for_three_years_to_the_day() -> None:
    lines = [aid(100, date(2023, 11, 23)), aid(200, date(2023, 11, 24)), aid(400, DAY, company_id=2)]
    found = aid_so_far(lines, 1, RULE, DAY)
    assert (found.granted_cents, found.planned_cents, found.is_over) == (200, 0, False)
    assert found.left_cents == 30_000_000 - 200


def test_a_plan_that_passes_the_limit_later_is_warned_of_now() -> None:
    lines = [aid(29_000_000, DAY), aid(2_000_000, date(2027, 5, 1), state="planned")]
    found = aid_so_far(lines, 1, RULE, DAY)
    assert found.is_over
    assert (found.granted_cents, found.planned_cents, found.left_cents) == (29_000_000, 2_000_000, 0)
    cancelled = [lines[0], replace(lines[1], state="cancelled")]
    assert not aid_so_far(cancelled, 1, RULE, DAY).is_over
    assert not aid_so_far([lines[0], replace(lines[1], aid_scheme="")], 1, RULE, DAY).is_over


@given(st.lists(st.tuples(st.integers(0, 10**6), st.dates(date(2015, 1, 1), date(2035, 1, 1)))), st.dates())
def test_the_peak_is_never_less_than_what_was_granted(told: list[tuple[int, date]], day: date) -> None:
    found = aid_so_far([aid(cents, when) for cents, when in told], 1, RULE, day)
    assert 0 <= found.granted_cents <= found.peak_cents <= sum(cents for cents, _ in told)


def test_a_leap_day_has_a_day_three_years_before() -> None:
    assert years_before(date(2028, 2, 29), 3) == date(2025, 2, 28)


def test_sums_leave_out_what_was_cancelled_and_divide_the_kinds() -> None:
    consulting = replace(LINE, uid="b", kind="consulting", price_cents=40_000, state="planned")
    lines = [LINE, consulting, replace(LINE, uid="c", state="cancelled", price_cents=9)]
    found = totals_of(lines)
    assert (found.count, found.value_cents, found.done_cents) == (2, 100_000, 60_000)
    assert found.shares == {"training": Fraction(3, 5), "consulting": Fraction(2, 5)}
    assert found.states["cancelled"] == 1
    assert totals_of([]).shares == {}


def test_lines_are_found_by_words_state_and_year() -> None:
    old = replace(LINE, uid="b", title="Audit", started_on=date(2024, 1, 1), state="planned", officer="Sara")
    register = Register([old, LINE])
    assert register.find(RegisterWish()) == (LINE, old)
    assert register.find(RegisterWish(words="forno AUD")) == (old,)
    assert register.find(RegisterWish(state="planned", officer="Sara", year=2024)) == (old,)
    assert register.find(RegisterWish(category="networking")) == ()


def test_the_register_is_searched_without_accents_and_capitals() -> None:
    line = replace(LINE, company="Caffè Città")
    assert Register([line]).find(RegisterWish("citta CAFFE")) == (line,)
    assert Register([line]).find(RegisterWish("citta forno")) == ()
