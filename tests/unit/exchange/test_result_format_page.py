"""The page for other programs says what the format holds, and its examples work."""

import re
from pathlib import Path

import msgspec
import pypdf
import pytest

from desktop.content.company import Company, Constraints, Contact, People
from desktop.content.decisions import CourseDecision, Holiday
from desktop.exchange.results import result as shapes
from desktop.exchange.results.envelope import ATTACHED_NAME, Seal, write
from desktop.exchange.results.schemas import RESULT_SCHEMAS, result_schema
from desktop.exchange.results.sealing import SealedHeader
from tests.unit.exchange.results import DESK, a_result

PAGE = (Path(__file__).parents[3] / "docs" / "result-format.md").read_text(encoding="utf-8")
SECTIONS: dict[str, type[msgspec.Struct]] = {
    "The result": shapes.Result,
    "The round": shapes.ResultRound,
    "The firm": shapes.Firm,
    "The company": Company,
    "People by role": People,
    "The contact": Contact,
    "The limits": Constraints,
    "A holiday": Holiday,
    "A decision": CourseDecision,
    "The consent": shapes.ResultConsent,
    "An assessment": shapes.ResultAssessment,
    "A score": shapes.ResultScore,
    "A competence": shapes.ResultCompetence,
    "A competence among people": shapes.ResultPeople,
    "A role": shapes.RolePeople,
    "Several people": shapes.ResultVoices,
    "The plan": shapes.ResultPlan,
    "A course": shapes.ResultCourse,
    "An open gap": shapes.ResultGap,
    "A remark": shapes.ResultRemark,
    "The seal": Seal,
    "Sealed files": SealedHeader,
}
SNIPPETS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def section(title: str) -> str:
    return re.split(r"^#+ ", PAGE.partition(f"# {title}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


@pytest.mark.parametrize("title", SECTIONS)
def test_every_entry_of_the_format_is_explained_and_no_other(title: str) -> None:
    explained = re.findall(r"^\| `([^`]+)` \|", section(title), re.MULTILINE)
    assert sorted(explained) == sorted(SECTIONS[title].__struct_fields__)


@pytest.mark.parametrize("name", RESULT_SCHEMAS)
def test_no_part_of_the_format_lacks_its_section(name: str) -> None:
    parts = {part for part, of in result_schema(name)["$defs"].items() if "properties" in of}
    assert parts <= {shape.__name__ for shape in SECTIONS.values()}
    assert RESULT_SCHEMAS[name].__name__ in parts


def test_the_example_checks_a_signature(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    path, data = tmp_path / "result.sestante", write(a_result(), DESK)
    path.write_bytes(data)
    exec(SNIPPETS[0], {})  # noqa: S102
    assert capsys.readouterr().out.split() == ["Panificio", "Lorusso", DESK.card.fingerprint.replace("-", "")]
    path.write_bytes(data.replace(b"Panificio", b"panificio"))
    with pytest.raises(AssertionError):
        exec(SNIPPETS[0], {})  # noqa: S102


def test_the_example_gets_the_result_out_of_a_printed_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    writer, data = pypdf.PdfWriter(), write(a_result())
    writer.add_blank_page(100, 100)
    writer.add_attachment(ATTACHED_NAME, data)
    writer.write(tmp_path / "plan.pdf")
    exec(SNIPPETS[1], {})  # noqa: S102
    assert (tmp_path / "result.sestante").read_bytes() == data
