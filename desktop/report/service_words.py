"""The register of services in words: states, categories, kinds, amounts, public money and its limit."""

from collections.abc import Iterable, Iterator, Mapping

from desktop.advising import AidSoFar, ServiceLine, ServiceTotals
from desktop.content.library import Library
from desktop.report.terms import month_in_words
from desktop.text import Wording

_CENTS, _PERCENT = 100, 100


def money_in_words(cents: int, wording: Wording) -> str:
    """An amount; its cents only where there are any."""
    if cents % _CENTS == 0:
        return wording.euro(cents // _CENTS)
    from babel.numbers import format_currency

    return str(format_currency(cents / _CENTS, "EUR", locale=wording.locale))


def states_in_words(say: Wording) -> Mapping[str, str]:
    """The states of a service, in their order."""
    return {
        "planned": say("planned"),
        "under-way": say("under way"),
        "delivered": say("delivered"),
        "reported": say("reported"),
        "cancelled": say("cancelled"),
    }


def kinds_in_words(say: Wording) -> Mapping[str, str]:
    """How a service counts for the shares of the hub's programme."""
    return {"": say("Does not count"), "training": say("Training"), "consulting": say("Consulting")}


def categories_in_words(library: Library, say: Wording) -> Mapping[str, str]:
    """The categories of services, in the words of the network."""
    texts = library.network.hub_texts
    found = texts.get(say.language) or next(iter(texts.values()), None)
    return dict(found.services) if found else {}


def technologies_in_words(library: Library, say: Wording) -> Mapping[str, str]:
    """The areas a service may be about."""
    return dict(library.catalogue.competence_text(say.language).areas)


def rule_name(library: Library, rule: str, say: Wording) -> str:
    """What a rule for public money is called."""
    text = library.network.support.rule_text(rule, say.language)
    return text.name if text else rule


def aid_in_words(aid: AidSoFar, library: Library, say: Wording) -> str:
    """What the register holds of a company under a rule, in one sentence."""
    return say(
        "{rule}: {granted} in the last {years} years, {planned} planned; limit {limit}.",
        rule=rule_name(library, aid.rule.id, say),
        granted=money_in_words(aid.granted_cents, say),
        planned=money_in_words(aid.planned_cents, say),
        years=aid.rule.years or 3,
        limit="—" if aid.limit_cents is None else money_in_words(aid.limit_cents, say),
    )


def aid_warning(aid: AidSoFar, say: Wording) -> str:
    """That the limit is passed; empty where it is not."""
    if not aid.is_over or aid.limit_cents is None:
        return ""
    return say(
        "With the services in the register {sum} come together within {years} years, more than the limit of "
        "{limit}: move, shorten or cancel one, or ask less public money for it.",
        sum=money_in_words(aid.peak_cents, say),
        limit=money_in_words(aid.limit_cents, say),
        years=aid.rule.years or 3,
    )


def aid_source(aid: AidSoFar, library: Library, say: Wording) -> str:
    """Where the limit comes from, and what the register cannot know."""
    text = library.network.support.rule_text(aid.rule.id, say.language)
    return say(
        "{law}, as of {month}. Aid from others, and to linked firms, is not in this register: ask the "
        "company for its declaration.",
        law=(text.law if text else "") or aid.rule.law,
        month=month_in_words(aid.rule.as_of, say),
    )


def totals_in_words(totals: ServiceTotals, say: Wording) -> str:
    """What lines add up to."""
    count = say.plural("{count} service", "{count} services", totals.count)
    people = say.plural("{count} person", "{count} people", totals.attendees)
    worth = money_in_words(totals.done_cents, say)
    done = say.plural(
        "{count} delivered: {amount}", "{count} delivered: {amount}", totals.done_count, amount=worth
    )
    return "  ·  ".join(
        (
            count,
            people,
            say("value {amount}", amount=money_in_words(totals.value_cents, say)),
            say("public money {amount}", amount=money_in_words(totals.aid_cents, say)),
            done,
        )
    )


def shares_in_words(totals: ServiceTotals, wanted: Mapping[str, int], say: Wording) -> str:
    """How the value divides between training and consulting, and how it should; empty without any value."""
    names = kinds_in_words(say)
    parts = list(_shares(totals, wanted, names, say))
    return "  ·  ".join(parts)


def _shares(
    totals: ServiceTotals, wanted: Mapping[str, int], names: Mapping[str, str], say: Wording
) -> Iterator[str]:
    for kind, share in totals.shares.items():
        percent = round(share * _PERCENT)
        if kind in wanted:
            yield say(
                "{kind}: {share}% (wanted {wanted}%)", kind=names[kind], share=percent, wanted=wanted[kind]
            )
        else:
            yield say("{kind}: {share}%", kind=names[kind], share=percent)


def line_in_words(line: ServiceLine, library: Library, say: Wording) -> str:
    """A line of the register in one sentence."""
    state = states_in_words(say)[line.state]
    parts = (line.title or categories_in_words(library, say).get(line.category, line.category), state)
    return ", ".join((*parts, say.date(line.started_on), money_in_words(line.price_cents, say)))


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts that are written, each once, sorted."""
    return tuple(sorted({text for text in texts if text}))
