"""How much public money a company was given under a rule that adds it up over years, such as de minimis."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.advising.service import GRANTED, ServiceLine
from desktop.content.networks.support_file import RuleEntry

_CENTS = 100
_DEFAULT_YEARS = 3
_LEAP_DAY = (2, 29)


@dataclass(frozen=True, slots=True)
class AidSoFar:
    """What the register holds of a company under a rule in the years up to a day; amounts in cents.

    `granted_cents` is of services under way or done, `planned_cents` of those still planned; `peak_cents` is
    the most that any such span of years holds that ends on that day or later, planned ones among them.
    `limit_cents` is None where the rule has no limit. Other aids of the company, and of firms linked to it,
    are not in here.
    """

    rule: RuleEntry
    granted_cents: int
    planned_cents: int
    peak_cents: int
    limit_cents: int | None

    @property
    def left_cents(self) -> int | None:
        """What may still be added, never below 0; None without a limit."""
        return None if self.limit_cents is None else max(0, self.limit_cents - self.peak_cents)

    @property
    def is_over(self) -> bool:
        """Whether some span of years holds more than the limit."""
        return self.limit_cents is not None and self.peak_cents > self.limit_cents


def aid_so_far(lines: Iterable[ServiceLine], company_id: int, rule: RuleEntry, day: date) -> AidSoFar:
    """The aid of one company under a rule, up to a day; what was cancelled does not count."""
    own = [
        line
        for line in lines
        if line.company_id == company_id and line.aid_scheme == rule.id and line.state != "cancelled"
    ]
    years = rule.years or _DEFAULT_YEARS
    recent = [line for line in own if years_before(day, years) < line.started_on <= day]
    ends = {day, *(line.started_on for line in own if line.started_on > day)}
    return AidSoFar(
        rule=rule,
        granted_cents=sum(line.aid_cents for line in recent if line.state in GRANTED),
        planned_cents=sum(line.aid_cents for line in own if line.state == "planned"),
        peak_cents=max(_until(own, end, years) for end in ends),
        limit_cents=None if rule.limit_eur is None else rule.limit_eur * _CENTS,
    )


def years_before(day: date, years: int) -> date:
    """The same day some years ago; the 28th of February for a leap day that is not there."""
    month, number = (2, 28) if (day.month, day.day) == _LEAP_DAY else (day.month, day.day)
    return day.replace(year=max(1, day.year - years), month=month, day=number)


def _until(lines: Iterable[ServiceLine], end: date, years: int) -> int:
    since = years_before(end, years)
    return sum(line.aid_cents for line in lines if since < line.started_on <= end)
