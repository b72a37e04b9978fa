"""The facts of one year."""

from msgspec.structs import replace

from desktop.territory.facts import Facts


def of_year(facts: Facts, year: int) -> Facts:
    """What happened in a year, and the companies it happened to."""
    rounds = {each.id: each for each in facts.rounds.values() if each.day.year == year}
    services = tuple(each for each in facts.services if each.started_on.year == year)
    firms = {each.firm for each in rounds.values()} | {each.firm for each in services}
    return replace(
        facts,
        firms={number: firm for number, firm in facts.firms.items() if number in firms},
        rounds=rounds,
        scores=tuple(each for each in facts.scores if each.round in rounds),
        needs=tuple(each for each in facts.needs if each.round in rounds),
        services=services,
        events=tuple(each for each in facts.events if each.held_on.year == year),
    )
