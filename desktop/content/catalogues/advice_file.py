"""The shapes of actions.yaml and services.yaml, what a firm can do itself and what it can ask a hub for."""

from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta
from typing_extensions import override

from desktop.content.catalogues.catalogue_file import CompetenceLevel, Role, SectionLetter
from desktop.content.company import Company, SizeClass
from desktop.content.files.decoding import FileFormat
from desktop.content.questionnaires.questionnaire_file import LanguageCode, Scope, Shape, Slug, Words

Months = Annotated[int, Meta(ge=1, le=60)]
Minutes = Annotated[int, Meta(le=600)]
YearAndMonth = Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}){1,2}$(?!\n)")]


class AnswerPlace(Shape, frozen=True, kw_only=True):
    """An answer that an action brings about: a choice reached, a tick set, or a choice reached in a row."""

    question: Scope
    choice: Slug | None = None
    tick: Slug | None = None
    row: Slug | None = None


class FactSource(Shape, frozen=True, kw_only=True):
    """Where a fact comes from that a text states."""

    url: Annotated[str, Meta(pattern=r"^https://\S+$(?!\n)")]
    as_of: YearAndMonth


class AdviceEntry(Shape, frozen=True, kw_only=True):
    """Something a firm can be told to do; without `sizes` or `sectors` it is meant for all firms."""

    id: Slug
    sizes: tuple[SizeClass, ...] = ()
    sectors: tuple[SectionLetter, ...] = ()

    @property
    def raises(self) -> Mapping[str, tuple[int, int]]:
        """The levels it leads from and to, by competence."""
        raise NotImplementedError

    def suits(self, company: Company) -> bool:
        """Whether it is meant for a company of this size and sector."""
        fits_size = not self.sizes or company.size_class in self.sizes
        return fits_size and (not self.sectors or company.sector in self.sectors)


class ActionEntry(AdviceEntry, frozen=True, kw_only=True):
    """A quick win: whoever is at the first level of `step` comes to the second one by doing it.

    It takes `minutes`, once or every `repeats` months.
    """

    competence: Slug
    step: tuple[CompetenceLevel, CompetenceLevel]
    minutes: Minutes
    role: Role
    repeats: Months | None = None
    evidence_of: tuple[AnswerPlace, ...] = ()
    source: FactSource | None = None

    @property
    @override
    def raises(self) -> Mapping[str, tuple[int, int]]:
        return {self.competence: self.step}


class ServiceEntry(AdviceEntry, frozen=True, kw_only=True):
    """A kind of help that hubs give; `given_as` are the services of hubs.yaml that it belongs to.

    `helps` says of each competence at which level a firm should be, and to which level it helps;
    `best_at` which kinds of doors are right for it, the best first.
    """

    given_as: tuple[Slug, ...]
    helps: dict[Slug, tuple[CompetenceLevel, CompetenceLevel]]
    best_at: tuple[Slug, ...] = ()
    source: FactSource | None = None

    @property
    @override
    def raises(self) -> Mapping[str, tuple[int, int]]:
        return self.helps


class AdviceFile(FileFormat, frozen=True, kw_only=True):
    """What both structure files begin with."""

    source_language: LanguageCode
    languages: tuple[LanguageCode, ...]


class ActionsFile(AdviceFile, frozen=True, kw_only=True):
    """actions.yaml."""

    actions: tuple[ActionEntry, ...]

    @property
    def entries(self) -> tuple[ActionEntry, ...]:
        """The actions."""
        return self.actions


class ServicesFile(AdviceFile, frozen=True, kw_only=True):
    """services.yaml."""

    services: tuple[ServiceEntry, ...]

    @property
    def entries(self) -> tuple[ServiceEntry, ...]:
        """The services."""
        return self.services


class ActionText(Shape, frozen=True, kw_only=True):
    """An action in words: what to do, how exactly, what proves it done, and why."""

    title: Words
    steps: tuple[Words, ...]
    proof: Words
    why: Words


class ServiceText(Shape, frozen=True, kw_only=True):
    """A service in words: its name, what happens, what the firm brings along and takes home."""

    title: Words
    about: Words
    bring: Words
    get: Words


class AdviceTextFile(FileFormat, frozen=True, kw_only=True):
    """What both text files begin with; a translation remembers its source in `translated_from`."""

    language: LanguageCode
    translated_from: dict[str, str] = {}


class ActionTextFile(AdviceTextFile, frozen=True, kw_only=True):
    """actions.LANGUAGE.yaml."""

    actions: dict[Slug, ActionText]

    @property
    def entries(self) -> dict[str, ActionText]:
        """The texts by id."""
        return self.actions


class ServiceTextFile(AdviceTextFile, frozen=True, kw_only=True):
    """services.LANGUAGE.yaml."""

    services: dict[Slug, ServiceText]

    @property
    def entries(self) -> dict[str, ServiceText]:
        """The texts by id."""
        return self.services
