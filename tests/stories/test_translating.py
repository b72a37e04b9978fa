"""A coordinator sends a questionnaire to a translator, and takes it back."""

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]
TARGET = re.compile(r"<source>(.*?)</source>\n( *)<target[^>]*?(?:/>|>.*?</target>)", re.DOTALL)


class Desk:
    """A folder with a new questionnaire `club`, and a translator who answers at once."""

    def __init__(self, run: Run, folder: Path) -> None:
        self.run = run
        self.folder = folder / "club"
        self.file = folder / "club.de.xlf"
        self.run("new", "assessment", "club", "--folder", self.folder)

    def export(self, *options: str) -> CompletedProcess[str]:
        return self.run(
            "translate", "export", self.folder / "club.yaml", "--to", "de", "-o", self.file, *options
        )

    def translate(self, state: str = "translated", *, but: str = "no-such-unit") -> None:
        """Give every text a translation, except the unit `but`."""
        parts = re.split(r"(?=<trans-unit )", self.file.read_text(encoding="utf-8"))
        new = rf'<source>\1</source>\n\2<target state="{state}">de: \1</target>'
        done = [part if f'id="{but}"' in part else TARGET.sub(new, part) for part in parts]
        self.file.write_text("".join(done), encoding="utf-8")

    def take(self, *options: str) -> CompletedProcess[str]:
        return self.run("translate", "import", self.file, "--folder", self.folder, *options)

    def check(self) -> str:
        return self.run("check", self.folder).stdout.splitlines()[-1]

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


@pytest.fixture
def desk(run_here: Run, tmp_path: Path) -> Desk:
    return Desk(run_here, tmp_path)


def test_a_translation_goes_out_and_comes_back(desk: Desk) -> None:
    structure = desk.text("club.yaml")
    assert "55 texts, 55 to translate, 0 to review, 0 translated" in desk.export().stdout
    desk.translate()
    taken = desk.take()
    assert (taken.returncode, taken.stderr) == (0, "")
    assert "55 of them new or changed" in taken.stdout
    assert desk.check() == "0 errors, 0 warnings"
    assert desk.text("club.yaml") == structure.replace("languages: [en]", "languages: [en, de]")
    assert 'title: "de: My first questionnaire"' in desk.text("club.de.yaml")


def test_the_translator_is_told_what_a_text_is_for(desk: Desk) -> None:
    desk.export()
    sent = desk.file.read_text(encoding="utf-8")
    assert "A question; it is answered with one choice." in sent
    assert "Why it is asked: Many customers look online before they come." in sent
    assert "Backup: A second copy of your data, kept in another place." in sent
    assert "Choice 3 of 3, which excludes all others." in sent
    assert 'id="dimensions.tools.name"' in sent
    assert 'maxwidth="28"' in sent


def test_a_missing_text_is_named_and_its_source_stands_in(desk: Desk) -> None:
    desk.export()
    desk.translate(but="questions.backup.text")
    taken = desk.take()
    assert taken.returncode == 0
    assert taken.stderr.count("\n") == 1
    assert "`questions.backup.text` has no translation; its source text stands in [L010]" in taken.stderr
    assert desk.check() == "0 errors, 1 warning"
    assert "55 texts, 1 to translate, 1 to review, 53 translated" in desk.export("--force").stdout


def test_a_missing_text_keeps_what_was_there(desk: Desk) -> None:
    desk.export()
    desk.translate()
    desk.take()
    sent = desk.file.read_text(encoding="utf-8")
    start = sent.index('<trans-unit id="title"')
    end = sent.index("</trans-unit>", start) + len("</trans-unit>")
    desk.file.write_text(sent[:start] + sent[end:], encoding="utf-8")
    taken = desk.take()
    assert "`title` has no translation in the file; the one that was there is kept [L010]" in taken.stderr
    assert desk.check() == "0 errors, 0 warnings"


def test_an_unfinished_text_is_taken_but_not_marked(desk: Desk) -> None:
    desk.export()
    desk.translate("needs-review-translation")
    taken = desk.take()
    assert taken.stderr.count("[L011]") == 55
    assert desk.check() == "0 errors, 18 warnings"


def test_a_file_without_a_translation_changes_nothing(desk: Desk) -> None:
    desk.export()
    taken = desk.take()
    assert (taken.returncode, taken.stdout) == (2, "")
    assert "no translation yet" in taken.stderr
    assert sorted(path.name for path in desk.folder.iterdir()) == ["club.en.yaml", "club.yaml"]


