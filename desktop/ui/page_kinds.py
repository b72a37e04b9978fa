"""What a page may be able to do besides being shown; the guide asks each whether it is."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance

from desktop.workspace import Case


@runtime_checkable
class LeadsOn(Protocol):
    """A page from which another one can be asked for by name."""

    page_requested: SignalInstance


@runtime_checkable
class HandsOver(Protocol):
    """A page where one person may have the computer, who is to see nothing else meanwhile."""

    handed_over: SignalInstance
    came_back: SignalInstance


@runtime_checkable
class AsksAlong(Protocol):
    """A page that can be read along by the client, and moves on among the sections of the rail."""

    interview_toggled: SignalInstance
    place_changed: SignalInstance


@runtime_checkable
class TurnsItself(Protocol):
    """A page that undoes and redoes, and shows steps and limits as they are then."""

    def turn(self, *, is_redo: bool = False) -> None:
        """Undo, or redo."""
        ...


@runtime_checkable
class ShowsNews(Protocol):
    """A page that shows by itself what another desk has changed."""

    def show_news(self, before: Case | None) -> bool:
        """Whether all is shown of the open case, which was as before (None where no case is open).

        What is being written stays, and is believed to be there, until it is left.
        """
        ...


@runtime_checkable
class ShowsNewsOf(Protocol):
    """A page of many companies, of which some parts alone are concerned by what another desk has changed."""

    def show_news_of(self, tables: frozenset[str]) -> None:
        """Show what was changed in some tables, as soon as may be; an empty name stands for all of them."""
        ...
