"""One question as the rows of a form that ask it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

import msgspec

from desktop.content.questionnaires.questionnaire_building import Written
from desktop.content.questionnaires.questionnaire_file import (
    ChoiceEntry,
    LabelEntry,
    QuestionEntry,
    QuestionKind,
    QuestionTextEntry,
    TermText,
)
from desktop.exchange.xlsform import extra_columns as extra
from desktop.exchange.xlsform.answerable import Answerable
from desktop.exchange.xlsform.constraints import constraint_of
from desktop.exchange.xlsform.findings import Finding
from desktop.exchange.xlsform.languages import heading
from desktop.exchange.xlsform.naming import Taken, name_of
from desktop.exchange.xlsform.relevant import relevant_of
from desktop.exchange.xlsform.sharing import text_file
from desktop.exchange.xlsform.sheets import Draft
from desktop.text import say

Labels: TypeAlias = Mapping[str, Mapping[str, str | LabelEntry]]
_RESERVED = ("data", "meta", "instanceid", "name")
_DEFAULT_LENGTH = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as placed here, as declared, and the questionnaire that declares it."""

    entry: QuestionEntry
    declared: QuestionEntry
    home: Written

    @property
    def weight(self) -> Fraction:
        """The weight it has here."""
        given = self.entry.weight if self.entry.weight is not None else self.declared.weight
        return Fraction(1) if given is None else given


@dataclass(slots=True)
class Export:
    """Everything the parts of an export share."""

    written: Written
    sources: Mapping[str, Written]
    survey: Draft
    choices: Draft
    findings: list[Finding] = field(default_factory=list)
    names: Taken = field(default_factory=lambda: Taken.of(_RESERVED))
    known: dict[str, Answerable] = field(default_factory=dict)
    scale_lists: dict[str, str] = field(default_factory=dict)
    words: dict[str, dict[str, TermText]] = field(default_factory=dict)
    _list_names: Taken = field(default_factory=Taken)

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages in their order."""
        return self.written.file.languages

    def text_cells(self, texts: Mapping[str, msgspec.Struct]) -> dict[str, str]:
        """The cells of a part's texts by language."""
        return {
            heading(name, code): getattr(text, name)
            for code, text in texts.items()
            for name in text.__struct_fields__
        }

    def add_list(self, wish: str, choices: Sequence[ChoiceEntry], labels: Labels, *, scale: str = "") -> str:
        """Add a list of choices; returns its name."""
        name = self._list_names.give(name_of(wish), "_")
        for choice in choices:
            cells = {
                "list_name": name,
                "name": name_of(choice.id),
                extra.ID: choice.id,
                extra.SCALE: scale,
                extra.POINTS: extra.number_cell(choice.points),
                extra.EXCLUSIVE: extra.yes_cell(choice.exclusive),
                extra.REPLACES: extra.former_ids_cell(choice.replaces),
                extra.COMPETENCES: extra.mapping_cell(choice.competences),
            }
            texts = {code: labels[code][choice.id] for code in self.codes}
            row = self.choices.add(cells | label_cells(texts, extra.HELP))
            self.look_for_references(self.choices.name, row, texts)
        return name

    def look_for_references(self, sheet: str, row: int, texts: Mapping[str, str | LabelEntry]) -> None:
        """Report texts in which other programs would see the answer to a question."""
        for text in texts.values():
            if "${" in (text if isinstance(text, str) else text.text):
                what = say("other programs take `$` before a brace for the name of a question")
                self.findings.append(Finding(sheet, row, "label", what, say("reword the text"), "X112"))


def label_cells(texts: Mapping[str, str | LabelEntry], helps: str) -> dict[str, str]:
    """The cells of a short text with its second line."""
    cells = {}
    for code, text in texts.items():
        is_plain = isinstance(text, str)
        cells[heading("label", code)] = text if isinstance(text, str) else text.text
        column = heading(helps, code) if helps == "hint" else extra.by_language(helps, code)
        cells[column] = "" if is_plain else text.help  # type: ignore[union-attr]
    return cells


def add_question(asked: Asked, opener: str | None, work: Export) -> None:
    """Add the rows of a question; `opener` is the one whose follow-up it is."""
    declared = asked.declared
    identity, kind = declared.id or "", declared.kind or "text"
    name = work.names.give(name_of(identity), "_")
    texts = {code: text_file(asked.home, code).questions[identity] for code in work.codes}
    cells = _cells(asked, name, texts) | {extra.FOLLOW_UP_OF: opener or ""}
    relevant, is_whole = relevant_of(asked.entry.when, work.known) if asked.entry.when else ("", True)
    cells["relevant"] = relevant
    row_names: tuple[str, ...] = ()
    if kind == "grid":
        row, row_names = _add_grid(asked, cells, texts, work)
    else:
        row = _add_single(asked, cells, texts, work)
    _remember_words(asked, row, work)
    work.look_for_references(work.survey.name, row, {code: text.text for code, text in texts.items()})
    if not is_whole:
        what = say(
            "the condition of `{identity}` cannot be said in full in a form; there it is asked more often",
            identity=identity,
        )
        advice = say(
            "nothing to do here: {when} keeps it; in other programs, add what is missing by hand",
            when=extra.WHEN,
        )
        work.findings.append(Finding(work.survey.name, row, "relevant", what, advice, "X201"))
    choices = declared.choices or asked.home.file.scales.get(declared.scale or "", ())
    names = {name_of(choice.id): choice.id for choice in choices}
    work.known[identity] = Answerable(identity, name, kind, names, row_names)


