"""How far the people of a company are apart, as the result told that a round was made of."""

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import UnsetType

from desktop.content.catalogues.catalogue_file import Role
from desktop.content.library import Library
from desktop.errors import SestanteError
from desktop.exchange.results.envelope import read_line
from desktop.exchange.results.result import Result, ResultVoices, RolePeople
from desktop.report.people_words import roles_in_words
from desktop.text import Wording
from desktop.workspace.case import Case
from desktop.workspace.stores import Stores


@dataclass(frozen=True, slots=True)
class ToldSpread:
    """What a result tells of several people, who are not at this desk: questionnaires, and competences."""

    result: Result
    library: Library

    def lines(self, words: Wording) -> Iterator[tuple[str, str]]:
        """What it is about, and how far they are apart."""
        voices = () if isinstance(self.result.voices, UnsetType) else self.result.voices
        for each in voices:
            yield self._title(each.id, words), _of_voices(each, words)
        texts = self.library.catalogue.competence_text(words.language).competences
        for told in self.result.people:
            entry = texts.get(told.competence)
            roles = (_of_role(role, found, words) for role, found in told.by_role.items() if found.people)
            yield entry.name if entry else told.competence, "; ".join(roles)

    def _title(self, identity: str, words: Wording) -> str:
        known = self.library.questionnaires.get(identity)
        return known.text(words.language).title if known else identity


def told_spread(library: Library, stores: Stores, case: Case) -> ToldSpread | None:
    """What the last result of a round tells of several people; None where it tells of nobody."""
    for former in stores.known.results(case.company_id):
        if former.round_id != case.id:
            continue
        try:
            result = read_line(former.line, "")
        except SestanteError:
            return None
        tells = bool(result.people) or not isinstance(result.voices, UnsetType)
        return ToldSpread(result, library) if tells else None
    return None


def _of_voices(told: ResultVoices, words: Wording) -> str:
    agreed = words.plural(
        "{people} people answered. They agree on {agreed} of {count} question that all of them answered.",
        "{people} people answered. They agree on {agreed} of {count} questions that all of them answered.",
        told.answered,
        people=len(told.roles),
        agreed=told.agreed,
    )
    scores = [each.headline for each in told.overall if each.headline is not None]
    if not scores:
        return agreed
    low, high = round(min(scores)), round(max(scores))
    ends = words("Score: from {low} to {high} out of 100.", low=low, high=high)
    return f"{agreed} {ends}"


def _of_role(role: Role, told: RolePeople, words: Wording) -> str:
    name = roles_in_words(words)[role]
    count = words.plural("{count} person", "{count} people", told.people)
    if told.median is None:
        return f"{name}, {count}"
    if told.lowest is None or told.highest is None or told.lowest == told.highest:
        return words("{role}, {people}: level {level}", role=name, people=count, level=told.median)
    return words(
        "{role}, {people}: level {level} (from {low} to {high})",
        role=name,
        people=count,
        level=told.median,
        low=told.lowest,
        high=told.highest,
    )
