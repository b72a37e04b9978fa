"""One text with its translation, as it goes to a translator and comes back."""

import hashlib
from dataclasses import dataclass

NEEDS_TRANSLATION = "needs-translation"
NEEDS_REVIEW = "needs-review-translation"
TRANSLATED = "translated"
FINISHED_STATES = frozenset({"", TRANSLATED, "signed-off", "final"})
"""States of XLIFF 1.2 that need no further work; most programs write none for what is finished."""

SOURCE_MARK = "s:source"
TARGET_MARK = "s:target"
NAMESPACE = "urn:sestante:translation:1"
LONGEST_DIMENSION_NAME = 28  # characters


@dataclass(frozen=True, slots=True)
class Unit:
    """A text under its key, with what a translator should know; `state` is one of XLIFF 1.2."""

    key: str
    source: str
    target: str
    state: str
    notes: tuple[str, ...] = ()

    @property
    def longest(self) -> int | None:
        """The most characters a translation may have, where there is such a limit."""
        path = self.key.split(".")
        return LONGEST_DIMENSION_NAME if path[0] == "dimensions" and path[-1] == "name" else None


@dataclass(frozen=True, slots=True)
class ReturnedUnit:
    """A text as it comes back; the two marks tell what was sent, None where that was lost."""

    key: str
    source: str
    target: str
    state: str
    source_mark: str | None
    target_mark: str | None

    @property
    def is_finished(self) -> bool:
        """Whether the translator regards it as done."""
        return self.state in FINISHED_STATES

    def comes_from(self, source: str) -> bool:
        """Whether it was translated from this text."""
        return self.source == source if self.source_mark is None else self.source_mark == mark(source)

    @property
    def is_untouched(self) -> bool:
        """Whether the translation is the one that was sent."""
        return self.target_mark is not None and self.target_mark == mark(self.target)


def mark(text: str) -> str:
    """A short hash of a text, by which a change is noticed; empty for no text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12] if text else ""


def is_blank(text: str, source: str) -> bool:
    """Whether a translation is missing: it shows nothing although its source does."""
    return not text.strip() and bool(source.strip() or not text)
