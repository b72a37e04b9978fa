"""The commands of content authors: schema, stamp, keep, new, translate."""

import argparse
import sys
from pathlib import Path
from typing import TypeAlias

from desktop.errors import ContentError, Problem
from desktop.paths import assessments_folder
from desktop.text import say

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
_SKELETON_LANGUAGES = ("en", "it")
_FOLDER_ENTRY = "FOLDER"
_SCHEMAS = (
    *("questionnaire", "questionnaire-texts", "plan-input", "courses"),
    *("labs", "lab-texts", "funding", "funding-texts"),
    *("actions", "action-texts", "services", "service-texts"),
)
_RESULT_SCHEMAS = ("result", "result-seal", "sealed-result")


def add_author_commands(commands: Commands) -> None:
    """Add all of them to the command line."""
    known = (*_SCHEMAS, *_RESULT_SCHEMAS)
    command = commands.add_parser("schema", help="print a JSON Schema of a file format")
    command.add_argument("name", choices=known, metavar="NAME", help=", ".join(known))
    command.set_defaults(action=_schema)
    command = commands.add_parser("stamp", help="mark translations as checked against their source")
    command.add_argument("paths", type=Path, nargs="+", metavar="ID.LANGUAGE.yaml")
    command.set_defaults(action=_stamp)
    command = commands.add_parser("keep", help="keep questionnaires as they are, before they are changed")
    command.add_argument("paths", type=Path, nargs="+", metavar="ID.yaml")
    command.set_defaults(action=_keep)
    _add_new(commands)
    _add_translate(commands)


def _add_new(commands: Commands) -> None:
    """The command that begins a file an author then completes."""
    kinds = commands.add_parser("new", help="begin a questionnaire").add_subparsers(
        title="what to begin", metavar="KIND", required=True
    )
    command = kinds.add_parser(
        "assessment", help="write a questionnaire to change: every kind of question once"
    )
    command.add_argument("id", metavar="ID", help="its id: small letters, digits, hyphens")
    command.add_argument(
        "--folder", type=Path, metavar=_FOLDER_ENTRY, help="where to write it (else a new folder ID)"
    )
    command.add_argument(
        "--language", choices=_SKELETON_LANGUAGES, default="en", help="language of its texts (en)"
    )
    command.set_defaults(action=_new_assessment)


def _add_translate(commands: Commands) -> None:
    """The commands that send texts to a translator and take them back."""
    steps = commands.add_parser("translate", help="exchange texts with translators").add_subparsers(
        title="steps", metavar="STEP", required=True
    )
    sending = steps.add_parser("export", help="write the texts of a questionnaire as XLIFF 1.2")
    sending.add_argument("questionnaire", metavar="ID_OR_PATH", help="a shipped id, or FOLDER/ID.yaml")
    sending.add_argument("--to", required=True, metavar="LANG", help="language to translate to, such as de")
    sending.add_argument("-o", "--output", type=Path, metavar="FILE.xlf", help="(else ID.LANG.xlf here)")
    sending.add_argument("--force", action="store_true", help="replace a file that exists")
    sending.set_defaults(action=_export_translation)
    taking = steps.add_parser("import", help="take a translated XLIFF file back")
    taking.add_argument("file", type=Path, metavar="FILE.xlf")
    taking.add_argument(
        "--folder",
        type=Path,
        metavar=_FOLDER_ENTRY,
        help="where the questionnaire is (else beside the file, here, or shipped)",
    )
    taking.add_argument("--force", action="store_true", help="take what still fits after changes")
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

    for path in options.paths:
        print(f"{path}: {stamp(path)} blocks marked")
    return 0


def _keep(options: argparse.Namespace) -> int:
    from desktop.content.questionnaires.keeping import keep_version

    for path in options.paths:
        print(f"{path}: kept in {keep_version(path)}")
    return 0


def _new_assessment(options: argparse.Namespace) -> int:
    from desktop.content.questionnaires.skeleton import new_assessment

    folder = options.folder or Path(options.id)
    for path in new_assessment(options.id, folder, options.language):
        print(f"written: {path}")
    print(f"check it:  sestante check {folder}")
    print(f"show it:   sestante show {folder / options.id}.yaml")
    return 0


def _export_translation(options: argparse.Namespace) -> int:
    from desktop.content.files.locating import structure_path
    from desktop.exchange.xliff.exporting import export_translation
    from desktop.exchange.xliff.unit import NEEDS_REVIEW, NEEDS_TRANSLATION, TRANSLATED

    structure = structure_path(options.questionnaire, assessments_folder())
    output = options.output or Path(f"{structure.stem}.{options.to}.xlf")
    exported = export_translation(structure, options.to, output, replaces=options.force)
    print(
        f"{output}: {len(exported.units)} texts, {exported.count(NEEDS_TRANSLATION)} to translate, "
        f"{exported.count(NEEDS_REVIEW)} to review, {exported.count(TRANSLATED)} translated"
    )
    where = "" if structure.parent == assessments_folder() else f" --folder {structure.parent}"
    print(f"when it comes back:  sestante translate import {output.name}{where}")
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

    imported = import_translation(file, find, is_forced=options.force)
    for warning in imported.warnings:
        print(warning, file=sys.stderr)
    changed = sum(decision.is_changed for decision in imported.decisions.values())
    print(f"{imported.path}: {len(imported.decisions)} texts, {changed} of them new or changed")
    if imported.is_language_new:
        print(f"{imported.structure}: `{imported.language}` added to `languages`")
    return 0
