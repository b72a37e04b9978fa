"""The texts of a questionnaire, language by language: what is missing or stale, and how easy they read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from desktop.content.files.strict_yaml import Steps
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.content.questionnaires.questionnaire_building import Source
from desktop.content.questionnaires.questionnaire_file import LabelEntry
from desktop.content.questionnaires.text_checks import stale_blocks
from desktop.review.reading_ease import reading_ease, words_in
from desktop.text import LANGUAGES

_FEWEST_WORDS = 15
_HARDEST = 5


@dataclass(frozen=True, slots=True)
class HardText:
    """A text with its place in the text file and its ease."""

    path: Steps
    ease: float
    is_shared: bool

    @property
    def place(self) -> str:
        """Its place in words, such as `questions.backup.why`."""
        return ".".join(str(step) for step in self.path)


@dataclass(frozen=True)
class TextState:
    """The texts in one language.

    `is_missing`: there are none. `missing` are shared questions whose home lacks the language, `stale` blocks
    whose source has changed since they were translated. `texts` holds each text with its place in the file
    and whether its question is shared.
    """

    language: str
    is_missing: bool
    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    texts: tuple[tuple[Steps, str, bool], ...] = ()

    @cached_property
    def ease(self) -> float | None:
        """The ease (0-100) of all texts together; None where the language has no formula."""
        return reading_ease((text for _, text, _ in self.texts), self.language)

    @cached_property
    def words(self) -> int:
        """How many words the texts have."""
        return sum(words_in(text) for _, text, _ in self.texts)

    @cached_property
    def hardest(self) -> tuple[HardText, ...]:
        """The hardest of the texts of at least fifteen words, the hardest first."""
        found = [
            HardText(path, ease, is_shared)
            for path, text, is_shared in self.texts
            if words_in(text) >= _FEWEST_WORDS and (ease := reading_ease([text], self.language)) is not None
        ]
        return tuple(sorted(found, key=lambda text: text.ease)[:_HARDEST])


def find_text_states(questionnaire: Questionnaire, sources: Mapping[str, Source]) -> tuple[TextState, ...]:
    """The state of each language of the questionnaire, and of each the program speaks."""
    languages = dict.fromkeys((*sources[questionnaire.id].file.languages, *LANGUAGES))
    return tuple(_state(questionnaire, sources, language) for language in languages)


def _state(questionnaire: Questionnaire, sources: Mapping[str, Source], language: str) -> TextState:
    source = sources[questionnaire.id]
    if language not in questionnaire.texts:
        return TextState(language, is_missing=True)
    return TextState(
        language,
        is_missing=False,
        missing=tuple(
            question.id
            for question in questionnaire.questions.values()
            if language not in sources[question.key.partition("/")[0]].texts
        ),
        stale=tuple(stale_blocks(source, language)),
        texts=tuple(_texts(questionnaire, source, language)),
    )


def _texts(questionnaire: Questionnaire, source: Source, language: str) -> Iterator[tuple[Steps, str, bool]]:
    """Each text with its place in the file, and whether its question is shared."""
    texts = questionnaire.text(language)
    yield ("summary",), texts.summary, False
    for level, words in texts.levels.items():
        yield ("levels", level, "meaning"), words.meaning, False
    for dimension, about in texts.dimensions.items():
        for part in ("about", "low", "middle", "high"):
            yield ("dimensions", dimension, part), getattr(about, part), False
    for section, heading in texts.sections.items():
        yield ("sections", section, "about"), heading.about, False
    for word, term in source.texts[language][1].glossary.items():
        yield ("glossary", word, "meaning"), term.meaning, False
    yield from _question_texts(questionnaire, language)


def _question_texts(questionnaire: Questionnaire, language: str) -> Iterator[tuple[Steps, str, bool]]:
    for name, question in questionnaire.text(language).questions.items():
        is_shared = not questionnaire.questions[name].key.startswith(f"{questionnaire.id}/")
        for part in ("text", "hint", "why"):
            yield ("questions", name, part), getattr(question, part), is_shared
        for part in ("choices", "rows", "columns"):
            labels: dict[str, LabelEntry] = getattr(question, part)
            for item, label in labels.items():
                yield ("questions", name, part, item), label.text, is_shared
                yield ("questions", name, part, item, "help"), label.help, is_shared
