"""The file a name asks for, and what is left as it is."""

import pytest
from office_reading import book, word

from desktop.report import ReportError, write_copy


@pytest.fixture
def shared(dossier):
    from desktop.dossier import share

    return share(dossier, "no-contact")


@pytest.mark.parametrize(("name", "beginning"), [("a.pdf", b"%PDF"), ("a.DOCX", b"PK"), ("a.xlsx", b"PK")])
def test_the_end_of_the_name_says_what_is_written(shared, tmp_path, name, beginning):
    write_copy(shared, tmp_path / name, "en")

    assert (tmp_path / name).read_bytes().startswith(beginning)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["plan", "plan.odt", "plan.docx.bak", ".xlsx"])
def test_another_end_is_refused_in_a_sentence(shared, tmp_path, name):
    with pytest.raises(ReportError, match="the end of the name says what is written"):
        write_copy(shared, tmp_path / name, "en")

    assert list(tmp_path.iterdir()) == []


def test_a_copy_replaces_one_of_its_kind_or_an_empty_file(shared, tmp_path):
    text, sheet = tmp_path / "plan.docx", tmp_path / "plan.xlsx"
    sheet.touch()
    for _ in range(2):
        write_copy(shared, text, "en")
        write_copy(shared, sheet, "en")

    assert word(text.read_bytes()).tables
    assert book(sheet.read_bytes()).sheetnames


@pytest.mark.parametrize("name", ["plan.docx", "plan.xlsx", "plan.pdf"])
def test_other_files_are_left_as_they_are(shared, tmp_path, name):
    other = tmp_path / {"plan.docx": "a.xlsx"}.get(name, "a.docx")
    write_copy(shared, other, "en")
    for content in (b"answers of someone", b"PK\x03\x04 broken", other.read_bytes()):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(ReportError, match="was left as it is"):
            write_copy(shared, tmp_path / name, "en")
        assert (tmp_path / name).read_bytes() == content


def test_a_missing_folder_is_explained(shared, tmp_path):
    with pytest.raises(ReportError, match="could not be saved"):
        write_copy(shared, tmp_path / "nowhere" / "plan.docx", "en")
