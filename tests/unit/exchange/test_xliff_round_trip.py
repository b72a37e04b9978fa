"""Texts come back from a translator exactly as they went, whatever characters they hold."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.questionnaires.questionnaire_file import QuestionnaireTextFile
from desktop.content.questionnaires.questionnaire_reading import read_source, structure_files
from desktop.content.questionnaires.text_checks import block_hashes
from desktop.content.questionnaires.text_keys import text_file, texts_by_key
from desktop.content.questionnaires.text_layout import Layout
from desktop.content.questionnaires.text_writing import write_texts
from desktop.exchange.xliff.exporting import export_translation
from desktop.exchange.xliff.importing import import_translation
from desktop.exchange.xliff.reading import parse_xliff
from desktop.exchange.xliff.unit import LONGEST_DIMENSION_NAME, Unit, mark
from desktop.exchange.xliff.writing import Heading, write_xliff
from tests.builders import ASSESSMENTS, a_structure
from tests.examples import examples

HEADING = Heading("small", "1", "it", "en", "A <title> & more")
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
MARKUP = st.text(
    st.sampled_from("<>&\"'\r\n\t ]]>{}:#-|%@`\\\0\x85\u2028\ufeff\ufffe😀é"), min_size=1
).filter(str.strip)
TEXT = ANY_TEXT | MARKUP
KEYS = ("title", "summary", "questions.tool.text", "questions.tool.choices.none.text")
QUESTION = """\
      - id: tool
        kind: one
        choices: [{id: none, points: 0}, {id: some, points: 1}]
"""
STRUCTURE = a_structure(QUESTION, levels="levels: [{id: low, from: 0}]\n")


# A text for each key of the structure; a choice has a second line.
TEXTS = st.fixed_dictionaries(
    {
        "title": TEXT,
        "summary": TEXT,
        "levels.low.name": TEXT,
        "levels.low.meaning": TEXT,
        "dimensions.work.name": TEXT.filter(lambda text: len(text) <= LONGEST_DIMENSION_NAME),
        "dimensions.work.about": TEXT,
        "dimensions.work.low": TEXT,
        "dimensions.work.middle": TEXT,
        "dimensions.work.high": TEXT,
        "sections.first.title": TEXT,
        "questions.tool.text": TEXT,
        "questions.tool.why": TEXT,
        "questions.tool.choices.none.text": TEXT,
        "questions.tool.choices.none.help": TEXT,
        "questions.tool.choices.some.text": TEXT,
    }
)


def said(file: QuestionnaireTextFile) -> dict[str, str]:
    """All that a file says."""
    return {key: text for key, text in texts_by_key(file).items() if text}


def write_folder(folder: Path, italian: dict[str, str], english: dict[str, str] | None) -> Path:
    structure = folder / "small.yaml"
    structure.write_text(STRUCTURE, encoding="utf-8")
    files = {"it": (italian, {})}
    if english is not None:
        marks = block_hashes(text_file("it", italian))
        files["en"] = (english, marks)
        structure.write_text(STRUCTURE.replace("[it]", "[it, en]"), encoding="utf-8")
    for language, (texts, marks) in files.items():
        path = folder / f"small.{language}.yaml"
        path.write_bytes(write_texts(language, texts, marks, Layout()).encode())
    return structure


@given(source=TEXT, target=TEXT)
def test_a_text_of_any_characters_comes_back(source: str, target: str) -> None:
    data = write_xliff(HEADING, [Unit("title", source, target, "translated", (source,))])
    unit = parse_xliff(data, "small.en.xlf").units["title"]
    assert (unit.source, unit.target, unit.state) == (source, target, "translated")
    assert unit.comes_from(source)
    assert unit.is_untouched


@given(source=TEXT)
def test_a_file_without_our_marks_still_tells_its_source(source: str) -> None:
    data = write_xliff(HEADING, [Unit("title", source, "", "needs-translation")])
    for attribute in (b' s:source="' + mark(source).encode() + b'"', b' s:target=""'):
        data = data.replace(attribute, b"")
    unit = parse_xliff(data, "small.en.xlf").units["title"]
    assert unit.source_mark is None
    assert unit.comes_from(source)
    assert not unit.comes_from(source + "!")


@given(meant=TEXTS)
def test_a_text_file_says_what_was_written(meant: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        structure = write_folder(Path(folder), meant, None)
        found = read_source(structure).texts["it"][1]
    assert said(found) == meant


@examples(30)
@given(
    italian=TEXTS,
    english=TEXTS,
    is_there=st.booleans(),
)
def test_export_then_import_gives_the_same_texts(
    italian: dict[str, str], english: dict[str, str], *, is_there: bool
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        structure = write_folder(folder, italian, english)
        export_translation(structure, "en", folder / "small.en.xlf")
        if not is_there:
            (folder / "small.en.yaml").unlink()
        imported = import_translation(folder / "small.en.xlf", lambda _id: structure)
        source = read_source(structure)
    found = source.texts["en"][1]
    assert said(found) == english
    assert found.translated_from == block_hashes(source.texts["it"][1])
    assert imported.warnings == ()


@pytest.mark.parametrize("structure", structure_files(ASSESSMENTS), ids=lambda path: path.stem)
@pytest.mark.parametrize("is_there", [True, False], ids=["over itself", "alone"])
def test_a_shipped_translation_comes_back_as_it_is(
    structure: Path, tmp_path: Path, *, is_there: bool
) -> None:
    for path in ASSESSMENTS.glob(f"{structure.stem}.*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    copy, translation = tmp_path / structure.name, tmp_path / f"{structure.stem}.en.yaml"
    before, old = read_source(copy), translation.read_bytes()
    export_translation(copy, "en", tmp_path / "out.xlf")
    if not is_there:
        translation.unlink()
    imported = import_translation(tmp_path / "out.xlf", lambda _id: copy)
    after = read_source(copy).texts["en"][1]
    assert said(after) == said(before.texts["en"][1])
    assert after.translated_from == before.texts["en"][1].translated_from
    assert imported.warnings == ()
    assert copy.read_bytes() == structure.read_bytes()
    assert not is_there or translation.read_bytes() == old


def test_a_file_is_what_xliff_1_2_asks_for() -> None:
    root = fromstring(write_xliff(HEADING, [Unit(key, "a", "", "needs-translation") for key in KEYS]))
    names = [element.tag.partition("}")[2] for element in root.iter()]
    assert root.attrib["version"] == "1.2"
    assert names[:5] == ["xliff", "file", "header", "note", "body"]
    assert names[5:8] == ["trans-unit", "source", "target"]
    assert [element.get("id") for element in root.iter() if element.get("id")] == list(KEYS)
