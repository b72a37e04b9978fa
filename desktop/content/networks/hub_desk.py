"""A hub as it works: offices, people, offers and targets, read from its folder and checked."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import cast

from desktop.content.company import Company
from desktop.content.files.guesses import like
from desktop.content.files.strict_yaml import Document, Steps
from desktop.content.networks.hub_desk_file import (
    SHAPES,
    HubDeskFile,
    HubDeskTextFile,
    OfferEntry,
    OfferText,
    OfficeEntry,
    PersonEntry,
    TargetEntry,
)
from desktop.content.networks.support_checks import find_text_problems
from desktop.content.networks.support_reading import read_support_source
from desktop.errors import Problem
from desktop.text import say

FILE = "hub.yaml"
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What a hub's file may name: provinces, services, competences, labs."""

    provinces: Collection[str]
    services: Collection[str]
    competences: Collection[str]
    labs: Collection[str]


@dataclass(frozen=True)
class HubDesk:
    """A hub's offices, people, offers and targets by id, in the file's order; texts by language."""

    hub: str = ""
    as_of: str = ""
    offices: Mapping[str, OfficeEntry] = field(default_factory=dict)
    people: Mapping[str, PersonEntry] = field(default_factory=dict)
    offers: Mapping[str, OfferEntry] = field(default_factory=dict)
    targets: Mapping[str, TargetEntry] = field(default_factory=dict)
    shares: Mapping[str, int] = field(default_factory=dict)
    next_round_months: int = 12
    source_language: str = "it"
    texts: Mapping[str, HubDeskTextFile] = field(default_factory=dict)

    def office_for(self, company: Company) -> OfficeEntry | None:
        """The office of a company's province, if one is named there."""
        return self.office_by_province.get(company.province or "")

    @cached_property
    def office_by_province(self) -> Mapping[str, OfficeEntry]:
        """The office of each province; of two that name the same one, the first."""
        found: dict[str, OfficeEntry] = {}
        for office in self.offices.values():
            for province in office.provinces:
                found.setdefault(province, office)
        return found

    def office_name(self, name: str) -> str:
        """What an office is called: by its id, else as it was written."""
        return self.offices[name].name if name in self.offices else name

    def person_name(self, name: str) -> str:
        """What somebody is called: by the id, else as it was written."""
        return self.people[name].name if name in self.people else name

    def offer_text(self, offer: str, language: str) -> OfferText | None:
        """An offer in words, in a language or in that of the source."""
        for each in (language, self.source_language):
            text = self.texts.get(each)
            if text is not None and offer in text.offers:
                return text.offers[offer]
        return None

    def target_title(self, target: str, language: str) -> str:
        """A target in words; its id where nobody wrote any."""
        for each in (language, self.source_language):
            text = self.texts.get(each)
            if text is not None and target in text.targets:
                return text.targets[target].title
        return target


def read_hub_desk(folder: Path, known: KnownNames) -> tuple[HubDesk, tuple[Problem, ...]]:
    """The hub in `folder` with what is wrong; an empty one where there is no file.

    ContentError where a shape is wrong.
    """
    if not (folder / FILE).exists():
        return HubDesk(), ()
    source = read_support_source(folder / FILE, SHAPES)
    file = cast("HubDeskFile", source.file)
    problems = [
        *find_text_problems(source.document, file, source.texts),
        *_find_problems(source.document, file, known),
    ]
    texts = {language: cast("HubDeskTextFile", text) for language, (_, text) in source.texts.items()}
    hub = HubDesk(
        hub=file.hub,
        as_of=file.as_of,
        offices={each.id: each for each in file.offices},
        people={each.id: each for each in file.people},
        offers={each.id: each for each in file.offers},
        targets={each.id: each for each in file.targets},
        shares=dict(file.shares.items()),
        next_round_months=file.next_round_months,
        source_language=file.source_language,
        texts=texts,
    )
    return hub, tuple(problems)


def _find_problems(document: Document, file: HubDeskFile, known: KnownNames) -> Iterator[Problem]:
    offices, people = [each.id for each in file.offices], [each.id for each in file.people]
    yield from _find_doubles(document, "offices", offices)
    yield from _find_doubles(document, "people", people)
    for index, office in enumerate(file.offices):
        yield from _unknown(document, ("offices", index, "provinces"), office.provinces, known.provinces)
    for index, person in enumerate(file.people):
        yield from _unknown(document, ("people", index, "office"), _given(person.office), offices)
        yield from _unknown(document, ("people", index, "competences"), person.competences, known.competences)
    for index, offer in enumerate(file.offers):
        path = ("offers", index)
        yield from _unknown(document, (*path, "service"), (offer.service,), known.services)
        yield from _unknown(document, (*path, "helps"), offer.helps, known.competences)
        yield from _unknown(document, (*path, "lab"), _given(offer.lab), known.labs)
        yield from _unknown(document, (*path, "expert"), _given(offer.expert), people)
        yield from _find_offer_problems(document, path, offer)
    yield from _find_target_problems(document, file)


def _given(name: str | None) -> tuple[str, ...]:
    return () if name is None else (name,)


def _find_doubles(document: Document, part: str, ids: Sequence[str]) -> Iterator[Problem]:
    for index, name in enumerate(ids):
        if name in ids[:index]:
            sentence = say("the id `{id}` appears twice; rename one", id=name)
            yield document.problem((part, index), sentence, "C020")


def _find_target_problems(document: Document, file: HubDeskFile) -> Iterator[Problem]:
    for index, target in enumerate(file.targets):
        if target.begins is not None and target.by < target.begins:
            sentence = say("`{id}` ends before it begins; correct one of its days", id=target.id)
            yield document.problem(("targets", index, "by"), sentence, "C042")
    if file.shares and sum(file.shares.values()) != _WHOLE:
        yield document.problem(("shares",), say("the shares must add up to 100"), "C044")


def _find_offer_problems(document: Document, path: Steps, offer: OfferEntry) -> Iterator[Problem]:
    for competence, (least, reached) in offer.helps.items():
        if least >= reached:
            sentence = say(
                "`{id}`: `{competence}` must lead to a higher level than it needs",
                id=offer.id,
                competence=competence,
            )
            yield document.problem((*path, "helps"), sentence, "C041")
    if offer.most_companies < offer.least_companies:
        sentence = say("`{id}` needs more companies than it may have; correct one of the two", id=offer.id)
        yield document.problem((*path, "most_companies"), sentence, "C043")


def _unknown(
    document: Document, path: Steps, named: Collection[str], known: Collection[str]
) -> Iterator[Problem]:
    for name in named:
        if name not in known:
            sentence = say(
                "`{name}` is not known{guess}; correct it or remove it", name=name, guess=like(name, known)
            )
            yield document.problem(path, sentence, "C040")
