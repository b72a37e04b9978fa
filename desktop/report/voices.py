"""Several people on the company's questions: the scores of each, and where they are furthest apart."""

from collections.abc import Sequence

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.dossier import Dossier
from desktop.report import style, terms
from desktop.report.flowables import Heading, Text, grid, lined, listed
from desktop.report.voices_words import (
    agreement_in_words,
    distant_questions,
    range_in_words,
    voice_names,
    widest_in_words,
)
from desktop.scores import ScoreRange, VoicesApart
from desktop.text import Wording

_NAMES, _ROOM, _LINE = 0.34, 190, 15
_MOST_COLUMNS = 5  # voices; of more, only the ends are told


def voices(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The section; nothing where nobody answered apart."""
    if not dossier.voices:
        return []
    lead = wording(
        "These people answered the questions about the company each alone. The answers in this plan are "
        "those on which the company agreed afterwards."
    )
    content: list[Flowable] = [
        CondPageBreak(_ROOM),
        Heading.of(wording("The company in several pairs of eyes"), style.PAGE_TITLE, "voices"),
        Text(lead, style.SMALL_MUTED),
    ]
    for told in dossier.voices:
        content += _questionnaire(told.apart, voice_names(told.voices, wording), wording)
    return content


def _questionnaire(apart: VoicesApart, names: Sequence[str], wording: Wording) -> list[Flowable]:
    text = apart.questionnaire.text(wording.language)
    sentences = (agreement_in_words(apart, len(names), wording), widest_in_words(apart, wording))
    content: list[Flowable] = [
        CondPageBreak(_ROOM),
        Heading.of(text.title, style.SECTION, f"voices-{apart.questionnaire.id}", 1),
        Text(" ".join(filter(None, sentences)), style.SMALL),
        Spacer(1, 4),
        _table(apart, names, wording),
    ]
    if distant := distant_questions(apart, wording):
        content += [
            CondPageBreak(_LINE * (len(distant) + 1)),
            Spacer(1, 6),
            Text(wording("Worth talking about: the questions on which they differ most"), style.SMALL_STRONG),
            *listed(Text(words, style.SMALL) for _, words in distant),
        ]
    return content


def _table(apart: VoicesApart, names: Sequence[str], wording: Wording) -> Flowable:
    text = apart.questionnaire.text(wording.language)
    shown = names if len(names) <= _MOST_COLUMNS else ()
    head = (wording("Dimension"), *shown, wording("Lowest to highest"))
    rows = [(text.dimensions[name].name, found) for name, found in apart.dimensions.items()]
    rows.append((wording("Overall"), apart.overall))
    each = style.WIDTH * (1 - _NAMES) / (len(head) - 1)
    body = [_row(name, found, bool(shown), wording) for name, found in rows]
    return grid(
        [[Text(head[0], style.LABEL), *(Text(words, style.LABEL_RIGHT) for words in head[1:])], *body],
        (style.WIDTH * _NAMES, *[each] * (len(head) - 1)),
        lined(),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        repeatRows=1,
        reads="named rows",
    )


def _row(name: str, found: ScoreRange, has_each: bool, wording: Wording) -> list[Flowable]:  # noqa: FBT001
    own = [terms.score_in_words(score, wording) for score in found.scores] if has_each else []
    return [
        Text(name, style.TINY),
        *(Text(words, style.TINY_RIGHT) for words in own),
        Text(range_in_words(found, wording), style.TINY_STRONG_RIGHT),
    ]
