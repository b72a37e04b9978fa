"""The command line: opens the window, or does the same work without one."""

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from desktop import VERSION
from desktop.commands.authoring import add_author_commands
from desktop.commands.backups import add_backup_commands
from desktop.commands.batch import add_print_all
from desktop.commands.catalogue import add_catalogue
from desktop.commands.check import add_check
from desktop.commands.content import OF_WHICH_CONTENT, content_of
from desktop.commands.due import add_due
from desktop.commands.edition import add_edition
from desktop.commands.events import add_end_event_mode
from desktop.commands.forms import add_form_commands
from desktop.commands.hub_export import add_hub_export, add_hub_import
from desktop.commands.incoming import add_import, are_results, show_results
from desktop.commands.language import add_language
from desktop.commands.laptops import add_laptop_commands
from desktop.commands.packs import add_pack
from desktop.commands.parser import USAGE_ERROR, Commands, add_command, asked_language, parser_in
from desktop.commands.phrases import phrase
from desktop.commands.plans_in import add_plans_in
from desktop.commands.preview import OpenPreview, add_preview
from desktop.commands.projects import add_projects
from desktop.commands.results import add_desk, add_leaving, leaving_of
from desktop.commands.rights import add_export_data
from desktop.commands.server import add_server
from desktop.commands.servers import add_server_options, remember_server_options
from desktop.commands.unlocking import add_passphrase_file
from desktop.errors import SestanteError, sentence_of
from desktop.text import Wording, say, wording

OpenWindow: TypeAlias = Callable[[Path], int]
_SEVERAL = say(
    "Not all of these are results that can be read: {names}. Give several files only where each is a result, "
    "a printed plan, or a scan or photo of its codes; questionnaires are shown one at a time."
)
_EPILOG = phrase(
    "Without a command the window opens. All work happens on this computer, or on the server you name; "
    "nothing is sent anywhere else."
)


def run_command(arguments: Sequence[str], open_window: OpenWindow, open_preview: OpenPreview) -> int:
    """Run one command; returns its status: 2 after saying on standard error what is wrong and what to do.

    `open_window` shows the window on a data folder and returns its exit status; it is called where no
    command is given. `open_preview` does the same on what an author writes.
    """
    given = argparse.Namespace(open_window=open_window, open_preview=open_preview)
    asked = asked_language(arguments)
    options = _parser(asked).parse_args(arguments, given)
    options.lang = asked or options.lang
    action: Callable[[argparse.Namespace], int] = options.action
    try:
        status = action(options)
        sys.stdout.flush()
    except SestanteError as error:
        print(_words(options).tell(error.sentence), file=sys.stderr)
        return USAGE_ERROR
    except BrokenPipeError:
        return USAGE_ERROR
    except OSError as error:
        print(_words(options).tell(sentence_of(error)), file=sys.stderr)
        _give_up_output()
        return USAGE_ERROR
    except KeyboardInterrupt:
        words = _words(options)
        print(words("Stopped."), file=sys.stderr)
        return USAGE_ERROR
    return status


def _give_up_output() -> None:
    """What cannot be written now cannot be written at exit either, where Python would say so its own way."""
    with suppress(OSError):
        sys.stdout.close()


def _words(options: argparse.Namespace) -> Wording:
    """The words of the language asked for, else of that in which the command speaks."""
    return wording(options.lang)


def _parser(asked: str | None) -> argparse.ArgumentParser:
    parser = parser_in(asked)(
        prog="sestante",
        description=phrase("Digital maturity check and training plan, offline."),
        epilog=_EPILOG,
    )
    parser.add_argument(
        "--data",
        type=_folder,
        metavar=phrase("DIR"),
        help=phrase("data folder (else SESTANTE_DATA, else the user's)"),
    )
    add_passphrase_file(parser)
    add_server_options(parser)
    add_language(parser, phrase("language of help and of what commands say (it; en for authors' commands)"))
    version = f"sestante {VERSION}"
    parser.add_argument("--version", action="version", version=version, help=phrase("show the version"))
    parser.set_defaults(action=_open_window)
    commands = parser.add_subparsers(title=phrase("commands"), metavar=phrase("COMMAND"))
    _add_plan(commands)
    _add_score(commands)
    add_check(commands)
    _add_show(commands)
    add_author_commands(commands)
    add_form_commands(commands)
    add_catalogue(commands)
    add_preview(commands)
    add_desk(commands)
    add_print_all(commands)
    add_import(commands)
    add_plans_in(commands)
    add_due(commands)
    add_backup_commands(commands)
    add_export_data(commands)
    add_hub_export(commands)
    add_hub_import(commands)
    add_end_event_mode(commands)
    add_projects(commands)
    add_edition(commands)
    add_pack(commands)
    add_laptop_commands(commands)
    add_server(commands)
    return parser


