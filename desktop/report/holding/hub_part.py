"""What a hub holds of the company: who looks after it, services, projects, and what advisers told it."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from desktop.report import style
from desktop.report.advising_words import AdviceWords
from desktop.report.flowables import Heading, facts
from desktop.report.holding.tables import table
from desktop.report.holding.told import ToldHolding
from desktop.report.remark_words import about_in_words, said_by
from desktop.report.service_words import money_in_words, rule_name, states_in_words
from desktop.text import Wording


def hub_part(told: ToldHolding, wording: Wording) -> list[Flowable]:
    """The four tables; nothing where the hub holds nothing."""
    pairs = tuple(pair for pair in _pairs(told, wording) if pair[1])
    content: list[Flowable] = []
    if pairs:
        heading = Heading.of(wording("At the hub"), style.SECTION, "at-hub", 1)
        content = [heading, facts(pairs, style.WIDTH)]
    return [*content, *_services(told, wording), *_projects(told, wording), *_sayings(told, wording)]


def _pairs(told: ToldHolding, wording: Wording) -> Iterator[tuple[str, str]]:
    held, words = told.holding.at_hub, AdviceWords(told.library, wording)
    yield wording("Office"), words.office(held.engagement.office)
    yield wording("Officer"), words.person(held.engagement.officer)
    yield wording("Expert"), words.person(held.engagement.expert)
    yield wording("Came from the event"), held.came_from


def _services(told: ToldHolding, wording: Wording) -> list[Flowable]:
    states, rows = states_in_words(wording), []
    files_of: dict[str, list[str]] = {}
    for file in told.holding.service_files:
        files_of.setdefault(file.subject.removeprefix("service:"), []).append(file.file_name)
    for line in told.holding.at_hub.services:
        who = ", ".join(filter(None, (line.officer, line.provider)))
        price = money_in_words(line.price_cents, wording)
        if line.aid_cents:
            aid = money_in_words(line.aid_cents, wording)
            rule = rule_name(told.library, line.aid_scheme, wording)
            price = "\n".join((price, wording("public money {amount}", amount=aid), rule))
        files = ", ".join(files_of.get(line.uid, ()))
        shown = wording("Files: {names}", names=files) if files else ""
        what = "\n".join(filter(None, (line.title, line.note, shown)))
        rows.append((what, f"{wording.date(line.started_on)}\n{states[line.state]}", price, who))
    labels = (wording("Service"), wording("Begins, state"), wording("Price"), wording("Officer, provider"))
    return table(wording("Services of the hub"), "hub-services-held", labels, rows, (0.36, 0.2, 0.22, 0.22))


def _projects(told: ToldHolding, wording: Wording) -> list[Flowable]:
    states = {
        "proposed": wording("proposed"),
        "asked": wording("asked"),
        "in": wording("taking part"),
        "out": wording("not taking part"),
    }
    rows = [(each.title, states.get(each.state, each.state)) for each in told.holding.at_hub.projects]
    labels = (wording("Project"), wording("State"))
    return table(wording("Projects with other companies"), "hub-projects-held", labels, rows, (0.7, 0.3))


def _sayings(told: ToldHolding, wording: Wording) -> list[Flowable]:
    catalogue = told.library.catalogue
    rows = [
        (
            about_in_words(each.remark.about, catalogue, wording),
            each.remark.text,
            f"{each.stage}\n{said_by(each.remark, wording)}",
        )
        for each in told.holding.at_hub.sayings
    ]
    labels = (wording("About"), wording("What was said"), wording("Assessment, by whom"))
    return table(wording("What the experts said"), "hub-sayings-held", labels, rows, (0.22, 0.54, 0.24))
