"""Words for the calendar: what its marks mean, and why a course begins in another week than chosen."""

from datetime import timedelta

from desktop.content.company import Constraints
from desktop.planning.calendar.delays import Delay
from desktop.planning.deciding import is_pinned
from desktop.planning.plan import Plan
from desktop.text import Wording


def marks_in_words(plan: Plan, limits: Constraints, wording: Wording) -> str:
    """What the marks mean that this calendar has; empty where it has none."""
    end = plan.start + timedelta(weeks=plan.number_of_weeks)
    has_holidays = any(each.first < end and each.last >= plan.start for each in limits.holidays)
    return " ".join(
        sentence
        for is_there, sentence in (
            (has_holidays, wording("Shaded days are holidays.")),
            (any(map(is_pinned, plan.courses)), wording("A pin marks a week chosen by hand.")),
        )
        if is_there
    )


def week_in_words(week: int, plan: Plan, wording: Wording) -> str:
    """A week, counted from 0, with its first day."""
    day = wording.date(plan.start + timedelta(weeks=week))
    return wording("Week {week}, from {date}", week=week + 1, date=day)


def delay_in_words(delay: Delay, wording: Wording) -> str:
    """Why a course does not begin in the week chosen."""
    week, chosen = delay.week + 1, delay.chosen + 1
    title = "" if delay.other is None else delay.other.title
    if delay.reason == "builds-on":
        return wording(
            "Moved to week {week}: it builds on “{title}”, which ends in week {until}.",
            week=week,
            title=title,
            until=delay.until + 1,
        )
    if delay.reason == "taken":
        return wording(
            "Moved to week {week}: in week {chosen} the hours go to “{title}”.",
            week=week,
            chosen=chosen,
            title=title,
        )
    if delay.reason == "holiday":
        return wording("Moved to week {week}: nobody studies in week {chosen}.", week=week, chosen=chosen)
    return wording(
        "Moved to week {week}: from week {chosen} on there is not time enough for it and what comes after.",
        week=week,
        chosen=chosen,
    )
