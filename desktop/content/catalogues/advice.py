"""What a firm can do itself, and what it can ask a hub for, with the texts by language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.content.catalogues.advice_file import ActionEntry, ActionText, ServiceEntry, ServiceText

_FIRST_LANGUAGE = "it"


@dataclass(frozen=True)
class Advice:
    """Actions and services by id, in the order of their files; texts by language, then by id."""

    actions: Mapping[str, ActionEntry] = field(default_factory=dict)
    action_texts: Mapping[str, Mapping[str, ActionText]] = field(default_factory=dict)
    services: Mapping[str, ServiceEntry] = field(default_factory=dict)
    service_texts: Mapping[str, Mapping[str, ServiceText]] = field(default_factory=dict)

    def action_text(self, action_id: str, language: str) -> ActionText:
        """An action in words of a language, else in Italian."""
        texts = self.action_texts.get(language) or self.action_texts[_FIRST_LANGUAGE]
        return texts[action_id]

    def service_text(self, service_id: str, language: str) -> ServiceText:
        """A service in words of a language, else in Italian."""
        texts = self.service_texts.get(language) or self.service_texts[_FIRST_LANGUAGE]
        return texts[service_id]