def _folder(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError(phrase("name a folder"))
    return Path(text)


def _add_plan(commands: Commands) -> None:
    command = add_command(commands, "plan", phrase("make a plan from an input file"), epilog=OF_WHICH_CONTENT)
    command.add_argument("file", type=Path, metavar="FILE.yaml")
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="PLAN.pdf",
        help=phrase("the printed plan; as PLAN.docx a text to change, PLAN.xlsx actions, X.sestante data"),
    )
    add_language(command, phrase("language of the plan (it)"))
    command.add_argument("--json", action="store_true", help=phrase("print results and plan as JSON"))
    command.add_argument(
        "--folder", type=Path, metavar=phrase("FOLDER"), help=phrase("questionnaires that are not shipped")
    )
    command.add_argument(
        "--catalogue", type=Path, metavar=phrase("FOLDER"), help=phrase("course files that are not shipped")
    )
    _add_texts(command)
    add_leaving(command)
    command.set_defaults(action=_plan)


def _add_score(commands: Commands) -> None:
    command = add_command(
        commands, "score", phrase("score the answers of an input file"), epilog=OF_WHICH_CONTENT
    )
    command.add_argument("file", type=Path, metavar="FILE.yaml")
    add_language(command, phrase("language of names (it)"))
    command.add_argument("--json", action="store_true", help=phrase("print the scores as JSON"))
    command.add_argument(
        "--folder", type=Path, metavar=phrase("FOLDER"), help=phrase("questionnaires that are not shipped")
    )
    _add_texts(command)
    command.set_defaults(action=_score)


def _add_texts(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--texts",
        default="",
        metavar=phrase("LANG"),
        help=phrase("another language for the texts of questionnaires that have it, such as fr"),
    )


def _add_show(commands: Commands) -> None:
    command = add_command(
        commands,
        "show",
        phrase("show a questionnaire, or what a result, plan, scan or photo carries"),
        epilog=OF_WHICH_CONTENT,
    )
    command.add_argument(
        "id",
        metavar=phrase("ID|FILE"),
        nargs="*",
        help=phrase("its id or file; without one all are listed; photos go together"),
    )
    add_language(command, phrase("language of the texts (it)"))
    command.add_argument(
        "--json", action="store_true", help=phrase("print its structure, or the result, as JSON")
    )
    _add_texts(command)
    command.set_defaults(action=_show)


def _open_window(options: argparse.Namespace) -> int:
    from desktop.paths import data_folder

    open_window: OpenWindow = options.open_window
    remember_server_options(options)
    return open_window(data_folder(options.data))


def _plan(options: argparse.Namespace) -> int:
    from desktop.commands.plans import Content, Languages, plan_file

    languages = Languages(options.lang, options.texts)
    content = Content(content_of(options), options.folder, options.catalogue)
    return plan_file(options.file, leaving_of(options), languages, content, as_json=options.json)


def _score(options: argparse.Namespace) -> int:
    from desktop.commands.plans import Content, Languages, score_file

    languages = Languages(options.lang, options.texts)
    content = Content(content_of(options), options.folder)
    return score_file(options.file, languages, content, as_json=options.json)


def _show(options: argparse.Namespace) -> int:
    from desktop.commands.plans import Languages, show_questionnaire

    if are_results(options.id):
        return show_results(options)
    if len(options.id) > 1:
        raise SestanteError(_SEVERAL, names=", ".join(map(str, options.id)))
    name = options.id[0] if options.id else None
    languages = Languages(options.lang, options.texts)
    return show_questionnaire(name, languages, content_of(options), as_json=options.json)
