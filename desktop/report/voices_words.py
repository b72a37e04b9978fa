"""How far apart several people are on the company's questions, in words for paper and window."""

from collections.abc import Sequence

from desktop.dossier import Voice
from desktop.report.people_words import roles_in_words
from desktop.scores import ScoreRange, VoicesApart
from desktop.text import Wording

MOST_TOLD = 5
"""The most distant questions that are told one by one."""


def voice_names(voices: Sequence[Voice], wording: Wording) -> list[str]:
    """What each is called: by label and role, else by role, with a number where several have it."""
    roles = roles_in_words(wording)
    return [
        wording("{label} ({role})", label=voice.label, role=roles[voice.role])
        if voice.label
        else f"{roles[voice.role]} {voice.number or ''}".rstrip()
        for voice in voices
    ]


def agreement_in_words(apart: VoicesApart, people: int, wording: Wording) -> str:
    """On how many of the questions that all answered they said the same."""
    if not apart.answered:
        return wording(
            "{people} people answered, but no question was answered by all of them.", people=people
        )
    return wording.plural(
        "{people} people answered. They agree on {agreed} of {count} question that all of them answered.",
        "{people} people answered. They agree on {agreed} of {count} questions that all of them answered.",
        len(apart.answered),
        people=people,
        agreed=apart.agreed,
    )


def widest_in_words(apart: VoicesApart, wording: Wording) -> str:
    """The dimension on which they are furthest apart; empty where they are nowhere."""
    name, widest = max(apart.dimensions.items(), key=lambda pair: pair[1].width)
    if not widest.width:
        return ""
    return wording(
        "Furthest apart: {dimension}, from {low} to {high} out of 100.",
        dimension=apart.questionnaire.text(wording.language).dimensions[name].name,
        low=wording.number(widest.lowest or 0),
        high=wording.number(widest.highest or 0),
    )


def range_in_words(found: ScoreRange, wording: Wording) -> str:
    """Lowest and highest score; a dash where nobody has one."""
    if found.lowest is None or found.highest is None:
        return "–"
    low, high = wording.number(found.lowest), wording.number(found.highest)
    return low if low == high else f"{low}–{high}"


def distant_questions(apart: VoicesApart, wording: Wording) -> list[tuple[str, str]]:
    """The ids and words of the most distant questions, the most distant first."""
    texts = apart.questionnaire.text(wording.language).questions
    return [(each.question, texts[each.question].text) for each in apart.differing[:MOST_TOLD]]
