"""A hostile or foreign file is refused quickly, with what to do."""

import time
from pathlib import Path

import pytest

from desktop.errors import ContentError
from desktop.exchange.xliff.reading import LARGEST_FILE, LONGEST_TEXT, parse_xliff, read_xliff

HEAD = '<xliff version="1.2"><file original="small.it.yaml" source-language="it" target-language="en"><body>'
TAIL = "</body></file></xliff>"


def a_file(unit: str = "", head: str = HEAD) -> bytes:
    return (head + unit + TAIL).encode()


def a_unit(target: str, key: str = "title") -> str:
    return f'<trans-unit id="{key}"><source>a</source><target>{target}</target></trans-unit>'


BILLION_LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><xliff version="1.2">&c;</xliff>'
)
REFUSED = {
    "a bomb": (BILLION_LAUGHS, "L003", "entities or a document type"),
    "an external entity": (
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>',
        "L003",
        "entities or a document type",
    ),
    "a document type": (b"<!DOCTYPE xliff><xliff/>", "L003", "entities or a document type"),
    "no XML": (b"hello", "L003", "not valid XML"),
    "nothing": (b"", "L003", "not valid XML"),
    "half a file": (HEAD.encode(), "L003", "not valid XML"),
    "another encoding": (b'<?xml version="1.0" encoding="klingon"?><a/>', "L003", "use UTF-8"),
    "another format": (b"<html/>", "L003", "not an XLIFF 1.2 file"),
    "XLIFF 2": (b'<xliff version="2.0"/>', "L003", "not an XLIFF 1.2 file"),
    "two files": (a_file().replace(b"</xliff>", b"<file/></xliff>"), "L003", "2 `file` parts"),
    "no questionnaire": (a_file(head=HEAD.replace("small.it.yaml", "")), "L004", "which questionnaire"),
    "another's file": (a_file(head=HEAD.replace("small.it.yaml", "x.html")), "L004", "which questionnaire"),
    "not a language": (a_file(head=HEAD.replace('"en"', '"english"')), "L003", "target-language"),
    "an unknown unit": (a_file('<trans-unit id="7"/>'), "L005", "not one of ours"),
    "a unit twice": (a_file(a_unit("a") * 2), "L005", "there twice"),
    "a code": (a_file(a_unit('a<ph id="1"/>')), "L006", "<ph>"),
    "a foreign code": (a_file(a_unit("a<b/>")), "L006", "`<b>`"),
    "an incomplete character": (a_file(a_unit('<x id="1" ctype="x-ud800"/>')), "L006", "<x>"),
    "a text without end": (a_file(a_unit("a" * (LONGEST_TEXT + 1))), "L006", "characters"),
    "a large file": (b"<" + b" " * LARGEST_FILE, "L002", "too large"),
    "many elements": (a_file("<a/>" * 300_000), "L002", "more than"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_none_of_ours_is_refused_with_advice(name: str) -> None:
    data, code, sentence = REFUSED[name]
    start = time.monotonic()
    with pytest.raises(ContentError) as refusal:
        parse_xliff(data, "strange.xlf")
    problem = refusal.value.problems[0]
    assert (problem.file, problem.code) == ("strange.xlf", code)
    assert sentence in str(problem.sentence)
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("unit", ["<a/>" * 200_000, "<g>" * 120_000 + "</g>" * 120_000])
def test_a_file_at_the_limit_is_read_within_seconds(unit: str) -> None:
    start = time.monotonic()
    assert parse_xliff(a_file(unit), "small.xlf").units == {}
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("target", ["deep", '<g id="1">deep</g>', '<mrk mtype="seg">de</mrk>ep'])
def test_what_programs_wrap_around_a_text_is_taken_off(target: str) -> None:
    assert parse_xliff(a_file(a_unit(target)), "small.xlf").units["title"].target == "deep"


def test_codes_within_codes_without_end_are_refused() -> None:
    deep = "<g>" * 5_000 + "</g>" * 5_000
    with pytest.raises(ContentError, match="L006"):
        parse_xliff(a_file(a_unit(deep)), "small.xlf")


def test_a_country_after_the_language_is_left_off() -> None:
    returned = parse_xliff(a_file(head=HEAD.replace('"en"', '"de-DE"')), "small.xlf")
    assert returned.target_language == "de"


def test_a_unit_that_was_numbered_anew_is_known_by_its_name() -> None:
    unit = '<trans-unit id="1" resname="levels.low.name"><target>x</target></trans-unit>'
    assert list(parse_xliff(a_file(unit), "small.xlf").units) == ["levels.low.name"]


def test_a_file_in_other_letters_is_read() -> None:
    text = f'<?xml version="1.0" encoding="utf-16"?>{HEAD}{a_unit("è")}{TAIL}'
    assert parse_xliff(text.encode("utf-16"), "small.xlf").units["title"].target == "è"


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.xlf"):
        with pytest.raises(ContentError, match="no such file"):
            read_xliff(path)
