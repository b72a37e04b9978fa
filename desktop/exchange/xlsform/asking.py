"""One row of the survey that asks something, turned into a question."""

from collections.abc import Mapping
from fractions import Fraction

import msgspec

from desktop.content.questionnaires.questionnaire_file import (
    ChoiceEntry,
    Condition,
    DigCompCode,
    NistCode,
    QuestionEntry,
    QuestionKind,
    QuestionTextEntry,
    Slug,
)
from desktop.exchange.xlsform import extra_columns as extra
from desktop.exchange.xlsform.answerable import Answerable
from desktop.exchange.xlsform.bounds import WHOLE, limits_in, with_bounds
from desktop.exchange.xlsform.cells import is_yes, labels_of, read_cell, texts_of
from desktop.exchange.xlsform.choice_lists import ChoiceList, read_ceilings
from desktop.exchange.xlsform.constraints import Limits
from desktop.exchange.xlsform.drafts import DraftQuestion, Import
from desktop.exchange.xlsform.findings import quote
from desktop.exchange.xlsform.sheets import Row
from desktop.exchange.xlsform.survey_tree import Leaf, Select, select_of
from desktop.text import say

_KINDS: Mapping[str, QuestionKind] = {
    "text": "text",
    "string": "text",
    "integer": "number",
    "int": "number",
    "decimal": "number",
    "range": "number",
}
_UNASKED = frozenset(
    {"start", "end", "today", "deviceid", "username", "phonenumber", "email", "simserial", "subscriberid"}
    | {"audit", "calculate", "hidden", "start-geopoint", "background-audio", "xml-external", "csv-external"}
)
"""Types of rows that a device fills in by itself."""


def question_of(leaf: Leaf, work: Import, inherited: Condition | None) -> DraftQuestion | None:
    """The question of a row; None where a questionnaire has nothing of its kind, which is reported."""
    row, select = leaf.row, select_of(leaf.type)
    if select is not None:
        return _select_question(row, select, work, inherited)
    kind = _KINDS.get(leaf.type.lower())
    if kind is None:
        _lose_row(leaf, work)
        return None
    name = row.take("name")
    entry = _common(row, kind, work, inherited)
    look_at_appearance(row, frozenset(), work)
    limits = limits_in(row, kind, work, is_whole=leaf.type.lower() in WHOLE)
    if kind == "number":
        entry = with_bounds(row, entry, leaf.type.lower(), limits, work)
    elif limits.maximum_length is not None:
        entry = msgspec.structs.replace(entry, maximum_length=limits.maximum_length)
    work.remember(Answerable(entry.id or "", name, kind))
    return DraftQuestion(entry, question_texts(row, entry, work, None))


def _lose_row(leaf: Leaf, work: Import) -> None:
    row = leaf.row
    label = next(
        (text for heading, text in row.cells.items() if heading.startswith("label")), row.take("name")
    )
    what = say("{label} has no type and was left out", label=quote(label))
    if leaf.type:
        what = say("{label} of type {type} was left out", label=quote(label), type=quote(leaf.type))
    advice = say("ask it as text, number or choice, if the answer matters")
    if leaf.type.lower() in _UNASKED:
        advice = say("nothing to do; nobody is asked for it")
    work.log.findings.append(row.finding("type", what, advice, "X101"))
    row.drop()


def take_list(row: Row, select: Select, work: Import) -> ChoiceList | None:
    """The list of a select with its `other`; None where it is missing or empty, which is reported."""
    found = work.lists.get(select.list_name)
    if found is None or not found.entries:
        what = say(
            "the list {list_name} has no choices in this file; the question was left out",
            list_name=quote(select.list_name),
        )
        row.drop()
        work.log.findings.append(row.finding("type", what, say("add its rows to `choices`"), "X109"))
        return None
    found.is_used = True
    if not select.has_other:
        return found
    what = say("`or_other` became a choice `other`; the text field for it is lost")
    work.log.findings.append(
        row.finding("type", what, say("add a question of kind text, if it matters"), "X109")
    )
    return found.with_other(work.languages)


def _select_question(
    row: Row, select: Select, work: Import, inherited: Condition | None
) -> DraftQuestion | None:
    found = take_list(row, select, work)
    if found is None:
        return None
    is_likert = not select.is_many and "likert" in row.cells.get("appearance", "").lower().split()
    is_scale = is_likert and not select.has_other
    kind: QuestionKind = "many" if select.is_many else "scale" if is_scale else "one"
    name = row.take("name")
    entry = offering(_common(row, kind, work, inherited), found)
    look_at_appearance(row, frozenset({"likert"}) if is_scale else frozenset(), work)
    limits = limits_in(row, kind, work)
    if is_scale:
        entry = msgspec.structs.replace(entry, scale=work.scale_of(found))
    else:
        entry = msgspec.structs.replace(entry, choices=tuple(_alone(found, limits)))
    work.remember(Answerable(entry.id or "", name, kind, found.names))
    return DraftQuestion(entry, question_texts(row, entry, work, None if is_scale else found))