def _cells(asked: Asked, name: str, texts: Mapping[str, QuestionTextEntry]) -> dict[str, str]:
    entry, declared = asked.entry, asked.declared
    length = declared.maximum_length
    is_odd_length = declared.kind != "text" and length != _DEFAULT_LENGTH
    cells = {
        "name": name,
        extra.ID: declared.id or "",
        extra.USE: entry.use or "",
        # Former ids of a shared question are its home's affair.
        extra.REPLACES: "" if entry.use else extra.former_ids_cell(declared.replaces),
        extra.DIMENSION: entry.dimension or "",
        extra.WEIGHT: extra.number_cell(asked.weight),
        extra.MINUTES: extra.number_cell(declared.minutes),
        extra.COMPETENCES: extra.mapping_cell(declared.competences),
        extra.NIST_CSF: extra.list_cell(declared.nist_csf),
        extra.DIGCOMP: extra.list_cell(declared.digcomp),
        extra.WORDS: extra.list_cell(declared.words),
        extra.WHEN: extra.condition_cell(entry.when),
        extra.NOT_APPLICABLE: extra.yes_cell(declared.not_applicable),
        extra.BANDS: extra.bands_cell(declared.bands),
        extra.MAXIMUM_LENGTH: str(length) if is_odd_length else "",
    }
    for code, text in texts.items():
        cells[heading("label", code)] = text.text
        cells[heading("hint", code)] = text.hint
        cells[heading("guidance_hint", code)] = text.why
        cells[extra.by_language(extra.UNIT, code)] = text.unit
    return cells


def _add_single(
    asked: Asked, cells: dict[str, str], texts: Mapping[str, QuestionTextEntry], work: Export
) -> int:
    declared = asked.declared
    kind: QuestionKind = declared.kind or "text"
    cells["required"] = extra.yes_cell(not declared.unknown)
    alone = tuple(name_of(choice.id) for choice in declared.choices if choice.exclusive)
    cells["constraint"] = constraint_of(declared, alone)
    if kind == "scale":
        cells |= {"type": f"select_one {_scale_list(asked, work)}", "appearance": "likert"}
    elif kind in ("one", "many"):
        labels = {code: text.choices for code, text in texts.items()}
        name = work.add_list(cells["name"], declared.choices, labels)
        cells["type"] = f"select_{'one' if kind == 'one' else 'multiple'} {name}"
    else:
        cells["type"] = "decimal" if kind == "number" else "text"
    return work.survey.add(cells)


def _scale_list(asked: Asked, work: Export) -> str:
    """The list of a question's scale; a scale of another questionnaire gets one of its own."""
    scale = asked.declared.scale or ""
    is_own = asked.entry.use is None
    if is_own and scale in work.scale_lists:
        return work.scale_lists[scale]
    labels = {code: text_file(asked.home, code).scales[scale] for code in work.codes}
    wish = scale if is_own else asked.declared.id or scale
    name = work.add_list(wish, asked.home.file.scales[scale], labels, scale=scale if is_own else "")
    if is_own:
        work.scale_lists[scale] = name
    return name


def _add_grid(
    asked: Asked, cells: dict[str, str], texts: Mapping[str, QuestionTextEntry], work: Export
) -> tuple[int, tuple[str, ...]]:
    declared = asked.declared
    if declared.columns:
        labels = {code: text.columns for code, text in texts.items()}
        type_ = f"select_multiple {work.add_list(cells['name'], declared.columns, labels)}"
    else:
        type_ = f"select_one {_scale_list(asked, work)}"
    number = work.survey.add(cells | {"type": "begin_group", "appearance": "table-list"})
    names = []
    for row in declared.rows:
        names.append(work.names.give(f"{cells['name']}_{name_of(row.id)}", "_"))
        row_cells = {
            "type": type_,
            "name": names[-1],
            "required": extra.yes_cell(not declared.unknown),
            extra.ID: row.id,
            extra.REPLACES: extra.former_ids_cell(row.replaces),
            extra.WEIGHT: extra.number_cell(row.weight),
            extra.COMPETENCES: extra.mapping_cell(row.competences),
        }
        row_texts = {code: text.rows[row.id] for code, text in texts.items()}
        work.look_for_references(work.survey.name, number + len(names), row_texts)
        work.survey.add(row_cells | label_cells(row_texts, "hint"))
    work.survey.add({"type": "end_group"})
    return number, tuple(names)


def _remember_words(asked: Asked, row: int, work: Export) -> None:
    """Keep the explanations of a question's words; one of its own counts more than one of another home."""
    for word in asked.declared.words:
        terms = {code: text_file(asked.home, code).glossary[word] for code in work.codes}
        before = work.words.get(word)
        if asked.entry.use is None or before is None:
            work.words[word] = terms
        if before is not None and before != terms:
            what = say("the word `{word}` is explained in two ways; only one of them is kept", word=word)
            advice = say("nothing to do if the questionnaires that share questions come back into one folder")
            work.findings.append(Finding(work.survey.name, row, extra.WORDS, what, advice, "X202"))
