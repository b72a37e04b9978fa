"""A form turned into a questionnaire: its structure file, its text files, and all that did not fit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import msgspec

from desktop.content.questionnaires.questionnaire_building import Source, Written
from desktop.content.questionnaires.questionnaire_file import (
    QuestionnaireFile,
    QuestionnaireTextFile,
    ScoringEntry,
)
from desktop.errors import ContentError, Problem
from desktop.exchange.xlsform import extra_columns as extra
from desktop.exchange.xlsform.cells import read_cell
from desktop.exchange.xlsform.choice_lists import ChoiceList, find_unused, lists_of
from desktop.exchange.xlsform.drafts import Import
from desktop.exchange.xlsform.findings import Finding, Log, quote
from desktop.exchange.xlsform.languages import Languages, heading, languages_of
from desktop.exchange.xlsform.naming import is_id, slug
from desktop.exchange.xlsform.own_sheets import DIMENSION, Parts, parts_of
from desktop.exchange.xlsform.sections import DraftSection, entries_of, sections_of
from desktop.exchange.xlsform.sheets import CHOICES, SETTINGS, SURVEY, Form, Row, Sheet
from desktop.exchange.xlsform.survey_tree import tree_of
from desktop.text import joined, say

_REASONS_TOLD = 3


@dataclass(frozen=True, slots=True)
class Settings:
    """What the sheet `settings` tells, and the sheet `sestante` where there is one."""

    id: str
    title: str
    version: str
    default_language: str


def questionnaire_of(
    form: Form, name: str, fallback_language: str, homes: Callable[[str], Mapping[str, Source]], log: Log
) -> Written:
    """The questionnaire of a form; `name` is the file's, `homes` finds the others of its folder."""
    settings = _settings(form.sheet(SETTINGS), name, log)
    headings = (*form.sheet(SURVEY).headings, *form.sheet(CHOICES).headings)
    languages = languages_of(headings, settings.default_language, fallback_language)
    lists = lists_of(form.sheet(CHOICES), languages, log)
    work = Import(languages, lists, homes(settings.id), log)
    is_ours = bool(form.sheet(extra.LEVELS).rows)
    nodes = tree_of(form.sheet(SURVEY), log.findings)
    sections = sections_of(nodes, work, settings.title, None if is_ours else DIMENSION)
    if not any(section.questions for section in sections):
        reasons = joined((found.what for found in log.findings[:_REASONS_TOLD]), "; ")
        sentence = say("no question of this form fits into a questionnaire: {reasons}", reasons=reasons)
        raise ContentError(Problem(name, 0, sentence, "X007"))
    _keep_scales(lists, sections, work)
    parts = parts_of(form, sections, work)
    written = _written(form.sheet(extra.SHEET), settings, sections, parts, work)
    marked = _marked(form.sheet(extra.MARKS), written)
    find_unused(lists, log)
    log.findings.extend(_find_unused_cells(form))
    return marked


def _settings(sheet: Sheet, name: str, log: Log) -> Settings:
    row = sheet.rows[0] if sheet.rows else Row(SETTINGS, 2, {})
    form_id = row.take("form_id") or name
    identity = form_id if is_id(form_id) else slug(form_id, "form")
    log.rename("form", form_id, identity)
    return Settings(
        identity,
        row.take_text("form_title") or form_id,
        row.take("version") or "1",
        row.take("default_language"),
    )


def _keep_scales(lists: Mapping[str, ChoiceList], sections: Sequence[DraftSection], work: Import) -> None:
    """Keep the scales of the questionnaire's own questions, and those that no question takes yet."""
    for found in lists.values():
        if found.scale and not found.is_used and found.entries:
            work.scale_of(found)
    used = {entry.scale for entry in entries_of(sections)}
    work.scales = {name: scale for name, scale in work.scales.items() if scale.is_named or name in used}


