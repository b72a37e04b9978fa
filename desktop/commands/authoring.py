"""The commands of content authors: schema, stamp, keep, new, translate."""

import argparse
import sys
from pathlib import Path

from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import phrase
from desktop.commands.steps import add_steps
from desktop.errors import ContentError, Problem
from desktop.paths import assessments_folder
from desktop.text import say, wording

_SKELETON_LANGUAGES = ("en", "it")
_FOLDER_ENTRY = phrase("FOLDER")
_SCHEMAS = (
    *("questionnaire", "questionnaire-texts", "plan-input", "courses"),
    *("brand", "consent", "consent-texts"),
    *("labs", "lab-texts", "funding", "funding-texts"),
    *("actions", "action-texts", "services", "service-texts"),
)
_RESULT_SCHEMAS = ("result", "result-seal", "sealed-result")


def add_author_commands(commands: Commands) -> None:
    """Add all of them to the command line."""
    known = (*_SCHEMAS, *_RESULT_SCHEMAS)
    command = add_command(commands, "schema", phrase("print a JSON Schema of a file format"), speaks="en")
    command.add_argument("name", choices=known, metavar=phrase("NAME"), help=", ".join(known))
    add_language(command)
    command.set_defaults(action=_schema)
    command = add_command(
        commands, "stamp", phrase("mark translations as checked against their source"), speaks="en"
    )
    command.add_argument("paths", type=Path, nargs="+", metavar=phrase("ID.LANGUAGE.yaml"))
    add_language(command)
    command.set_defaults(action=_stamp)
    command = add_command(
        commands, "keep", phrase("keep questionnaires as they are, before they are changed"), speaks="en"
    )
    command.add_argument("paths", type=Path, nargs="+", metavar="ID.yaml")
    add_language(command)
    command.set_defaults(action=_keep)
    _add_new(commands)
    _add_translate(commands)


def _add_new(commands: Commands) -> None:
    """The command that begins a file an author then completes."""
    kinds = add_steps(commands, "new", phrase("begin a questionnaire"), speaks="en")
    command = add_command(
        kinds,
        "assessment",
        phrase("write a questionnaire to change: every kind of question once"),
        speaks="en",
    )
    command.add_argument("id", metavar="ID", help=phrase("its id: small letters, digits, hyphens"))
    command.add_argument(
        "--folder", type=Path, metavar=_FOLDER_ENTRY, help=phrase("where to write it (else a new folder ID)")
    )
    command.add_argument(
        "--language", choices=_SKELETON_LANGUAGES, default="en", help=phrase("language of its texts (en)")
    )
    command.set_defaults(action=_new_assessment)


def _add_translate(commands: Commands) -> None:
    """The commands that send texts to a translator and take them back."""
    steps = add_steps(commands, "translate", phrase("exchange texts with translators"), speaks="en")
    sending = add_command(
        steps, "export", phrase("write the texts of a questionnaire as XLIFF 1.2"), speaks="en"
    )
    sending.add_argument(
        "questionnaire", metavar=phrase("ID_OR_PATH"), help=phrase("a shipped id, or FOLDER/ID.yaml")
    )
    sending.add_argument(
        "--to", required=True, metavar=phrase("LANG"), help=phrase("language to translate to, such as de")
    )
    sending.add_argument(
        "-o", "--output", type=Path, metavar="FILE.xlf", help=phrase("(else ID.LANG.xlf here)")
    )
    sending.add_argument("--force", action="store_true", help=phrase("replace a file that exists"))
    add_language(sending)
    sending.set_defaults(action=_export_translation)
    taking = add_command(steps, "import", phrase("take a translated XLIFF file back"), speaks="en")
    taking.add_argument("file", type=Path, metavar="FILE.xlf")
    taking.add_argument(
        "--folder",
        type=Path,
        metavar=_FOLDER_ENTRY,
        help=phrase("where the questionnaire is (else beside the file, here, or shipped)"),
    )
    taking.add_argument("--force", action="store_true", help=phrase("take what still fits after changes"))
    add_language(taking)
    taking.set_defaults(action=_import_translation)


def _schema(options: argparse.Namespace) -> int:
    from desktop.content.schemas import schema
    from desktop.exchange.results.schemas import result_schema
    from desktop.json_output import print_json

    made = result_schema if options.name in _RESULT_SCHEMAS else schema
    print_json(made(options.name))
    return 0


def _stamp(options: argparse.Namespace) -> int:
    from desktop.content.stamping import stamp

    words = wording(options.lang)
    for path in options.paths:
        count = stamp(path)
        print(words.plural("{path}: {count} block marked", "{path}: {count} blocks marked", count, path=path))
    return 0


def _keep(options: argparse.Namespace) -> int:
    from desktop.content.questionnaires.keeping import keep_version

    words = wording(options.lang)
    for path in options.paths:
        print(words("{path}: kept in {place}", path=path, place=keep_version(path)))
    return 0


def _new_assessment(options: argparse.Namespace) -> int:
    from desktop.content.questionnaires.skeleton import new_assessment

    words, folder = wording(options.lang), options.folder or Path(options.id)
    for path in new_assessment(options.id, folder, options.language):
        print(words("written: {path}", path=path))
    print(words("check it:  {command}", command=f"sestante check {folder}"))
    print(words("show it:   {command}", command=f"sestante show {folder / options.id}.yaml"))
    return 0


def _export_translation(options: argparse.Namespace) -> int:
    from desktop.content.files.locating import structure_path
    from desktop.exchange.xliff.exporting import export_translation
    from desktop.exchange.xliff.unit import NEEDS_REVIEW, NEEDS_TRANSLATION, TRANSLATED

    structure = structure_path(options.questionnaire, assessments_folder())
    output = options.output or Path(f"{structure.stem}.{options.to}.xlf")
    exported = export_translation(structure, options.to, output, replaces=options.force)
    words = wording(options.lang)
    print(
        words(
            "{path}: {count} texts, {new} to translate, {review} to review, {done} translated",
            path=output,
            count=len(exported.units),
            new=exported.count(NEEDS_TRANSLATION),
            review=exported.count(NEEDS_REVIEW),
            done=exported.count(TRANSLATED),
        )
    )
    where = "" if structure.parent == assessments_folder() else f" --folder {structure.parent}"
    print(words("when it comes back:  {command}", command=f"sestante translate import {output.name}{where}"))
    return 0


def _import_translation(options: argparse.Namespace) -> int:
    from desktop.content.files.locating import is_there
    from desktop.exchange.xliff.importing import import_translation

    file: Path = options.file
    folders = [options.folder] if options.folder else [file.parent, Path(), assessments_folder()]

    def find(name: str) -> Path:
        for folder in folders:
            if is_there(folder / f"{name}.yaml"):
                return folder / f"{name}.yaml"
        sentence = say(
            "it belongs to the questionnaire `{name}`, which is not in {folders}; name its --folder",
            name=name,
            folders=folders[0],
        )
        raise ContentError(Problem(str(file), 0, sentence, "L004"))

    words, imported = wording(options.lang), import_translation(file, find, is_forced=options.force)
    for warning in imported.warnings:
        print(words.tell(warning.told), file=sys.stderr)
    changed = sum(decision.is_changed for decision in imported.decisions.values())
    print(
        words(
            "{path}: {count} texts, {changed} of them new or changed",
            path=imported.path,
            count=len(imported.decisions),
            changed=changed,
        )
    )
    if imported.is_language_new:
        print(
            words(
                "{path}: `{language}` added to `languages`",
                path=imported.structure,
                language=imported.language,
            )
        )
    return 0
