"""The command that tells which companies could take something together, and which projects there are."""

import argparse
from typing import TYPE_CHECKING

from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import phrase
from desktop.commands.unlocking import open_workspace
from desktop.text import wording

if TYPE_CHECKING:
    from desktop.projects import Project, Proposal
    from desktop.workspace.project_words import ProjectWords

_WAYS = ("offer", "course", "voucher")
_SHOWN = 20


def add_projects(commands: Commands) -> None:
    """Add the command."""
    command = add_command(
        commands,
        "projects",
        phrase("list the hub's projects and the groups of companies that could begin one"),
    )
    command.add_argument(
        "--way", choices=_WAYS, help=phrase("only groups for an offer, a course or a voucher")
    )
    command.add_argument(
        "--least",
        type=int,
        default=0,
        metavar=phrase("COUNT"),
        help=phrase("only groups of at least so many companies"),
    )
    command.add_argument(
        "--most",
        type=int,
        default=_SHOWN,
        metavar=phrase("COUNT"),
        help=phrase("list the best so many groups ({count})", count=_SHOWN),
    )
    command.add_argument(
        "--all", action="store_true", help=phrase("list all groups, however many share companies")
    )
    add_language(command)
    command.set_defaults(action=_projects)


def _projects(options: argparse.Namespace) -> int:
    """Names no company: what is told are groups and how many are in them."""
    from desktop.clock import today
    from desktop.projects import best
    from desktop.workspace.project_listing import GroupWish, wished
    from desktop.workspace.project_words import ProjectWords

    say = wording(options.lang)
    workspace = open_workspace(options)
    try:
        workspace.hub.counting.count(lambda _: None, lambda: False)
        found, projects = workspace.hub.projects.look(today()), workspace.hub.projects.all()
        words = ProjectWords(workspace.library, say)
        wish = GroupWish(way=options.way, least=max(0, options.least))
        proposals = wished(found.proposals, wish, words)
        for project in projects:
            print(_project_line(project, words))
        shown = proposals if options.all else best(proposals, max(0, options.most))
        for proposal in shown:
            print(_proposal_line(proposal, words))
    finally:
        workspace.close()
    more = len(proposals) - len(shown)
    told = say.plural("{count} group proposed", "{count} groups proposed", len(proposals))
    print(say("{told}; {count} of them not listed (--all)", told=told, count=more) if more else told)
    return 0


def _project_line(project: "Project", words: "ProjectWords") -> str:
    from desktop.workspace.project_words import state_in_words

    say = words.wording
    of = say.plural("{count} company", "{count} companies", sum(project.members.values()))
    inside = say.plural("{count} takes part", "{count} take part", project.members.get("in", 0))
    return f"{state_in_words(project.state, say)}: {project.title} ({of}, {inside})"


def _proposal_line(proposal: "Proposal", words: "ProjectWords") -> str:
    from desktop.workspace.project_reasons import money_in_a_clause

    say, way = words.wording, proposal.way
    count = say.plural("{count} company", "{count} companies", proposal.count)
    where = f"{words.sector(proposal.sector)}, {words.place_of(proposal.place)}"
    helps = f"{words.way_kind(way.kind)}: {words.way(way.kind, way.id)}"
    money = money_in_a_clause(way, max(len(part.members) for part in proposal.parts), words)
    return f"{words.need(proposal.need)} ({where}): {count}. {helps}, {money}"
