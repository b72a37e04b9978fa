"""Questions taken from another questionnaire: kept shared where their home stands in the same folder."""

from collections.abc import Mapping

import msgspec

from desktop.content.questionnaires.questionnaire_building import Source, Written, home_entry
from desktop.content.questionnaires.questionnaire_file import QuestionEntry, QuestionnaireTextFile
from desktop.exchange.xlsform import extra_columns as extra
from desktop.exchange.xlsform.drafts import DraftQuestion, Import
from desktop.exchange.xlsform.findings import quote
from desktop.exchange.xlsform.sheets import Row
from desktop.text import say


def text_file(home: Written, code: str) -> QuestionnaireTextFile:
    """The texts of a questionnaire in a language, else in its source language."""
    return home.texts.get(code) or home.texts[home.file.source_language]


def shared(draft: DraftQuestion, row: Row, work: Import) -> DraftQuestion:
    """The question as one its home declares, where the row says so and the home is there; else as its own."""
    use = row.take(extra.USE)
    if not use:
        return draft
    found = home_entry(QuestionEntry(use=use), work.homes)
    if found is None or found[1].id != draft.entry.id:
        what = say(
            "the question was shared as {use}, which is not in the folder; it is now one of its own",
            use=quote(use),
        )
        advice = say(
            "put {name}.yaml and its texts into the folder, and import again with --force",
            name=use.partition("/")[0],
        )
        work.log.findings.append(row.finding(extra.USE, what, advice, "X122"))
        return draft
    home, declared = found
    if _compared(draft.entry) != _compared(declared) or _texts_differ(draft, home, declared, work):
        what = say(
            "the question is shared with {use} and was changed in the form; the change was left out",
            use=quote(use),
        )
        advice = say(
            "change it in {id}.yaml or its texts, for all questionnaires that share it", id=home.file.id
        )
        work.log.findings.append(row.finding(extra.USE, what, advice, "X121"))
    entry = QuestionEntry(
        use=use, weight=draft.entry.weight, dimension=draft.entry.dimension, when=draft.entry.when
    )
    return DraftQuestion(entry, {})


def _compared(entry: QuestionEntry) -> QuestionEntry:
    return msgspec.structs.replace(
        entry,
        replaces=(),
        weight=None,
        dimension=None,
        when=None,
        follow_ups=(),
        scale=None,
        maximum_length=0,
    )


def _texts_differ(draft: DraftQuestion, home: Source, declared: QuestionEntry, work: Import) -> bool:
    return any(
        text != text_file(home.written, code).questions.get(declared.id or "")
        or _steps_differ(draft, home, declared, code, work)
        for code, text in draft.texts.items()
    )


def _steps_differ(
    draft: DraftQuestion, home: Source, declared: QuestionEntry, code: str, work: Import
) -> bool:
    if not draft.entry.scale or not declared.scale:
        return False
    scale = work.scales[draft.entry.scale]
    steps: Mapping[str, object] = scale.labels.get(code, {})
    is_same = scale.steps == home.file.scales.get(declared.scale, ())
    return not is_same or steps != text_file(home.written, code).scales.get(declared.scale, {})