def test_a_changed_source_is_refused_and_shown(desk: Desk) -> None:
    desk.export()
    desk.translate()
    desk.edit("club.en.yaml", "Does your firm have a website?", "Has your firm a website of its own?")
    taken = desk.take()
    assert taken.returncode == 2
    assert "the source was changed since the export (texts: 1)" in taken.stderr
    words = "then “Does your firm have a website?”, now “Has your firm a website of its own?”"
    assert f"  `questions.website.text`: {words}" in taken.stderr.splitlines()[1]
    assert not (desk.folder / "club.de.yaml").exists()


def test_what_still_fits_is_taken_when_asked_for(desk: Desk) -> None:
    desk.export()
    desk.translate()
    desk.edit("club.en.yaml", "Does your firm have a website?", "Has your firm a website of its own?")
    assert desk.take("--force").returncode == 0
    assert desk.check() == "0 errors, 1 warning"
    assert "49 translated" in desk.export("--force").stdout


def test_a_stale_translation_goes_out_for_review(desk: Desk) -> None:
    desk.export()
    desk.translate()
    desk.take()
    desk.edit("club.en.yaml", "Never", "Not at all")
    assert "55 texts, 0 to translate, 3 to review, 52 translated" in desk.export("--force").stdout
    sent = desk.file.read_text(encoding="utf-8")
    assert '<target state="needs-review-translation">de: Never</target>' in sent


def test_a_correction_made_here_meanwhile_is_not_overwritten(desk: Desk) -> None:
    desk.export()
    desk.translate()
    desk.take()
    desk.export("--force")
    desk.edit("club.de.yaml", "de: Never", "Niemals")
    taken = desk.take()
    assert "`scales.habit.never.text` was changed here since the export" in taken.stderr
    assert 'never: "Niemals"' in desk.text("club.de.yaml")


def test_a_text_changed_here_and_there_is_refused(desk: Desk) -> None:
    desk.export()
    desk.translate()
    desk.take()
    desk.export("--force")
    desk.edit("club.de.yaml", "de: Never", "Niemals")
    desk.file.write_text(desk.file.read_text(encoding="utf-8").replace("de: Never", "Nie"), encoding="utf-8")
    taken = desk.take()
    assert taken.returncode == 2
    assert "  `scales.habit.never.text`: in the file “Nie”, here “Niemals” [L009]" in taken.stderr
    assert desk.take("--force").returncode == 0
    assert 'never: "Nie"' in desk.text("club.de.yaml")


def test_remarks_and_layout_of_a_translation_stay(desk: Desk) -> None:
    desk.export()
    desk.translate()
    desk.take()
    desk.edit(
        "club.de.yaml", '    never: "de: Never"', "    # as in the printed form\n    never: de Never # short"
    )
    desk.edit(
        "club.de.yaml", '    always: "de: Regularly"', "    # one a day\n    always: 'Immer'  # checked"
    )
    before = desk.text("club.de.yaml")
    desk.export("--force")
    sent = desk.file.read_text(encoding="utf-8").replace("de Never", "Nie")
    desk.file.write_text(sent, encoding="utf-8")
    assert desk.take().returncode == 0
    assert desk.text("club.de.yaml") == before.replace("never: de Never # short", 'never: "Nie"')


def test_another_questionnaires_file_is_refused(desk: Desk, run_here: Run, tmp_path: Path) -> None:
    desk.export()
    desk.translate()
    run_here("new", "assessment", "other", "--folder", tmp_path / "other")
    taken = run_here("translate", "import", desk.file, "--folder", tmp_path / "other")
    assert taken.returncode == 2
    assert "belongs to the questionnaire `club`" in taken.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("dma-smee", "--to", "de"), "did you mean `dma-sme`?"),
        (("dma-sme", "--to", "it"), "the language it is written in"),
        (("dma-sme", "--to", "german"), "two small letters"),
        (("nowhere/club.yaml", "--to", "de"), "no such questionnaire"),
    ],
)
def test_a_slip_in_an_export_is_told(run_here: Run, arguments: tuple[str, ...], sentence: str) -> None:
    told = run_here("translate", "export", *arguments)
    assert (told.returncode, told.stdout) == (2, "")
    assert sentence in told.stderr


def test_an_export_does_not_replace_a_file_unasked(desk: Desk) -> None:
    desk.export()
    desk.file.write_text("mine\n", encoding="utf-8")
    assert "exists already" in desk.export().stderr
    assert desk.file.read_text(encoding="utf-8") == "mine\n"


def test_a_shipped_questionnaire_is_exported_by_its_id(run_here: Run, tmp_path: Path) -> None:
    told = run_here("translate", "export", "quick", "--to", "en", "-o", tmp_path / "quick.xlf")
    assert "54 texts, 0 to translate, 0 to review, 54 translated" in told.stdout
