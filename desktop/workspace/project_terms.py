"""What is known of the course, offer or money of a project, in names and values, for its sheet."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from desktop.content.size_words import size_name
from desktop.guidance import FundingMatch
from desktop.guidance.freshness import availability
from desktop.guidance.reasons import Reason, age_caveats
from desktop.projects import About
from desktop.report import terms
from desktop.report.course_words import address_notes, bare_address
from desktop.report.guidance_words import GuidanceWords
from desktop.report.prices import price_in_words
from desktop.report.service_words import rule_name
from desktop.workspace.project_words import ProjectWords

Pair = tuple[str, str]


def terms_of(about: About, words: ProjectWords, day: date) -> tuple[Pair, ...]:
    """Who gives it, how it goes, for whom it is, where that is written; nothing where it is gone."""
    found = {"offer": _offer, "course": _course, "voucher": _voucher}[about.way_kind](about, words, day)
    return tuple(pair for pair in found if pair[1])


def contacts_of(about: About, words: ProjectWords) -> tuple[Pair, ...]:
    """Who of the hub can be asked: the office of the place, coordinators, the expert of the offer."""
    desk, say = words.library.hub_desk, words.wording
    office = desk.office_by_province.get(about.province)
    found: list[Pair] = []
    if office is not None:
        found.append((office.name, _joined((office.address, office.phone, office.email))))
    offer = desk.offers.get(about.way) if about.way_kind == "offer" else None
    for person in desk.people.values():
        if offer is not None and person.id == offer.expert:
            found.append((person.name, _joined((say("expert"), person.email))))
        elif person.duty == "coordinator":
            found.append((person.name, _joined((say("coordinator"), person.email))))
    return tuple(found)


def _offer(about: About, words: ProjectWords, _day: date) -> Iterator[Pair]:
    library, say = words.library, words.wording
    offer = library.hub_desk.offers.get(about.way)
    if offer is None:
        return
    yield say("Hours"), "" if offer.hours is None else terms.hours_in_words(Fraction(offer.hours), say)
    yield say("Companies"), say("{least} to {most}", least=about.least, most=about.most)
    for need, (low, high) in offer.helps.items():
        yield words.need(need), say("from level {low} to {high}", low=low, high=high)
    lab = library.network.support.labs.get(offer.lab or "")
    yield say("Laboratory"), library.network.support.lab_name(lab, say.language) if lab else ""
    yield from _for_whom(offer.sizes, offer.sectors, words)
    yield say("Rule of the public money"), rule_name(library, about.aid_scheme, say)
    yield (
        say("Source"),
        _joined((say("the hub's own file"), terms.as_of_in_words(library.hub_desk.as_of, _day, say))),
    )


def _course(about: About, words: ProjectWords, day: date) -> Iterator[Pair]:
    say = words.wording
    course = words.library.catalogue.courses.get(about.way)
    if course is None:
        return
    is_guess = course.hours_basis == "estimated"
    hours = course.hours
    languages = (terms.language_name(code, say) for code in course.languages)
    yield say("Given by"), _joined((course.provider, course.platform or ""))
    yield (
        say("Hours"),
        (say("to be asked") if hours is None else terms.hours_in_words(hours, say, is_estimated=is_guess)),
    )
    yield say("Form"), terms.format_in_words(course, say)
    yield say("Language"), ", ".join(languages)
    yield say("Certificate"), terms.certificate_in_words(course, say)
    yield say("Price"), price_in_words(course, int(course.cost_eur or 0), say)
    for need, (low, high) in course.teaches.items():
        yield words.need(need), say("from level {low} to {high}", low=low, high=high)
    yield say("Page"), bare_address(course.url or "")
    yield say("Source"), _joined((course.source, address_notes(course, day, say)))


def _voucher(about: About, words: ProjectWords, day: date) -> Iterator[Pair]:
    say, support = words.wording, words.library.network.support
    entry = support.funding.get(about.way)
    if entry is None:
        return
    text = support.funding_text(entry.id, say.language)
    state = availability(entry, support.funding, day)
    members = (Reason("members"),) if entry.through == "training-fund" else ()
    caveats = (*([Reason("firms-only")] if entry.firms_only else ()), *age_caveats(entry.as_of, day))
    amounts = entry.max_share_percent, entry.max_amount_eur
    match, told = (
        FundingMatch(entry, state, *amounts, members, caveats, Fraction()),
        GuidanceWords(words.library, say),
    )
    yield say("Given by"), text.issuer if text else ""
    yield say("What it pays"), f"{told.terms(match)}."
    yield say("Applications"), f"{told.state(match, day)}."
    yield say("What it is about"), text.about if text else ""
    yield say("What to ask"), told.funding_cautions(match)
    yield from _for_whom(entry.sizes, entry.sectors, words)
    if entry.min_people:
        yield say("Learners"), say("at least {count}", count=entry.min_people)
    yield say("Rules"), ", ".join(rule_name(words.library, rule, say) for rule in entry.rules)
    yield say("Source"), entry.source


def _for_whom(sizes: Iterable[str], sectors: Iterable[str], words: ProjectWords) -> Iterator[Pair]:
    say = words.wording
    named = [size_name(size, say) for size in ("micro", "small", "medium", "large") if size in set(sizes)]
    yield say("Sizes"), ", ".join(named)
    yield say("Sectors"), ", ".join(map(words.sector, sectors))


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(filter(None, parts))
