"""A label's height follows whatever changes it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.ui.fonts import font
from desktop.ui.remembering_label import RememberingLabel

WORDS = "Quante persone in azienda usano ogni giorno un programma che non sia la posta?"
CHANGES: dict[str, Callable[[QLabel], None]] = {
    "text": lambda label: label.setText(WORDS * 3),
    "font": lambda label: label.setFont(font(26)),
    "wrapping": lambda label: label.setWordWrap(False),
    "margins": lambda label: label.setContentsMargins(20, 20, 20, 20),
}


def _wrapped(label: QLabel, qtbot: QtBot) -> QLabel:
    qtbot.addWidget(label)
    label.setWordWrap(True)
    return label


@pytest.mark.parametrize("change", CHANGES)
def test_it_is_as_high_as_one_that_forgets(qtbot: QtBot, change: str) -> None:
    remembers, forgets = _wrapped(RememberingLabel(WORDS), qtbot), _wrapped(QLabel(WORDS), qtbot)
    before = [remembers.heightForWidth(width) for width in (120, 300, 120)]
    assert before == [forgets.heightForWidth(width) for width in (120, 300, 120)]
    CHANGES[change](remembers)
    CHANGES[change](forgets)
    after = [remembers.heightForWidth(width) for width in (120, 300)]
    assert after == [forgets.heightForWidth(width) for width in (120, 300)]
    assert after != before[:2]