def _written(
    sheet: Sheet, settings: Settings, sections: Sequence[DraftSection], parts: Parts, work: Import
) -> Written:
    rows = {row.take("setting"): row for row in sheet.rows}
    languages = work.languages
    former = rows.get("replaces")
    options = {
        "replaces": former
        and read_cell(former, "value", extra.read_former_ids, extra.NO_FORMER_IDS, work.log),
        "answered_by": _option(rows, "answered_by", QuestionnaireFile, work.log),
        "scoring": ScoringEntry(
            **{
                name: value
                for name in ("unanswered", "coverage")
                if (value := _option(rows, name, ScoringEntry, work.log)) is not None
            }
        ),
    }
    file = QuestionnaireFile(
        format=1,
        id=settings.id,
        version=settings.version,
        source_language=languages.source,
        languages=languages.codes,
        levels=parts.levels,
        dimensions=parts.dimensions,
        scales={name: scale.steps for name, scale in work.scales.items()},
        sections=tuple(section.finished for section in sections),
        **{name: value for name, value in options.items() if value is not None},
    )
    return Written(file, _text_files(rows, settings, sections, parts, work))


def _text_files(
    rows: Mapping[str, Row],
    settings: Settings,
    sections: Sequence[DraftSection],
    parts: Parts,
    work: Import,
) -> dict[str, QuestionnaireTextFile]:
    languages = work.languages
    return {
        code: QuestionnaireTextFile(
            format=1,
            language=code,
            title=_said(rows, "title", code, languages) or settings.title,
            summary=_said(rows, "summary", code, languages) or settings.title,
            levels=dict(parts.level_texts[code]),
            dimensions=dict(parts.dimension_texts[code]),
            scales={name: scale.labels.get(code, {}) for name, scale in work.scales.items()},
            sections={section.id: section.text(code) for section in sections},
            glossary=dict(parts.glossary[code]),
            questions={
                question.entry.id or "": question.texts[code]
                for section in sections
                for question in (*section.questions, *section.follow_ups)
                if question.texts
            },
        )
        for code in languages.codes
    }


def _option(rows: Mapping[str, Row], name: str, shape: type[msgspec.Struct], log: Log) -> Any:
    """The value of a setting, None where it is not there or, which is reported, not allowed."""
    row = rows.get(name)
    if row is None:
        return None
    kind = next(found.type for found in msgspec.structs.fields(shape) if found.name == name)
    return read_cell(row, "value", lambda text: _fitting(text, kind), None, log)


def _fitting(text: str, kind: Any) -> Any:
    return extra.read_number(text) if kind is Fraction else msgspec.convert(text, kind)


def _said(rows: Mapping[str, Row], name: str, code: str, languages: Languages) -> str:
    """A text of the questionnaire as a whole; the title in the source language is the form's."""
    row = rows.get(name)
    if row is None:
        return ""
    return row.take_text(heading("value", code)) or row.take_text(heading("value", languages.source))


def _marked(sheet: Sheet, written: Written) -> Written:
    """The questionnaire with the marks of its translations as they were."""
    marks: dict[str, dict[str, str]] = {code: {} for code in written.texts}
    for row in sheet.rows:
        block = row.take("block")
        for code, found in marks.items():
            if mark := row.take(code):
                found[block] = mark
    texts = {
        code: msgspec.structs.replace(file, translated_from=marks[code])
        for code, file in written.texts.items()
    }
    return Written(written.file, texts)


def _find_unused_cells(form: Form) -> list[Finding]:
    """Every cell that nothing took: the last net under all that was not thought of."""
    found = []
    for sheet in form.sheets.values():
        for row in sheet.rows:
            for column, text in row.unused():
                code, advice = (
                    "X102",
                    say("nothing in a questionnaire has this meaning; look whether it matters"),
                )
                base, mark, _ = column.partition("::")
                if mark and base in ("label", "hint", "guidance_hint"):
                    code, advice = (
                        "X111",
                        say("name the column's language with its code, as in `label::Italiano (it)`"),
                    )
                found.append(row.finding(column, say("{text} is not kept", text=quote(text)), advice, code))
    return found
