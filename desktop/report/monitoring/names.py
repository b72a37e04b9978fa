"""The names of what figures refer to by a code."""

from collections.abc import Mapping
from functools import cached_property

from desktop.content.catalogues.catalogue_file import CompetenceTextFile
from desktop.content.company import SizeClass
from desktop.content.size_words import size_name
from desktop.report.monitoring.told import ToldMonitoring
from desktop.text import Wording

_SIZES: tuple[SizeClass, ...] = ("micro", "small", "medium", "large")


class Names:
    """Names in a language; a code stays where there is none."""

    def __init__(self, told: ToldMonitoring, wording: Wording) -> None:
        self._told = told
        self._wording = wording

    def area(self, name: str) -> str:
        """An area of competences."""
        return self._texts.areas.get(name, name)

    def competence(self, name: str) -> str:
        """A competence."""
        found = self._texts.competences.get(name)
        return found.name if found else name

    def category(self, name: str) -> str:
        """A category of services."""
        texts = self._told.library.network.hub_texts
        found = texts.get(self._wording.language) or texts.get("it")
        return found.services.get(name, name) if found else name

    def key(self, breakdown: str, name: str) -> str:
        """A size, sector, region or province; where it is empty, that it was not given."""
        return self._keys[breakdown].get(name, name) if name else self._wording("not given")

    def questionnaire(self) -> str:
        """The questionnaire that scores are of."""
        found = self._told.library.questionnaires.get(self._told.figures.questionnaire or "")
        return found.text(self._wording.language).title if found else ""

    def dimension(self, name: str) -> str:
        """A dimension of that questionnaire."""
        found = self._told.library.questionnaires.get(self._told.figures.questionnaire or "")
        text = found.text(self._wording.language).dimensions.get(name) if found else None
        return text.name if text else name

    @cached_property
    def _texts(self) -> CompetenceTextFile:
        return self._told.library.catalogue.competence_text(self._wording.language)

    @cached_property
    def _keys(self) -> Mapping[str, Mapping[str, str]]:
        network, language = self._told.library.network, self._wording.language
        return {
            "size": {size: size_name(size, self._wording) for size in _SIZES},
            "sector": {code: text.name for code, text in network.sectors_in(language).items()},
            "region": {code: region.name for code, region in network.regions.items()},
            "province": {
                code: name for region in network.regions.values() for code, name in region.provinces.items()
            },
        }
