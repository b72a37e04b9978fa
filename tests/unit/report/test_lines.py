"""Where lines of a paragraph end, and whose footers keep their day."""

import pytest

from desktop.report import style
from desktop.report.fonts import register_fonts
from desktop.report.sheets import foot_words
from desktop.report.texts import Text, joined, strong

NAME = "Consorzio per l'Innovazione Digitale delle Comunità Montane di Pontelungo e della Valle Serena"


@pytest.fixture(autouse=True)
def _fonts():
    register_fonts()


def lines_of(text, look=style.BODY, width=120):
    """The lines of a text in a narrow column."""
    made = Text(text, look)
    made.wrap(width, style.HEIGHT)
    return [
        "".join(part.text for part in line.words) if hasattr(line, "words") else " ".join(line[1])
        for line in made.blPara.lines
    ]


@pytest.mark.parametrize("look", [style.BODY, style.SMALL_RIGHT])
@pytest.mark.parametrize("width", range(60, 200, 7))
def test_no_line_ends_with_a_dot_between_two_things(look, width):
    for text in (
        "Bari · Lecce · Foggia · Taranto · Brindisi",
        joined((strong("Bari"), "Lecce", "Foggia"), " · "),
    ):
        *lines, last = lines_of(text, look, width)
        assert not any(line.rstrip().endswith("·") for line in lines)
        assert last


@pytest.mark.parametrize("width", range(80, 240, 7))
def test_no_short_word_stands_alone_below_a_long_sentence(width):
    for text in (
        "one and two and three and four and so on and on",
        joined((strong("Why:"), "as we said it all the time so")),
    ):
        *_, last = lines_of(text, width=width)
        assert len(last.replace("\N{NO-BREAK SPACE}", " ").split()) > 1


def test_few_words_may_be_broken_anywhere():
    assert lines_of("Persone e competenze", width=80)[-1] == "competenze"


def test_a_footer_keeps_its_day_whatever_the_names():
    told = foot_words(NAME * 2, "23 novembre 2026", NAME)

    assert " · 23 novembre 2026 · " in told
    assert told.count("…") == 2
    assert foot_words("Forno", "23 novembre 2026") == "Forno · 23 novembre 2026"
