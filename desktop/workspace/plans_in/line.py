"""What became of one file of an import, as it is kept: an outcome in plain form, and back."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

import msgspec
from msgspec import Struct

from desktop.errors import harmless
from desktop.text import Sentence, say
from desktop.workspace.incoming import Kind, Outcome, Standing

Fate: TypeAlias = Kind | Literal["passed"]
"""What became of a file; passed: it is of a kind that carries no plan."""
_LONGEST_PATH = 1000
_PASSED: Final = say(
    "This kind of file carries no plan. Plans come as .sestante files, PDFs, scans and photos."
)
_FORGOTTEN: Final = say("What this file brought was deleted, and nothing more is kept of it.")


class Told(Struct, frozen=True):
    """A sentence as it is kept."""

    message: str
    values: dict[str, Any]


class Line(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A line of a report. `company` is a UUID or code; `received` tells the result among those kept."""

    kind: Fate
    files: tuple[str, ...] = ()
    why: Told | None = None
    company: str = ""
    name: str = ""
    stage: str = ""
    round: int | None = None
    received: int | None = None
    courses: int | None = None
    left_out: int = 0
    texts_left_out: int = 0
    notes: tuple[Told, ...] = ()
    standing: Standing | None = None
    is_forgotten: bool = False

    @property
    def file(self) -> str:
        """The names of its files."""
        return ", ".join(Path(each).name for each in self.files)

    @property
    def outcome(self) -> Outcome:
        """The outcome it tells of, to be put into words."""
        why = _FORGOTTEN if self.is_forgotten else sentence_from(self.why) if self.why else None
        return Outcome(
            paths=tuple(Path(each) for each in self.files),
            kind="refused" if self.kind == "passed" else self.kind,
            why=why,
            name=self.name,
            stage=self.stage,
            case_id=self.round,
            standing=self.standing,
            courses=self.courses,
            left_out=self.left_out,
            texts_left_out=self.texts_left_out,
            notes=tuple(filter(None, map(sentence_from, self.notes))),
        )


def line_of(outcome: Outcome, company: str = "") -> Line:
    """An outcome as it is kept."""
    return Line(
        kind=outcome.kind,
        files=tuple(map(_path, outcome.paths)),
        why=told(outcome.why) if outcome.why else None,
        company=company,
        name=outcome.name,
        stage=outcome.stage,
        round=outcome.case_id,
        received=outcome.kept,
        courses=outcome.courses,
        left_out=outcome.left_out,
        texts_left_out=outcome.texts_left_out,
        notes=tuple(map(told, outcome.notes)),
        standing=outcome.standing,
    )


def passed_line(path: Path) -> Line:
    """The line of a file of another kind."""
    return Line(kind="passed", files=(_path(path),), why=told(_PASSED))


def lines_from(plain: list[Any]) -> tuple[Line, ...]:
    """Lines as they were kept; what is no longer understood is left out."""
    found = []
    for each in plain:
        try:
            found.append(msgspec.convert(each, Line))
        except msgspec.ValidationError:
            continue
    return tuple(found)


def told(sentence: Sentence) -> Told:
    """A sentence in plain form."""
    tame = harmless(sentence)
    return Told(tame.message, {name: _plain(value) for name, value in tame.values.items()})


def sentence_from(kept: Told) -> Sentence | None:
    """A sentence as it was kept; None where its values do not fill it."""
    made = Sentence(kept.message, {name: _value(value) for name, value in kept.values.items()})
    try:
        str(made)
    except (LookupError, ValueError, AttributeError, TypeError):
        return None
    return made


def _plain(value: object) -> object:
    if isinstance(value, Sentence):
        return msgspec.to_builtins(told(value))
    return value if isinstance(value, int | float | str) else str(value)


def _value(value: object) -> object:
    if isinstance(value, Mapping) and "message" in value:
        try:
            return sentence_from(msgspec.convert(value, Told)) or ""
        except msgspec.ValidationError:
            return ""
    return value


def _path(path: Path) -> str:
    """A path that can be written down, whatever bytes the system has for it."""
    return str(path).encode("utf-8", "replace").decode("utf-8")[:_LONGEST_PATH]
