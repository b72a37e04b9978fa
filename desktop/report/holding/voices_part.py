"""What several people answered about the company, each apart, question by question."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from desktop.holding import HeldRound
from desktop.report.holding.asked_words import AskedWords
from desktop.report.holding.tables import table
from desktop.report.people_words import roles_in_words
from desktop.text import Wording

_FULL = 900  # characters: those who say more begin a row of their own, so that no cell is cut


def voices_part(held: HeldRound, asked: AskedWords, wording: Wording) -> list[Flowable]:
    """A row for each question; nothing where nobody answered apart."""
    roles = roles_in_words(wording)
    said = dict[str, list[str]]()
    for voice in held.voices:
        name = wording("{label} ({role})", label=voice.label, role=roles[voice.role])
        for each in voice.answers:
            words = f"{name}: {asked.answer(each.question, each.value)}"
            said.setdefault(each.question, []).append(words)
    order = asked.order
    keys = sorted(said, key=lambda key: (order.get(key, len(order)), key))
    rows = [(asked.question(key), "\n".join(lines)) for key in keys for lines in _parted(said[key])]
    title = wording("What each answered about the company")
    labels = (wording("Question"), wording("Who answered what"))
    return table(title, f"voices-{held.id}", labels, rows, (0.44, 0.56))


def _parted(lines: Sequence[str]) -> Iterator[list[str]]:
    part = list[str]()
    for line in lines:
        if part and sum(map(len, part)) + len(line) > _FULL:
            yield part
            part = []
        part.append(line)
    yield part
