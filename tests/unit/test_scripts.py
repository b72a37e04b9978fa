"""Which way texts are read, and which letters have a typeface."""

import pytest

from desktop.scripts import apart, is_right_to_left, letters_without_typeface
from desktop.text import say, wording


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("شركة النور", True),
        ("12 – שלום Microsoft", True),
        ("Microsoft شركة", False),
        ("2027", False),
        ("", False),
        ("\u200f365 شركة", True),
    ],
)
def test_the_first_letter_decides_which_way_a_text_is_read(text, turns):
    assert is_right_to_left(text) is turns


def test_a_name_in_a_sentence_does_not_turn_it():
    told = wording("en").tell(say("{name} – {count} people", name="شركة النور", count=3))

    assert "شركة النور" in told
    assert not is_right_to_left(told)
    assert apart("Rossi") == "Rossi"


def test_letters_of_scripts_without_typeface_are_found():
    assert letters_without_typeface(["Łódź Ελένη Київ İğış œ شركة שלום ª º", "面王 नम"]) == "नम王面"
