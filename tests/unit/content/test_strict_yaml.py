"""YAML is read strictly: what is refused says where and why; what is read stays what was written."""

import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.files.strict_yaml import MAXIMUM_DEPTH, parse_yaml, read_yaml
from desktop.errors import ContentError, Problem

DEEP = 400_000


def refusal_of(data: bytes) -> Problem:
    with pytest.raises(ContentError) as caught:
        parse_yaml(data, "file.yaml")
    return caught.value.problems[0]


@pytest.mark.parametrize(
    ("data", "line", "code"),
    [
        pytest.param(b"a: 1\nb: caff\xe8\n", 2, "Y003", id="latin-1"),
        pytest.param("a: però\n".encode("utf-16"), 1, "Y003", id="utf-16"),
        pytest.param(bytes(range(128, 256)), 1, "Y003", id="binary"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", 1, "Y003", id="image"),
        pytest.param(b"PK\x03\x04\x14\x00\x00\x00", 1, "Y004", id="control-characters"),
        pytest.param(b"a: 1\nb: [1, 2\n", 3, "Y004", id="open-list"),
        pytest.param(b"a: 1\n\tb: 2\n", 2, "Y004", id="tab"),
        pytest.param(b"a: 1\nb: c: d\n", 2, "Y004", id="two-colons"),
        pytest.param(b'a: 1\nb: "text\n', 3, "Y004", id="open-quote"),
        pytest.param(b"%YAML 9.9\n---\na: 1\n", 1, "Y004", id="other-version"),
        pytest.param(b"a: 1\n---\nb: 2\n", 2, "Y006", id="two-documents"),
        pytest.param(b"a: 1\n...\n---\nb: 2\n", 3, "Y006", id="ended-document"),
        pytest.param(b"a: 1\nb: &x 2\n", 2, "Y008", id="anchor"),
        pytest.param(b"a: 1\nb: &x\n  c: 2\n", 2, "Y008", id="anchor-on-entries"),
        pytest.param(b"a: 1\nb: *x\n", 2, "Y008", id="alias"),
        pytest.param(b"a: 1\n*x : 2\n", 2, "Y008", id="alias-as-key"),
        pytest.param(b"a:\n  <<: {b: 1}\n", 2, "Y008", id="merge-key"),
        pytest.param(b"a: 1\nb: !!python/object/apply:os.system [ls]\n", 2, "Y009", id="python-tag"),
        pytest.param(b"a: 1\nb: !!str 2\n", 2, "Y009", id="standard-tag"),
        pytest.param(b"a: 1\nb: !own 2\n", 2, "Y009", id="own-tag"),
        pytest.param(b"a: 1\nb: " + b"x" * 20_001, 2, "Y010", id="long-text"),
        pytest.param(b"a: 1\n[b, c]: 2\n", 2, "Y011", id="list-as-key"),
        pytest.param(b"a: 1\n? {b: c}\n: 2\n", 2, "Y011", id="entries-as-key"),
        pytest.param(b"a: 1\nb: 2\na: 3\n", 3, "Y012", id="doubled-key"),
        pytest.param(b"a:\n  b: 1\n  'b': 2\n", 3, "Y012", id="doubled-quoted-key"),
        pytest.param(b"a: {b: 1, c: 2, b: 3}\n", 1, "Y012", id="doubled-key-in-braces"),
        pytest.param(b"~: 1\n'': 2\n", 2, "Y012", id="doubled-empty-key"),
        pytest.param(b"- " * 20 + b"a", 1, "Y005", id="list-in-list"),
        pytest.param(b"a:\n  b: " + b"[" * 20 + b"]" * 20, 2, "Y005", id="brackets"),
    ],
)
def test_what_is_not_strict_is_refused_at_its_line(data: bytes, line: int, code: str) -> None:
    problem = refusal_of(data)
    assert (problem.line, problem.code) == (line, code)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"[" * DEEP, id="brackets"),
        pytest.param(b"{" * DEEP, id="braces"),
        pytest.param(b"{a: [" * DEEP, id="mixed"),
        pytest.param(b"[\n" * DEEP, id="brackets-on-lines"),
        pytest.param(b"# " + b"]" * 900_000 + b"\n" + b"[" * 900_000, id="brackets-after-closing-ones"),
        pytest.param(b"- " * DEEP, id="dashes"),
        pytest.param(b"-  " * DEEP, id="wide-dashes"),
        pytest.param(b"a:\n  " + b"- " * DEEP, id="dashes-under-a-key"),
        pytest.param(b"? " * DEEP, id="question-marks"),
        pytest.param(b"".join(b" " * i + b"a:\n" for i in range(1_900)), id="stairs"),
        pytest.param(b"".join(b" " * i + b"-\n" for i in range(1_900)), id="stairs-of-lists"),
        pytest.param(b"a: 1\n" + b"k: {" * DEEP, id="keys-and-braces"),
        pytest.param(b"[" + b"a, " * 130_000 + b"]", id="many-entries"),
        pytest.param(b"- a\n" * 130_000, id="many-lines"),
        pytest.param(b"x" * 50_000_000, id="fifty-megabytes"),
        pytest.param(b'"' + b"x" * 1_900_000 + b'"', id="one-long-text"),
        pytest.param(b"&a " * DEEP, id="anchors"),
        pytest.param(b"!" * DEEP, id="tags"),
        pytest.param(b"a: |\n" + b" " * 1_900_000, id="spaces"),
        pytest.param(b"\n" * 1_900_000 + b"[", id="empty-lines"),
    ],
)
def test_hostile_text_is_refused_or_read_within_two_seconds(data: bytes) -> None:
    start = time.process_time()
    try:
        parse_yaml(data, "file.yaml")
    except ContentError as error:
        assert error.problems[0].code.startswith("Y")  # noqa: PT017 - some of the texts are acceptable
    assert time.process_time() - start < 2


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(ContentError, match="50,000,000 bytes") as caught:
        read_yaml(path)
    assert caught.value.problems[0].code == "Y001"


