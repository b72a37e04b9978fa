"""What people are asked, and what is said of it: about themselves in secret, about the company openly."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop.text import Wording
from desktop.workspace import Respondents, Workspace


@dataclass(frozen=True, slots=True)
class Purpose:
    """A list of people and its words; `page` is its own name, `onward_page` where it leads.

    `before` is what somebody is told before she or he begins.
    """

    page: Literal["people", "voices"]
    respondents: Respondents
    title: str
    sentences: Sequence[str]
    before: str
    onward: str
    onward_page: str


PurposeOf = Callable[[Workspace, Wording], Purpose]


def about_themselves(workspace: Workspace, say: Wording) -> Purpose:
    """Each for herself or himself; nobody sees who said what."""
    return Purpose(
        page="people",
        respondents=workspace.people,
        title=say("Who answers?"),
        sentences=(
            say("Each person answers for themselves, one after the other on this computer."),
            _where_kept(say, is_on_server=workspace.server is not None),
            say(
                "Results and printed plan speak of roles, never of names; where only one or two people have "
                "a role, others can guess whose answers they are."
            ),
        ),
        before=say("The answers of others are not shown, and nobody sees yours under your name."),
        onward=say("See the results"),
        onward_page="results",
    )


def about_the_company(workspace: Workspace, say: Wording) -> Purpose:
    """Several people on the same questions about the company; nothing is secret between them."""
    return Purpose(
        page="voices",
        respondents=workspace.voices,
        title=say("Ask several people"),
        sentences=(
            say(
                "Owner, employees and whoever looks after the computers often see the company with other "
                "eyes. Let each of them answer the questions about the company alone, one after the other "
                "on this computer."
            ),
            say(
                "Then the answers are shown side by side, with names, and you agree on one answer for the "
                "company. What people answered about themselves stays secret and never appears there."
            ),
        ),
        before=say(
            "These questions are about the company, and nothing is secret here: your answers will be "
            "shown beside those of the others, with your name, and the printed plan may tell how far "
            "apart you are."
        ),
        onward=say("See the answers side by side"),
        onward_page="side-by-side",
    )


def _where_kept(say: Wording, *, is_on_server: bool) -> str:
    if is_on_server:
        return say(
            "A nickname is enough. Nickname, role and answers are kept on the hub's server, where those who "
            "look after the company can reach them, until you remove the person."
        )
    return say(
        "A nickname is enough. Nickname, role and answers are kept on this computer alone, until you remove "
        "the person."
    )
