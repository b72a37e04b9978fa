"""A language added to a structure file, where nothing but that one entry changes."""

import yaml
from yaml import events

from desktop.content.files.strict_yaml import parse_yaml
from desktop.errors import ContentError, Problem
from desktop.text import say


def add_language(text: str, language: str, file: str) -> str:
    """A structure file's text with `language` at the end of its `languages`; `file` names it in messages."""
    root = parse_yaml(text.encode(), file).root
    if language in root["languages"]:
        return text
    last = _last_language(text)
    if last is None:
        raise _refusal(file, language)
    start, end = last
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if line.lstrip().startswith("-") and not line.strip("- "):
        after = text.find("\n", end)
        ending = "\r\n" if "\r\n" in text else "\n"
        added, at = f"{line}{language}{ending}", after + 1 if after >= 0 else len(text)
    else:
        added, at = f", {language}", end
    edited = text[:at] + added + text[at:]
    expected = root | {"languages": [*root["languages"], language]}
    if parse_yaml(edited.encode(), file).root != expected:
        raise _refusal(file, language)
    return edited


def _last_language(text: str) -> tuple[int, int] | None:
    """Where the last item of the list `languages` at the top of the file begins and ends."""
    depth, is_wanted = 0, False
    previous: events.Event | None = None
    last: tuple[int, int] | None = None
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if is_wanted and isinstance(event, events.ScalarEvent) and event.start_mark and event.end_mark:
            last = (event.start_mark.index, event.end_mark.index)
        if isinstance(event, events.CollectionStartEvent):
            depth += 1
            is_wanted = _names_languages(previous, depth)
        elif isinstance(event, events.CollectionEndEvent):
            depth -= 1
            if is_wanted:
                return last
        previous = event
    return None


def _names_languages(previous: events.Event | None, depth: int) -> bool:
    return depth == 2 and isinstance(previous, events.ScalarEvent) and previous.value == "languages"  # noqa: PLR2004 - inside the file's own entries


def _refusal(file: str, language: str) -> ContentError:
    sentence = say(
        "`{language}` cannot be added to `languages` here; write `languages: [...]` in one line",
        language=language,
    )
    return ContentError(Problem(file, 0, sentence, "L013"))
