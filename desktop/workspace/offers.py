"""Which questionnaires a firm begins with, which it can choose from, and which would tell it more."""

from dataclasses import replace
from functools import cached_property

from desktop.answers import Progress, progress
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.rounds import all_asked
from desktop.workspace.case import Case
from desktop.workspace.deepening import Deeper, Firm, not_asked, ways_deeper

_FIRST = ("quick",)
_SHORTEST_WAY = ("quick", "technology-check", "dma-sme", "ai", "cloud", "cybersecurity", "quantum")
"""The order in which questionnaires are offered; others follow by their ids."""
_EUROPEAN, _EUROPEAN_HUB = "dma-sme", "edih"
_STANDING = 10  # minutes
_BY_PRESSING = frozenset({"one", "scale", "many"})


class Offers:
    """The questionnaires of a library as they are offered."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def first(self) -> tuple[Questionnaire, ...]:
        """What a new company begins with; where an edition lacks it, what is offered first."""
        found = self._library.questionnaires
        first = tuple(found[name] for name in _FIRST if name in found)
        return first or self.for_firm()[:1]

    def for_visitors(self) -> tuple[Questionnaire, ...]:
        """What somebody can answer standing, in a few minutes and by pressing; the usual one first."""
        first = self.first()[:1]
        short = (each for each in self.for_firm() if each not in first and _is_short(each))
        return (*first, *short)

    @cached_property
    def first_asked(self) -> Progress:
        """How many questions a new company begins with at most, and their minutes; reads little."""
        first = [found for name in _FIRST if (found := self._library.structure(name)) is not None]
        asked_first = {q.key: q for each in first or self.first() for q in each.questions.values()}
        return progress(tuple(asked_first.values()), {})

    def for_firm(self) -> tuple[Questionnaire, ...]:
        """What a firm can choose from, the way in first."""
        found = [each for each in self._library.questionnaires.values() if not each.is_personal]
        places = {name: place for place, name in enumerate(_SHORTEST_WAY)}
        return tuple(sorted(found, key=lambda each: (places.get(each.id, len(places)), each.id)))

    def for_each_person(self) -> tuple[Questionnaire, ...]:
        """What each person of a firm can answer for herself or himself."""
        found = self._library.questionnaires.values()
        return tuple(sorted((each for each in found if each.is_personal), key=lambda each: each.id))

    def progress(self, firm: Firm) -> dict[str, Progress]:
        """How far a firm is with each questionnaire it can choose, in the round or not, by id.

        What each person answers counts as not begun.
        """
        return {each.id: firm.progress(each) for each in (*self.for_firm(), *self.for_each_person())}

    def deeper(self, case: Case) -> tuple[Deeper, ...]:
        """The questionnaires that are not in the round, the most useful first; reads the catalogue."""
        others = [each for each in self.for_firm() if each.id not in case.questionnaire_ids]
        ways = ways_deeper(*self._asked(case), others, self._library.catalogue)
        wanted = self.wanted_by_hub(case.company.hub)
        return tuple(replace(way, is_wanted_by_hub=way.questionnaire.id in wanted) for way in ways)

    def not_asked(self, case: Case) -> tuple[str, ...]:
        """The competences the company needs and has not answered anything about; reads the catalogue."""
        return not_asked(*self._asked(case), self._library.catalogue)

    def wanted_by_hub(self, hub: str | None) -> frozenset[str]:
        """What a company's hub will ask it for: European hubs for the European assessment."""
        found = self._library.network.hubs.get(hub or "")
        is_european = found is not None and found.kind == _EUROPEAN_HUB
        return frozenset({_EUROPEAN} if is_european else ())

    def _asked(self, case: Case) -> tuple[Firm, tuple[Questionnaire, ...]]:
        found = all_asked(self._library, case.pinned)
        return Firm(case.company, case.sheet), tuple(each for each in found if not each.is_personal)


def _is_short(questionnaire: Questionnaire) -> bool:
    questions = tuple(questionnaire.questions.values())
    is_pressed = all(each.kind in _BY_PRESSING for each in questions)
    return is_pressed and progress(questions, {}).minutes_left <= _STANDING