def _alone(found: ChoiceList, limits: Limits) -> list[ChoiceEntry]:
    """The choices, those a constraint sets apart made exclusive."""
    alone = {found.names.get(name) for name in limits.alone}
    return [
        msgspec.structs.replace(choice, exclusive=True) if choice.id in alone else choice
        for choice in found.entries
    ]


def offering(entry: QuestionEntry, found: ChoiceList) -> QuestionEntry:
    """The entry with the answers its list offered that the program now offers by itself."""
    return msgspec.structs.replace(
        entry,
        unknown=entry.unknown or "unknown" in found.offered,
        not_applicable=entry.not_applicable or "not_applicable" in found.offered,
    )


def _common(row: Row, kind: QuestionKind, work: Import, inherited: Condition | None) -> QuestionEntry:
    when = work.when(row, inherited)
    return common_entry(row, kind, work, when, is_required=is_yes(row, "required", work.log))


def common_entry(
    row: Row, kind: QuestionKind, work: Import, when: Condition | None, *, is_required: bool
) -> QuestionEntry:
    """What rows of every kind tell; without the extra columns nothing is scored."""
    log = work.log
    return QuestionEntry(
        id=work.identity(row, work.question_ids, "question"),
        replaces=read_cell(row, extra.REPLACES, extra.read_former_ids, extra.NO_FORMER_IDS, log),
        kind=kind,
        dimension=read_cell(row, extra.DIMENSION, _slug, None, log),
        weight=read_cell(row, extra.WEIGHT, extra.read_number, Fraction(0), log),
        minutes=read_cell(row, extra.MINUTES, extra.read_number, None, log),
        competences=read_cell(row, extra.COMPETENCES, read_ceilings, {}, log),
        nist_csf=read_cell(row, extra.NIST_CSF, _nist_codes, (), log),
        digcomp=read_cell(row, extra.DIGCOMP, _digcomp_codes, (), log),
        words=read_cell(row, extra.WORDS, _slugs, (), log),
        when=when,
        unknown=not is_required,
        not_applicable=is_yes(row, extra.NOT_APPLICABLE, log),
        maximum_length=read_cell(row, extra.MAXIMUM_LENGTH, int, 500, log),
    )


def _slug(text: str) -> str:
    return extra.checked(text, Slug)


def _slugs(text: str) -> tuple[str, ...]:
    return extra.checked(extra.read_list(text), tuple[Slug, ...])


def _nist_codes(text: str) -> tuple[str, ...]:
    return extra.checked(extra.read_list(text), tuple[NistCode, ...])


def _digcomp_codes(text: str) -> tuple[str, ...]:
    return extra.checked(extra.read_list(text), tuple[DigCompCode, ...])


def look_at_appearance(row: Row, kept: frozenset[str], work: Import) -> None:
    """Report every word of the appearance that has no counterpart."""
    words = [word for word in row.take("appearance").split() if word.lower() not in kept]
    if words:
        what = say("the appearance {words} is not kept", words=quote(" ".join(words)))
        advice = say("nothing to do; Sestante shows each kind of question in its own way")
        work.log.findings.append(row.finding("appearance", what, advice, "X105"))


def question_texts(
    row: Row, entry: QuestionEntry, work: Import, found: ChoiceList | None
) -> dict[str, QuestionTextEntry]:
    """The texts of a question by language; `found` is the list whose labels are the question's own."""
    languages = work.languages
    labels = labels_of(row, languages, entry.id or "", work.log)
    hints = texts_of(row, "hint", languages, work.log)
    reasons = texts_of(row, "guidance_hint", languages, work.log)
    units = (
        {code: row.take_text(extra.by_language(extra.UNIT, code)) for code in languages.codes}
        if entry.unit
        else {}
    )
    any_unit = units.get(languages.source) or next(filter(None, units.values()), "")
    return {
        code: QuestionTextEntry(
            text=labels[code],
            hint=hints.get(code, ""),
            why=reasons.get(code, ""),
            choices=found.labels.get(code, {}) if found else {},
            unit=(units.get(code) or any_unit) if entry.unit else "",
        )
        for code in languages.codes
    }
