"""What ends the page for the hub: what the company wrote itself, and whether it gave its consent."""

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from desktop.answers import Text as Written
from desktop.dossier import Dossier
from desktop.report import style
from desktop.report.drawing_text import shortened
from desktop.report.flowables import Heading, Text, height_of, side_by_side
from desktop.text import Wording

_LINES = 7.0  # of an answer
_LOOKS = (style.BODY, style.SMALL, style.TINY)


def closing(dossier: Dossier, wording: Wording, section: ParagraphStyle, room: float) -> list[Flowable]:
    """Both in columns, as large as `room` points allow; nothing where they allow none."""
    for look in _LOOKS:
        consent = [
            Heading.of(wording("Consent"), section, "", 1),
            Text(_consent_in_words(dossier, wording), look),
        ]
        said = list(_own_words(dossier, wording, look))
        title = Heading.of(wording("In the company's own words"), section, "", 1)
        columns = side_by_side([title, *said], consent) if said else side_by_side(consent, [])
        content = [Spacer(1, 4), columns]
        if height_of(content) <= room:
            return content
    return []


def _own_words(dossier: Dossier, wording: Wording, look: ParagraphStyle) -> Iterator[Flowable]:
    """The answers that were written, each below its question; long ones are whole further on alone."""
    told = set()
    for result in dossier.results:
        texts = result.questionnaire.text(wording.language).questions
        for question in result.shown:
            answer = dossier.sheet.get(question.key)
            if not isinstance(answer, Written) or question.key in told:
                continue
            told.add(question.key)
            words = " ".join(answer.text.split())
            yield Text(texts[question.id].text, style.TINY_MUTED)
            yield Text(shortened(words, style.HALF * _LINES, look.fontSize, look.fontName), look)


def _consent_in_words(dossier: Dossier, wording: Wording) -> str:
    """Since when it holds, and for which version of the text."""
    consent, current = dossier.consent, dossier.library.consent.version
    if consent is None:
        return wording("Not recorded in Sestante. What the company has signed on paper counts.")
    told = wording(
        "The company gave its consent on {day}, to version {version} of the text.",
        day=wording.date(consent.agreed_on),
        version=consent.text_version,
    )
    if consent.text_version == current:
        return told
    later = wording("The text is now version {version}.", version=current)
    return f"{told} {later}"