@pytest.mark.parametrize("name", ["absent.yaml", "."])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_yaml(tmp_path / name)
    assert (caught.value.problems[0].line, caught.value.problems[0].code) == (0, "Y002")


def test_messages_name_the_file_as_told(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\na: 2\n")
    with pytest.raises(ContentError, match=r"^mine:2: the key `a` is already in line 1; .* \[Y012\]$"):
        read_yaml(path, name="mine")


def test_depth_up_to_the_limit_is_read() -> None:
    depth = MAXIMUM_DEPTH
    document = parse_yaml(b"[" * depth + b"]" * depth, "file.yaml")
    assert str(document.root) == "[" * depth + "]" * depth


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# " + "from [0 to 25) " * 60, id="comment"),
        pytest.param('a: "' + "a sad face :{ " * 60 + '"', id="quoted"),
        pytest.param("a: |\n  " + "- " * 60, id="line-of-dashes"),
    ],
)
def test_brackets_and_dashes_in_prose_are_no_nesting(text: str) -> None:
    assert parse_yaml(text.encode(), "file.yaml").file == "file.yaml"


@pytest.mark.parametrize(
    "word",
    [
        "No",
        "no",
        "yes",
        "on",
        "off",
        "Y",
        "TRUE",
        "True",
        "Null",
        "2027-01-31",
        "012",
        "0x1F",
        "1_000",
        "1e5",
        "12:30:00",
        ".5",
        "5.",
        "0o17",
        ".inf",
        ".nan",
        "1,5",
        "=",
        "1234567890123456",
        "٣",
    ],
)
def test_words_that_yaml_would_convert_stay_text(word: str) -> None:
    assert parse_yaml(f"a: {word}\n".encode(), "file.yaml").root == {"a": word}


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("0", 0),
        ("-3", -3),
        ("+7", 7),
        ("0.5", Decimal("0.5")),
        ("-1.25", Decimal("-1.25")),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'12'", "12"),
        ('"true"', "true"),
    ],
)
def test_numbers_and_three_words_are_converted(word: str, value: object) -> None:
    found = parse_yaml(f"a: {word}\n".encode(), "file.yaml").root["a"]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("key", ["No", "on", "012", "2027-01-31", "5", "true", "1.50"])
def test_keys_are_text(key: str) -> None:
    assert list(parse_yaml(f"{key}: 1\n".encode(), "file.yaml").root) == [key]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# only a comment\n", b"---\n", b"\xef\xbb\xbf"])
def test_an_empty_file_holds_nothing(data: bytes) -> None:
    assert parse_yaml(data, "file.yaml").root is None


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert parse_yaml(b"\xef\xbb\xbfa: 1\n", "file.yaml").root == {"a": 1}


def test_every_value_knows_its_line() -> None:
    document = parse_yaml(b"a: 1\nb:\n  - x\n  -\n    c: 2\n    d: 3\n", "file.yaml")
    assert document.line(("b", 0)) == 3
    assert document.line(("b", 1, "d")) == 6


def test_a_path_that_does_not_exist_has_the_line_of_what_encloses_it() -> None:
    document = parse_yaml(b"a: 1\nb:\n  c: {d: 1}\n", "file.yaml")
    assert document.line(("b", "c", "absent", 0)) == 3
    assert document.line(("absent",)) == 1


ALPHABET = st.sampled_from(
    [*"ab0-:?#&*!|>'\"%@`{}[], \n\t\\", "\r", "\x85", "\u2028", "\ufeff", "é", "😀", "- ", "<<: "]
)


@given(st.lists(ALPHABET, max_size=60).map("".join))
def test_text_that_looks_like_yaml_is_read_or_refused(text: str) -> None:
    try:
        parse_yaml(text.encode(), "file.yaml")
    except ContentError as error:
        assert 0 <= error.problems[0].line <= text.count("\n") + text.count("\r") + 8  # noqa: PT017


@given(st.binary(max_size=200))
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        parse_yaml(data, "file.yaml")
    except ContentError as error:
        assert str(error).startswith("file.yaml")  # noqa: PT017
