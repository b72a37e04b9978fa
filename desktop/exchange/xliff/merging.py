"""What comes back from a translator, laid over the texts that are there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from desktop.content.questionnaires.questionnaire_building import Source
from desktop.content.questionnaires.text_checks import block_hashes
from desktop.content.questionnaires.text_keys import block_of, is_optional, texts_by_key
from desktop.exchange.xliff.reading import Returned
from desktop.exchange.xliff.unit import ReturnedUnit, is_blank, mark


class Outcome(Enum):
    """What became of one text."""

    TAKEN = "taken"
    UNFINISHED = "unfinished"
    KEPT = "kept"
    NEWER = "newer"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Decision:
    """The text a key gets; one that `is_sound` needs no further look at its source."""

    text: str
    outcome: Outcome
    is_sound: bool
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A text that is no longer what it was when it was sent."""

    key: str
    then: str
    now: str


class Merging:
    """One questionnaire's texts in one language, before and after a translator's work."""

    def __init__(self, source: Source, returned: Returned) -> None:
        origin = source.texts[source.file.source_language][1]
        present = source.texts.get(returned.target_language)
        self._wanted = texts_by_key(origin)
        self._current = block_hashes(origin)
        self._known = texts_by_key(present[1]) if present else {}
        self._old_marks = present[1].translated_from if present else {}
        self._units = returned.units

    def changed_sources(self) -> tuple[Difference, ...]:
        """The texts that were changed or removed in the source language since the export."""
        return tuple(
            Difference(key, unit.source, self._wanted.get(key, ""))
            for key, unit in self._units.items()
            if not self._wanted.get(key) or not unit.comes_from(self._wanted[key])
        )

    def changed_translations(self) -> tuple[Difference, ...]:
        """The translations that somebody changed both here and there, in two ways."""
        return tuple(
            Difference(key, unit.target, self._present(key))
            for key, unit in self._units.items()
            if self._is_given(key) and not unit.is_untouched and self._was_edited_here(key, unit)
        )

    def decisions(self) -> dict[str, Decision]:
        """What becomes of each text of the source language."""
        return {key: self._decide(key, text) for key, text in self._wanted.items() if text}

    def texts(self, decisions: Mapping[str, Decision]) -> dict[str, str]:
        """The texts of the new file, those included that only the translation has."""
        texts = {
            key: decisions[key].text if key in decisions else self._known.get(key, "") for key in self._wanted
        }
        texts |= {key: text for key, text in self._known.items() if key not in texts}
        return {key: text for key, text in texts.items() if text or not _may_be_left_out(key)}

    def marks(self, decisions: Mapping[str, Decision]) -> dict[str, str]:
        """The marks of the blocks whose texts are all sound; elsewhere a stale mark stays."""
        return dict(self._marks(decisions))

    def _marks(self, decisions: Mapping[str, Decision]) -> Iterator[tuple[str, str]]:
        unsound = {block_of(key) for key, decision in decisions.items() if not decision.is_sound}
        for block, current in self._current.items():
            old = self._old_marks.get(block)
            if block not in unsound:
                yield block, current
            elif old not in (None, current):
                yield block, str(old)

    def _decide(self, key: str, source: str) -> Decision:
        present, unit = self._present(key), self._units.get(key)
        was_sound = self._old_marks.get(block_of(key)) == self._current[block_of(key)]
        is_newer = unit is not None and unit.is_untouched and self._was_edited_here(key, unit)
        if unit is not None and self._is_given(key) and not is_newer:
            is_done = unit.is_finished and (bool(unit.state) or not unit.is_untouched or was_sound)
            is_sound = is_done and unit.comes_from(source)
            outcome = Outcome.TAKEN if is_sound else Outcome.UNFINISHED
            return Decision(unit.target, outcome, is_sound, unit.target != self._known.get(key))
        if present:
            return Decision(present, Outcome.NEWER if is_newer else Outcome.KEPT, was_sound, is_changed=False)
        return Decision("" if is_optional(key) else source, Outcome.MISSING, is_sound=False, is_changed=False)

    def _present(self, key: str) -> str:
        """The translation that is there; the source's own text in an unmarked block is none."""
        known, wanted = self._known.get(key, ""), self._wanted.get(key, "")
        is_stand_in = known == wanted and block_of(key) not in self._old_marks
        return "" if is_stand_in or is_blank(known, wanted) else known

    def _was_edited_here(self, key: str, unit: ReturnedUnit) -> bool:
        present = self._present(key)
        is_told = unit.target_mark is not None
        return bool(present) and is_told and present != unit.target and mark(present) != unit.target_mark

    def _is_given(self, key: str) -> bool:
        unit = self._units.get(key)
        return unit is not None and not is_blank(unit.target, self._wanted.get(key, ""))


def _may_be_left_out(key: str) -> bool:
    """A unit that is empty belongs to a question without one."""
    return is_optional(key) or key.endswith(".unit")
