"""Sense checks of actions and services: ids, levels, texts, translations, the answers actions lead to."""

from collections.abc import Collection, Iterator, Mapping

from desktop.content.catalogues.advice_file import (
    ActionEntry,
    ActionsFile,
    ActionText,
    ActionTextFile,
    AnswerPlace,
    ServicesFile,
    ServiceTextFile,
)
from desktop.content.files.strict_yaml import Document, Steps
from desktop.content.files.text_marks import find_stale, marks_of, stale_marks
from desktop.content.questionnaires.questionnaire import Question, Questionnaire
from desktop.errors import Problem
from desktop.text import Sentence, say

FEWEST_STEPS, MOST_STEPS = 3, 5
_File = ActionsFile | ServicesFile
_TextFile = ActionTextFile | ServiceTextFile
_Texts = Mapping[str, tuple[Document, _TextFile]]
_PARTS = {"one": ("choice",), "scale": ("choice",), "many": ("tick",), "grid": ("row", "choice")}
"""What names an answer to a question of a kind."""


def kind_of(file: _File) -> str:
    """The name of the list in a structure file: actions or services."""
    return "actions" if isinstance(file, ActionsFile) else "services"


def _named(kind: str, name: str) -> Sentence:
    return say("action `{name}`", name=name) if kind == "actions" else say("service `{name}`", name=name)


def find_entry_problems(document: Document, file: _File, competences: Collection[str]) -> Iterator[Problem]:
    """Ids twice, unknown competences, steps that do not go up, minutes that are no time."""
    kind, seen = kind_of(file), set[str]()
    for index, entry in enumerate(file.entries):
        path: Steps = (kind, index)
        word = _named(kind, entry.id)
        if entry.id in seen:
            yield document.problem(path, say("the id `{id}` appears twice; rename one", id=entry.id), "C001")
        seen.add(entry.id)
        for competence, (low, high) in entry.raises.items():
            if competence not in competences:
                sentence = say(
                    "{word}: `{competence}` is not a competence; correct its name",
                    word=word,
                    competence=competence,
                )
                yield document.problem(path, sentence, "C003")
            if low >= high:
                sentence = say(
                    "{word}: `{competence}` must lead to a higher level than it starts from",
                    word=word,
                    competence=competence,
                )
                yield document.problem(path, sentence, "C004")
        if isinstance(entry, ActionEntry) and entry.minutes <= 0:
            yield document.problem(
                (*path, "minutes"), say("{word}: minutes must be more than 0", word=word), "C006"
            )


def find_text_problems(document: Document, file: _File, texts: _Texts) -> Iterator[Problem]:
    """Texts missing, left over, too short or too long, or translated from a source that has changed."""
    kind = kind_of(file)
    for language in dict.fromkeys((file.source_language, *file.languages)):
        if language not in texts:
            sentence = say(
                "the texts for `{language}` are missing; add {kind}.{language}.yaml",
                language=language,
                kind=kind,
            )
            yield document.problem(("languages",), sentence, "T001")
    for language, (text_document, text_file) in texts.items():
        for index, entry in enumerate(file.entries):
            if entry.id not in text_file.entries:
                word = _named(kind, entry.id)
                sentence = say("{word} has no text in `{language}`", word=word, language=language)
                yield document.problem((kind, index), sentence, "C007")
        yield from _find_entry_text_problems(text_document, file, text_file)
        yield from _find_stale(file, texts, language)


def _find_entry_text_problems(document: Document, file: _File, texts: _TextFile) -> Iterator[Problem]:
    kind, ids = kind_of(file), {entry.id for entry in file.entries}
    for name, text in texts.entries.items():
        if name not in ids:
            sentence = say(
                "`{name}` is not in {kind}.yaml; correct its name or remove it", name=name, kind=kind
            )
            yield document.problem((kind, name), sentence, "C002")
        if isinstance(text, ActionText) and not FEWEST_STEPS <= len(text.steps) <= MOST_STEPS:
            sentence = say(
                "action `{name}` has {count} steps; {fewest} to {most} are wanted",
                name=name,
                count=len(text.steps),
                fewest=FEWEST_STEPS,
                most=MOST_STEPS,
            )
            yield document.problem((kind, name, "steps"), sentence, "C012")


def text_hashes(file: _TextFile) -> dict[str, str]:
    """A short hash of each entry of a text file, by id."""
    return marks_of(file.entries)


def _find_stale(file: _File, texts: _Texts, language: str) -> Iterator[Problem]:
    origin = texts.get(file.source_language)
    if origin is None or language == file.source_language:
        return
    document, translated = texts[language]
    yield from find_stale(document, stale_marks(translated.translated_from, text_hashes(origin[1])))


def find_evidence_problems(
    document: Document, file: ActionsFile, questionnaires: Mapping[str, Questionnaire]
) -> Iterator[Problem]:
    """Answers named by actions that no questionnaire has."""
    for index, action in enumerate(file.actions):
        for place, answer in enumerate(action.evidence_of):
            if sentence := _what_is_wrong(answer, questionnaires):
                path = ("actions", index, "evidence_of", place)
                yield document.problem(
                    path, say("action `{id}`: {sentence}", id=action.id, sentence=sentence), "C013"
                )


def _what_is_wrong(answer: AnswerPlace, questionnaires: Mapping[str, Questionnaire]) -> Sentence | None:
    home, _, name = answer.question.partition("/")
    question = questionnaires[home].questions.get(name) if home in questionnaires else None
    key = answer.question
    if question is None:
        return say("there is no question `{key}`; write questionnaire/question", key=key)
    parts = _PARTS.get(question.kind, ())
    given = tuple(part for part in ("row", "choice", "tick") if getattr(answer, part) is not None)
    if not parts:
        return say(
            "an answer to `{key}`, of kind `{kind}`, has no name; leave it out", key=key, kind=question.kind
        )
    if set(given) != set(parts):
        names = ", ".join(f"`{part}`" for part in parts)
        return say(
            "an answer to `{key}`, of kind `{kind}`, is named by {names}",
            key=key,
            kind=question.kind,
            names=names,
        )
    known = _known(question)
    unknown = [value for part in given if (value := getattr(answer, part)) not in known[part]]
    names = ", ".join(f"`{value}`" for value in unknown)
    return say("`{key}` has no {names}", key=key, names=names) if unknown else None


def _known(question: Question) -> Mapping[str, frozenset[str]]:
    choices = frozenset(choice.id for choice in question.choices)
    return {"choice": choices, "tick": choices, "row": frozenset(row.id for row in question.rows)}


def find_unknown_services(
    document: Document, file: ServicesFile, known: Collection[str]
) -> Iterator[Problem]:
    """Services of hubs that hubs.yaml does not know."""
    for index, service in enumerate(file.services):
        for name in service.given_as:
            if name not in known:
                sentence = say(
                    "service `{id}`: `{name}` is not a service of hubs.yaml; there are: {known}",
                    id=service.id,
                    name=name,
                    known=", ".join(known),
                )
                yield document.problem(("services", index, "given_as"), sentence, "C014")
