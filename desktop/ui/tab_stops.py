"""Where Tab goes: to each thing on the page, also before the one that has the keyboard at first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def go_to_next_stop(begin: QWidget, *, is_forward: bool) -> bool:
    """Give the keyboard to the next stop of the window, or to the one before; whether there is one.

    Qt goes from the border of a widget to its focus proxy, past all that stands before that one.
    """
    reason = Qt.FocusReason.TabFocusReason if is_forward else Qt.FocusReason.BacktabFocusReason
    each = _beside(begin, is_forward=is_forward)
    while each is not None and each is not begin:
        if _is_stop(each) and each.window() is begin.window():
            each.setFocus(reason)
            return True
        each = _beside(each, is_forward=is_forward)
    return False


def _beside(widget: QWidget, *, is_forward: bool) -> QWidget | None:
    return widget.nextInFocusChain() if is_forward else widget.previousInFocusChain()


def _is_stop(widget: QWidget) -> bool:
    return _takes_tab(widget) and not _is_beside_the_chosen(widget)


def _takes_tab(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes_tab and widget.isVisible() and widget.isEnabled()


def _is_beside_the_chosen(widget: QWidget) -> bool:
    """Of buttons of which one is always chosen, that one is the stop; arrows go to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    chosen = group.checkedButton() if group is not None and group.exclusive() else None
    return chosen is not None and chosen is not widget and _takes_tab(chosen)
