"""The commands that turn questionnaires into XLSForms and back: import-xlsform, export-xlsform."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import phrase
from desktop.errors import ContentError, Problem, SestanteError
from desktop.text import Wording, say, wording

if TYPE_CHECKING:
    from desktop.exchange.xlsform import Transfer

FAILURE = 2


def add_form_commands(commands: Commands) -> None:
    """Add both commands to the command line."""
    command = add_command(
        commands, "import-xlsform", phrase("make a questionnaire from an XLSForm (.xlsx)"), speaks="en"
    )
    command.add_argument("file", type=Path, metavar="FILE.xlsx")
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar=phrase("FOLDER"),
        default=Path(),
        help=phrase("write its files here (this folder)"),
    )
    command.add_argument(
        "--language",
        metavar=phrase("CODE"),
        default="it",
        help=phrase("language of texts for which the form names none (it)"),
    )
    command.add_argument("--force", action="store_true", help=phrase("replace files that exist"))
    command.set_defaults(action=_import)
    command = add_command(
        commands, "export-xlsform", phrase("make an XLSForm (.xlsx) from a questionnaire"), speaks="en"
    )
    command.add_argument(
        "name", metavar=phrase("ID_OR_PATH"), help=phrase("a shipped questionnaire, or a structure file")
    )
    command.add_argument(
        "-o", "--output", type=Path, metavar="FILE.xlsx", help=phrase("write it here (ID.xlsx)")
    )
    command.add_argument("--force", action="store_true", help=phrase("replace a file that exists"))
    add_language(command)
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
    words = wording(options.lang)
    print(
        words(
            "{count} questions, {sections} sections, languages: {languages}",
            count=count,
            sections=len(sections),
            languages=", ".join(found.written.file.languages),
        )
    )
    _print_transfer(found, words)
    return _print_problems(found, words)


def _export(options: argparse.Namespace) -> int:
    from desktop.exchange.xlsform import export_form

    structure = _structure_file(options.name)
    target: Path = options.output or Path(f"{structure.stem}.xlsx")
    if target.is_dir():
        target /= f"{structure.stem}.xlsx"
    found = export_form(structure, target, is_forced=options.force)
    words = wording(options.lang)
    _print_transfer(found, words)
    print(
        words(
            "Points, weights, levels and the like stand in columns and sheets that begin with sestante_;\n"
            "other programs pass over them. Keep them for the way back."
        )
    )
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


def _print_transfer(found: "Transfer", words: Wording) -> None:
    from desktop.exchange.xlsform import lines_of

    for path in found.files:
        print(words("written: {path}", path=path))
    if found.renamed:
        print()
        print(words("Renamed ({count}):", count=len(found.renamed)))
        width = max(len(renamed.old) for renamed in found.renamed)
        for renamed in found.renamed:
            print(f"  {renamed.old:<{min(width, 40)}} -> {renamed.new}  ({renamed.part})")
    lines = list(lines_of(found.findings))
    told = words("Lost or changed ({count}):", count=len(lines)) if lines else words("Nothing was lost.")
    print(f"\n{told}")
    for line in lines:
        print(f"  {words.tell(line)}")


def _print_problems(found: "Transfer", words: Wording) -> int:
    """Say what `sestante check` finds in the result; stale marks of translations only as a count."""
    stale = sum(problem.code == "T005" for problem in found.problems)
    if stale:
        print()
        print(
            words.plural(
                "{count} translated text is not marked as checked: compare it, then run `sestante stamp`.",
                "{count} translated texts are not marked as checked: compare them, then run "
                "`sestante stamp`.",
                stale,
            )
        )
    for problem in found.problems:
        if problem.code != "T005":
            print(words.tell(problem.told), file=sys.stderr)
    errors = sum(not problem.is_warning for problem in found.problems)
    warnings = len(found.problems) - errors
    print()
    print(words("Check: {errors} errors, {warnings} warnings", errors=errors, warnings=warnings))
    return FAILURE if errors else 0
