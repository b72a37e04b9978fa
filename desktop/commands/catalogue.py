"""The command `catalogue import`: a provider's list of courses as course files of the catalogue."""

import argparse
import datetime as dt
from pathlib import Path

from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import phrase
from desktop.commands.steps import add_steps
from desktop.text import wording


def add_catalogue(commands: Commands) -> None:
    """Add the command to the command line."""
    steps = add_steps(commands, "catalogue", phrase("bring courses into the catalogue"), speaks="en")
    command = add_command(
        steps, "import", phrase("make course files from a provider's list (CSV or .xlsx)"), speaks="en"
    )
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar=phrase("FOLDER"),
        default=Path(),
        help=phrase("write here (this folder)"),
    )
    command.add_argument(
        "--columns", type=Path, metavar="MAP.yaml", help=phrase("what the columns and words mean")
    )
    command.add_argument(
        "--preview", action="store_true", help=phrase("write nothing, show the first 10 courses")
    )
    command.add_argument("--force", action="store_true", help=phrase("replace files that exist"))
    add_language(command)
    command.set_defaults(action=_import)


def _import(options: argparse.Namespace) -> int:
    from desktop.content.catalogues.keywords import read_keywords
    from desktop.content.library import read_library
    from desktop.exchange.course_import import import_courses, preview_lines, report_lines, write_courses
    from desktop.paths import assessments_folder, resources_folder

    words = wording(options.lang)
    catalogue = read_library(assessments_folder(), resources_folder()).catalogue
    keywords = read_keywords(resources_folder() / "catalogue")
    month = f"{dt.datetime.now(tz=dt.UTC):%Y-%m}"
    imported = import_courses(options.file, options.columns, catalogue, keywords, month)
    if options.preview:
        for line in preview_lines(imported):
            print(words.tell(line))
        print()
    for line in report_lines(imported):
        print(words.tell(line))
    if options.preview:
        print(words("Nothing was written."))
        return 0
    for path in write_courses(imported, options.output, catalogue, words, is_forced=options.force):
        print(words("written: {path}", path=path))
    return 0
