"""Which questionnaires a firm begins with, and which it can choose from."""

from desktop.content.library import Library
from desktop.content.questionnaire import Questionnaire

FIRST_QUESTIONNAIRES = ("dma-sme", "technology-check")
_SHORTEST_WAY = ("quick", "technology-check", "dma-sme", "ai", "cloud", "cybersecurity", "quantum")
"""The order in which questionnaires are offered; others follow by their ids."""


class Offers:
    """The questionnaires of a library as they are offered."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def first(self) -> tuple[Questionnaire, ...]:
        """What a new company begins with."""
        found = self._library.questionnaires
        return tuple(found[name] for name in FIRST_QUESTIONNAIRES if name in found)

    def for_firm(self) -> tuple[Questionnaire, ...]:
        """What a firm can choose from, the way in first."""
        found = [each for each in self._library.questionnaires.values() if not each.is_personal]
        places = {name: place for place, name in enumerate(_SHORTEST_WAY)}
        return tuple(sorted(found, key=lambda each: (places.get(each.id, len(places)), each.id)))

    def for_each_person(self) -> tuple[Questionnaire, ...]:
        """What each person of a firm can answer for herself or himself."""
        found = self._library.questionnaires.values()
        return tuple(sorted((each for each in found if each.is_personal), key=lambda each: each.id))
