"""The commands that turn questionnaires into XLSForms and back: import-xlsform, export-xlsform."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from desktop.errors import ContentError, Problem, SestanteError
from desktop.text import say

if TYPE_CHECKING:
    from desktop.exchange.xlsform import Transfer

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
FAILURE = 2


def add_form_commands(commands: Commands) -> None:
    """Add both commands to the command line."""
    command = commands.add_parser("import-xlsform", help="make a questionnaire from an XLSForm (.xlsx)")
    command.add_argument("file", type=Path, metavar="FILE.xlsx")
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FOLDER",
        default=Path(),
        help="write its files here (this folder)",
    )
    command.add_argument(
        "--language",
        metavar="CODE",
        default="it",
        help="language of texts for which the form names none (it)",
    )
    command.add_argument("--force", action="store_true", help="replace files that exist")
    command.set_defaults(action=_import)
    command = commands.add_parser("export-xlsform", help="make an XLSForm (.xlsx) from a questionnaire")
    command.add_argument("name", metavar="ID_OR_PATH", help="a shipped questionnaire, or a structure file")
    command.add_argument("-o", "--output", type=Path, metavar="FILE.xlsx", help="write it here (ID.xlsx)")
    command.add_argument("--force", action="store_true", help="replace a file that exists")
    command.set_defaults(action=_export)


def _import(options: argparse.Namespace) -> int:
    from desktop.content.library import read_library
    from desktop.exchange.xlsform import import_form
    from desktop.paths import assessments_folder, resources_folder

    language: str = options.language
    if not (len(language) == 2 and language.isascii() and language.islower()):  # noqa: PLR2004 - it, en, ...
        sentence = say(
            "`{language}` is not a language; write two small letters such as it", language=language[:20]
        )
        raise ContentError(Problem("--language", 0, sentence, "X010"))
    competences = read_library(assessments_folder(), resources_folder()).catalogue.competences
    found = import_form(
        options.file, options.output, language=language, is_forced=options.force, competences=competences
    )
    sections = found.written.file.sections
    count = sum(1 + len(entry.follow_ups) for section in sections for entry in section.questions)
    print(
        f"{count} questions, {len(sections)} sections, languages: {', '.join(found.written.file.languages)}"
    )
    _print_transfer(found)
    return _print_problems(found)


def _export(options: argparse.Namespace) -> int:
    from desktop.exchange.xlsform import export_form

    structure = _structure_file(options.name)
    target: Path = options.output or Path(f"{structure.stem}.xlsx")
    if target.is_dir():
        target /= f"{structure.stem}.xlsx"
    found = export_form(structure, target, is_forced=options.force)
    _print_transfer(found)
    print("Points, weights, levels and the like stand in columns and sheets that begin with sestante_;")
    print("other programs pass over them. Keep them for the way back.")
    return 0


def _structure_file(name: str) -> Path:
    """The structure file of a shipped questionnaire, or the file named."""
    from desktop.content.files.locating import structure_path
    from desktop.content.questionnaires.questionnaire_reading import structure_files
    from desktop.paths import assessments_folder

    path = Path(name)
    if path.is_dir():
        return structure_path(name, assessments_folder())
    if path.suffix or path.name != name or path.exists():
        return path
    known = {file.stem: file for file in structure_files(assessments_folder())}
    if name not in known:
        sentence = say(
            "there is no questionnaire `{name}`; there are: {known}", name=name, known=", ".join(known)
        )
        raise SestanteError(sentence)
    return known[name]


def _print_transfer(found: "Transfer") -> None:
    from desktop.exchange.xlsform import lines_of

    for path in found.files:
        print(f"written: {path}")
    if found.renamed:
        print(f"\nRenamed ({len(found.renamed)}):")
        width = max(len(renamed.old) for renamed in found.renamed)
        for renamed in found.renamed:
            print(f"  {renamed.old:<{min(width, 40)}} -> {renamed.new}  ({renamed.part})")
    lines = list(lines_of(found.findings))
    print(f"\nLost or changed ({len(lines)}):" if lines else "\nNothing was lost.")
    for line in lines:
        print(f"  {line}")


def _print_problems(found: "Transfer") -> int:
    """Say what `sestante check` finds in the result; stale marks of translations only as a count."""
    stale = sum(problem.code == "T005" for problem in found.problems)
    if stale:
        print(
            f"\n{stale} translated texts are not marked as checked: compare them, then run `sestante stamp`."
        )
    for problem in found.problems:
        if problem.code != "T005":
            print(problem, file=sys.stderr)
    errors = sum(not problem.is_warning for problem in found.problems)
    print(f"\nCheck: {errors} errors, {len(found.problems) - errors} warnings")
    return FAILURE if errors else 0
