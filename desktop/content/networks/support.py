"""Which doors there are, who researches what, and who pays, with the texts by language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from desktop.content.networks.support_file import (
    FundingEntry,
    FundingText,
    KindEntry,
    KindText,
    LabEntry,
    LabText,
    RuleEntry,
    RuleText,
)

Text = TypeVar("Text")

FIRST_LANGUAGE = "it"


@dataclass(frozen=True)
class Support:
    """Kinds of doors, labs, funding and its rules by id, in the files' order; texts by language and id."""

    kinds: Mapping[str, KindEntry] = field(default_factory=dict)
    kind_texts: Mapping[str, Mapping[str, KindText]] = field(default_factory=dict)
    labs: Mapping[str, LabEntry] = field(default_factory=dict)
    lab_texts: Mapping[str, Mapping[str, LabText]] = field(default_factory=dict)
    funding: Mapping[str, FundingEntry] = field(default_factory=dict)
    funding_texts: Mapping[str, Mapping[str, FundingText]] = field(default_factory=dict)
    rules: Mapping[str, RuleEntry] = field(default_factory=dict)
    rule_texts: Mapping[str, Mapping[str, RuleText]] = field(default_factory=dict)

    def kind_text(self, kind: str, language: str) -> KindText | None:
        """What a kind of door is for, in a language, else in Italian; None where nobody wrote it."""
        return _text(self.kind_texts, kind, language)

    def lab_name(self, lab: LabEntry, language: str) -> str:
        """The name of a lab in a language."""
        text = _text(self.lab_texts, lab.id, language)
        return text.name if text and text.name else lab.name

    def lab_text(self, lab: str, language: str) -> LabText | None:
        """What a lab works on."""
        return _text(self.lab_texts, lab, language)

    def funding_text(self, funding: str, language: str) -> FundingText | None:
        """A kind of funding in words."""
        return _text(self.funding_texts, funding, language)

    def rule_text(self, rule: str, language: str) -> RuleText | None:
        """A rule in words."""
        return _text(self.rule_texts, rule, language)


def _text(texts: Mapping[str, Mapping[str, Text]], name: str, language: str) -> Text | None:
    return texts.get(language, {}).get(name) or texts.get(FIRST_LANGUAGE, {}).get(name)
