"""A questionnaire turned into a form: survey, choices, settings, and sheets for all the rest."""

from collections.abc import Mapping

import msgspec

from desktop.content.questionnaires.questionnaire_building import Written, home_entry
from desktop.content.questionnaires.questionnaire_file import (
    ChoiceEntry,
    LabelEntry,
    QuestionEntry,
    QuestionnaireTextFile,
    SectionEntry,
)
from desktop.content.questionnaires.text_checks import block_hashes
from desktop.exchange.xlsform import extra_columns as extra
from desktop.exchange.xlsform.findings import Finding
from desktop.exchange.xlsform.languages import heading, language_name
from desktop.exchange.xlsform.naming import name_of
from desktop.exchange.xlsform.question_export import Asked, Export, add_question
from desktop.exchange.xlsform.sheets import CHOICES, SETTINGS, SURVEY, Draft

_QUESTION_EXTRAS = (
    extra.ID,
    extra.USE,
    extra.REPLACES,
    extra.FOLLOW_UP_OF,
    extra.DIMENSION,
    extra.WEIGHT,
    extra.MINUTES,
    extra.COMPETENCES,
    extra.NIST_CSF,
    extra.DIGCOMP,
    extra.WORDS,
    extra.WHEN,
    extra.NOT_APPLICABLE,
    extra.BANDS,
    extra.MAXIMUM_LENGTH,
)


def form_of(written: Written, sources: Mapping[str, Written]) -> tuple[list[Draft], list[Finding]]:
    """The sheets of a questionnaire as a form, and what other programs will not see of it.

    `sources` are the questionnaires its shared questions come from; all must have passed their checks.
    """
    codes = written.file.languages
    survey = Draft(SURVEY, _survey_headings(codes))
    choices = Draft(CHOICES, _choices_headings(codes))
    work = Export(written, sources, survey, choices)
    for section in written.file.sections:
        _add_section(section, work)
    for name, steps in written.file.scales.items():
        if name not in work.scale_lists:
            _add_spare_scale(name, steps, work)
    settings = Draft(SETTINGS, ("form_title", "form_id", "version", "default_language"))
    source = written.file.source_language
    settings.add(
        {
            "form_title": written.texts[source].title,
            "form_id": written.file.id,
            "version": written.file.version,
            "default_language": language_name(source),
        }
    )
    return [survey, choices, settings, *_own_sheets(written, work)], work.findings


def _survey_headings(codes: tuple[str, ...]) -> tuple[str, ...]:
    texts = (heading(base, code) for base in ("label", "hint", "guidance_hint") for code in codes)
    units = (extra.by_language(extra.UNIT, code) for code in codes)
    rules = ("required", "relevant", "constraint", "appearance")
    return ("type", "name", *texts, *rules, *_QUESTION_EXTRAS, *units)


def _choices_headings(codes: tuple[str, ...]) -> tuple[str, ...]:
    labels = (heading("label", code) for code in codes)
    helps = (extra.by_language(extra.HELP, code) for code in codes)
    own = (extra.ID, extra.SCALE, extra.POINTS, extra.EXCLUSIVE, extra.REPLACES, extra.COMPETENCES)
    return ("list_name", "name", *labels, *own, *helps)


def _add_section(section: SectionEntry, work: Export) -> None:
    texts = {code: work.written.texts[code].sections[section.id] for code in work.codes}
    name = work.names.give(f"section_{name_of(section.id)}", "_")
    titles = {heading("label", code): text.title for code, text in texts.items()}
    own = {extra.ID: section.id, extra.DIMENSION: section.dimension or ""}
    work.survey.add({"type": "begin_group", "name": name, **titles, **own})
    abouts = {heading("label", code): text.about for code, text in texts.items() if text.about}
    if abouts:
        note = work.names.give(f"{name}_about", "_")
        work.survey.add({"type": "note", "name": note, **abouts})
    for entry in section.questions:
        add_question(_asked(entry, work), None, work)
        for follow_up in entry.follow_ups:
            add_question(_asked(follow_up, work), entry.id, work)
    work.survey.add({"type": "end_group"})


