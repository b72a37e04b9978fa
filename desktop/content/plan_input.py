"""The input file of `sestante plan` and `sestante score`: a company, its limits and its answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.content.catalogues.catalogue import Catalogue, Network
from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import Company, Constraints, Label, is_vat_number_valid
from desktop.content.files.decoding import FileFormat, decode
from desktop.content.files.guesses import like
from desktop.content.files.strict_yaml import Document, read_yaml
from desktop.content.limit_checks import find_contradictions, find_unknown_names
from desktop.content.questionnaires.questionnaire_file import Shape, Slug
from desktop.errors import ContentError, Problem
from desktop.text import say

HIGHEST_HOURS_PER_WEEK = 40
FIRST_YEAR, LAST_YEAR = 2000, 2100
_REGION_PREFIX = {"GR": "EL"}


class AnsweredQuestionnaire(Shape, frozen=True):
    """The answers to one questionnaire by question id, in their plain form."""

    id: Slug
    version: str
    answers: dict[str, Any]


class AnsweredPerson(Shape, frozen=True, kw_only=True):
    """One person's answers to a personal questionnaire; without a version, to the present one."""

    label: Label
    role: Role
    id: Slug = "skills"
    version: str | None = None
    answers: dict[str, Any]


class PlanInputFile(FileFormat, frozen=True, kw_only=True):
    """The whole input file."""

    company: Company
    constraints: Constraints = Constraints()
    assessments: tuple[AnsweredQuestionnaire, ...]
    people_answers: tuple[AnsweredPerson, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanInput:
    """An input file as read; the document knows the line of every answer."""

    document: Document
    company: Company
    constraints: Constraints
    assessments: tuple[AnsweredQuestionnaire, ...]
    people_answers: tuple[AnsweredPerson, ...] = ()


def refuse_unknown_names(plan_input: PlanInput, network: Network, catalogue: Catalogue) -> None:
    """ContentError where the file names a place, organisation, course or area that is not known."""
    unknown = find_unknown_names(plan_input.document, plan_input.constraints, catalogue)
    problems = (*_find_network_problems(plan_input, network), *unknown)
    if problems:
        raise ContentError(*problems)


def read_plan_input(path: Path) -> PlanInput:
    """The input file at `path`; ContentError with file, line and remedy where its shape is wrong."""
    document = read_yaml(path)
    file = decode(document, PlanInputFile)
    problems = tuple(_find_value_problems(document, file))
    if problems:
        raise ContentError(*problems)
    return PlanInput(document, file.company, file.constraints, file.assessments, file.people_answers)


def _find_network_problems(plan_input: PlanInput, network: Network) -> Iterator[Problem]:
    """What names a place or an organisation that the network does not know."""
    company, document = plan_input.company, plan_input.document
    if company.hub is not None and company.hub not in network.hubs:
        sentence = say(
            "there is no hub `{hub}`; correct it or leave it out{guess}",
            hub=company.hub,
            guess=like(company.hub, network.hubs),
        )
        yield document.problem(("company", "hub"), sentence, "I006")
    covered = {entry.country for entry in network.regions.values()}
    if company.region is not None:
        prefix = _REGION_PREFIX.get(company.country, company.country)
        is_known = company.region in network.regions or company.country not in covered
        if not company.region.startswith(prefix) or not is_known:
            sentence = say(
                "`{region}` is not a NUTS 2 region of {country}; write a code such as ITF4",
                region=company.region,
                country=company.country,
            )
            yield document.problem(("company", "region"), sentence, "I007")


def _find_value_problems(document: Document, file: PlanInputFile) -> Iterator[Problem]:
    company, constraints = file.company, file.constraints
    if company.vat and not is_vat_number_valid(company.country, company.vat):
        sentence = say(
            "`{vat}` is not a VAT number of {country}; check its digits or leave it out",
            vat=company.vat,
            country=company.country,
        )
        yield document.problem(("company", "vat"), sentence, "I001")
    if company.headcount < 1:
        sentence = say("headcount must be at least 1; the owner counts")
        yield document.problem(("company", "headcount"), sentence, "I002")
    for role, hours in constraints.hours_per_week.items():
        if not 0 <= hours <= HIGHEST_HOURS_PER_WEEK:
            sentence = say(
                "hours a week must lie between 0 and {most}, found {hours}",
                most=HIGHEST_HOURS_PER_WEEK,
                hours=hours,
            )
            yield document.problem(("constraints", "hours_per_week", role), sentence, "I003")
    if constraints.start is not None and not FIRST_YEAR <= constraints.start.year <= LAST_YEAR:
        sentence = say(
            "the plan must start between {first} and {last}",
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )
        yield document.problem(("constraints", "start"), sentence, "I005")
    if len(set(constraints.languages)) < len(constraints.languages):
        sentence = say("a language appears twice; keep it once, in order of preference")
        yield document.problem(("constraints", "languages"), sentence, "I004")
    yield from find_contradictions(document, constraints)
