"""What a translator should know of each text: where it stands, why it is asked, the words explained."""

from collections.abc import Iterator, Sequence
from itertools import chain

from desktop.content.questionnaires.questionnaire_building import placed_entries
from desktop.content.questionnaires.questionnaire_file import (
    ChoiceEntry,
    QuestionEntry,
    QuestionnaireFile,
    QuestionnaireTextFile,
    RowEntry,
)

Notes = dict[str, tuple[str, ...]]

_KINDS = {
    "one": "one choice",
    "many": "any number of choices",
    "scale": "a step of a scale",
    "grid": "a table",
    "number": "a number",
    "text": "a free text",
}
_HELP = "Second line under the choice."


def translator_notes(file: QuestionnaireFile, texts: QuestionnaireTextFile) -> Notes:
    """Notes in English by key; `texts` are those of the source language."""
    questions = {
        placed.entry.id: placed.entry for placed in placed_entries(file) if placed.entry.id in texts.questions
    }
    return dict(
        chain(
            _heading_notes(file, texts),
            _scale_notes(file, list(questions.values())),
            *(_question_notes(entry, texts) for entry in questions.values()),
        )
    )


def _heading_notes(
    file: QuestionnaireFile, texts: QuestionnaireTextFile
) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "title", ("Name of the questionnaire.",)
    yield "summary", ("What the questionnaire is and how long it takes.",)
    for number, level in enumerate(file.levels, 1):
        place = f"level {number} of {len(file.levels)}, from the lowest"
        yield f"levels.{level.id}.name", (f"Name of {place}.",)
        yield f"levels.{level.id}.meaning", (f"What a firm looks like at {place}.",)
    for dimension in file.dimensions:
        key = f"dimensions.{dimension.id}"
        yield f"{key}.name", ("Name of what is scored; at most 28 characters.",)
        yield f"{key}.about", ("What this score tells.",)
        yield f"{key}.low", ("Shown at a low score: what it means and what to do first.",)
        yield f"{key}.middle", ("Shown at a score between the two: what it means and what to do first.",)
        yield f"{key}.high", ("Shown at a high score.",)
    for section in file.sections:
        yield f"sections.{section.id}.title", ("Heading of a group of questions.",)
        yield f"sections.{section.id}.about", ("Shown at the start of the group.",)
    for word in texts.glossary:
        yield f"glossary.{word}.term", ("A word explained beside questions; use the same word in them.",)
        yield f"glossary.{word}.meaning", (f"What “{texts.glossary[word].term}” means.",)


def _scale_notes(
    file: QuestionnaireFile, questions: Sequence[QuestionEntry]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, steps in file.scales.items():
        users = ", ".join(entry.id or "" for entry in questions if entry.scale == name)
        for number, step in enumerate(steps, 1):
            key = f"scales.{name}.{step.id}"
            yield f"{key}.text", (f"Step {number} of {len(steps)} of a scale; questions: {users}.",)
            yield f"{key}.help", (_HELP,)


def _question_notes(
    entry: QuestionEntry, texts: QuestionnaireTextFile
) -> Iterator[tuple[str, tuple[str, ...]]]:
    key, words = f"questions.{entry.id}", texts.questions[entry.id or ""]
    facts = [f"A question; it is answered with {_KINDS[entry.kind or 'text']}."]
    if words.why:
        facts.append(f"Why it is asked: {words.why}")
    terms = [texts.glossary[word] for word in entry.words if word in texts.glossary]
    facts.extend(f"{term.term}: {term.meaning}" for term in terms)
    yield f"{key}.text", tuple(facts)
    asked = f"Question: {words.text}"
    yield f"{key}.hint", ("How to answer.", asked)
    yield f"{key}.why", ("Why the question is asked.", asked)
    yield f"{key}.unit", ("Unit that stands after the number.", asked)
    for part, name in (("choices", "Choice"), ("rows", "Row"), ("columns", "Column")):
        items: Sequence[ChoiceEntry | RowEntry] = getattr(entry, part)
        for number, item in enumerate(items, 1):
            place = f"{name} {number} of {len(items)}{_alone(item)}."
            yield f"{key}.{part}.{item.id}.text", (place, asked)
            yield f"{key}.{part}.{item.id}.help", (_HELP, asked)


def _alone(item: ChoiceEntry | RowEntry) -> str:
    return ", which excludes all others" if isinstance(item, ChoiceEntry) and item.exclusive else ""