def _asked(entry: QuestionEntry, work: Export) -> Asked:
    """A question with the questionnaire that declares it."""
    if entry.use is None:
        return Asked(entry, entry, work.written)
    found = home_entry(entry, work.sources)
    if found is None:
        raise LookupError(f"unchecked use: {entry.use}")
    return Asked(entry, found[1], found[0])


def _add_spare_scale(name: str, steps: tuple[ChoiceEntry, ...], work: Export) -> None:
    labels = {code: work.written.texts[code].scales[name] for code in work.codes}
    work.add_list(name, steps, labels, scale=name)


def _own_sheets(written: Written, work: Export) -> list[Draft]:
    file, texts = written.file, written.texts
    levels = _sheet_of(extra.LEVELS, ("id", "from", "above"), ("name", "meaning"), file.languages)
    for level in file.levels:
        cells = {"id": level.id, "from": extra.number_cell(level.from_)}
        cells |= {"above": extra.number_cell(level.above)}
        levels.add(cells | work.text_cells({code: texts[code].levels[level.id] for code in file.languages}))
    dimensions = _sheet_of(
        extra.DIMENSIONS, ("id", "weight"), ("name", "about", "low", "middle", "high"), file.languages
    )
    for dimension in file.dimensions:
        cells = {"id": dimension.id, "weight": extra.number_cell(dimension.weight)}
        named = {code: texts[code].dimensions[dimension.id] for code in file.languages}
        dimensions.add(cells | work.text_cells(named))
    glossary = _sheet_of(extra.GLOSSARY, ("id",), ("term", "meaning"), file.languages)
    for word, terms in work.words.items():
        glossary.add({"id": word} | work.text_cells(terms))
    return [_general(written, work), levels, dimensions, glossary, _marks(written)]


def _sheet_of(name: str, columns: tuple[str, ...], texts: tuple[str, ...], codes: tuple[str, ...]) -> Draft:
    return Draft(name, (*columns, *(heading(text, code) for text in texts for code in codes)))


def _general(written: Written, work: Export) -> Draft:
    file = written.file
    sheet = _sheet_of(extra.SHEET, ("setting", "value"), ("value",), file.languages)
    sheet.add({"setting": "answered_by", "value": file.answered_by})
    sheet.add({"setting": "replaces", "value": extra.former_ids_cell(file.replaces)})
    sheet.add({"setting": "unanswered", "value": file.scoring.unanswered})
    sheet.add({"setting": "coverage", "value": extra.number_cell(file.scoring.coverage)})
    titles = {code: text.title for code, text in written.texts.items() if code != file.source_language}
    summaries = {code: text.summary for code, text in written.texts.items()}
    for name, found in (("title", titles), ("summary", summaries)):
        sheet.add({"setting": name} | {heading("value", code): found.get(code, "") for code in work.codes})
    return sheet


def _marks(written: Written) -> Draft:
    """The marks of checked translations, which `sestante stamp` wrote."""
    codes, source = written.file.languages, written.texts[written.file.source_language]
    sheet = Draft(extra.MARKS, ("block", *codes))
    before, after = block_hashes(source), block_hashes(_with_plain_labels(source))
    marks = {code: written.texts[code].translated_from for code in codes}
    for block in dict.fromkeys(name for code in codes for name in marks[code]):
        found = {code: marks[code].get(block, "") for code in codes}
        is_fresh = {code for code, mark in found.items() if mark and mark == before.get(block)}
        sheet.add({"block": block} | found | dict.fromkeys(is_fresh, after.get(block, "")))
    return sheet


def _with_plain_labels(texts: QuestionnaireTextFile) -> QuestionnaireTextFile:
    """The texts as they come back: a label without a second line is a plain text, and has another mark."""
    questions = {
        name: msgspec.structs.replace(
            entry, choices=_plain(entry.choices), rows=_plain(entry.rows), columns=_plain(entry.columns)
        )
        for name, entry in texts.questions.items()
    }
    scales = {name: _plain(steps) for name, steps in texts.scales.items()}
    return msgspec.structs.replace(texts, questions=questions, scales=scales)


def _plain(labels: Mapping[str, str | LabelEntry]) -> dict[str, str | LabelEntry]:
    return {
        name: label.text if isinstance(label, LabelEntry) and not label.help else label
        for name, label in labels.items()
    }
