"""What is said of copies where the workspace is on a server, whose administrator makes them."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.text import Wording
from desktop.ui.backups.card import CopiesCard
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.message_page import MessagePage
from desktop.ui.pieces import label


class ServerCopiesCard(QFrame):
    """Who makes copies of what, and nothing to press."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("server-copies-card")
        say = look.wording
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(say("Copies"), "heading"))
        words = say(
            "The companies are on the server, and its administrator makes copies of them. To take some along "
            "without a connection, go to Laptops. A company by itself leaves as a result file, from its "
            "page of results."
        )
        column.addWidget(label(words, "small", "muted"))
        folder = desk.workspace.folder
        own = say(
            "What Sestante keeps on this computer besides (what waits to be sent, preferences, its key) is "
            "copied every day into the folder {folder}.",
            folder=folder / "copies",
        )
        column.addWidget(label(own, "small", "muted"))


def copies_card(desk: Desk, look: Look) -> QFrame:
    """The card of copies as it is where the workspace is."""
    make = CopiesCard if desk.workspace.server is None else ServerCopiesCard
    return make(desk, look)


def no_restoring_page(say: Wording) -> MessagePage:
    """In place of the page that restores: a copy would go into this computer's own file."""
    words = say(
        "Restoring a copy concerns this computer's own workspace, and this window works on the server. Go "
        "back to this computer's own workspace first (Settings, Server). What is on the server is restored "
        "by its administrator."
    )
    return MessagePage(say("Copies are not restored onto a server"), words)
