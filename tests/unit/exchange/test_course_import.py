"""What providers write is understood where it is plain, and nothing they write is too much."""

from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.content.course_file_checks import find_course_file_problems
from desktop.content.keywords import read_keywords
from desktop.content.library import read_library
from desktop.errors import ContentError
from desktop.exchange.course_import import import_courses, preview_lines, report_lines, write_courses
from desktop.exchange.course_import.amounts import euros_of, hours_of
from desktop.exchange.course_import.headings import field_of
from desktop.exchange.course_import.language_names import languages_of
from desktop.exchange.course_import.topics import topics_of
from desktop.paths import assessments_folder, resources_folder
from desktop.text import wording

CATALOGUE = read_library(assessments_folder(), resources_folder()).catalogue
KEYWORDS = read_keywords(resources_folder() / "catalogue")
HEADINGS = "id,title,provider,url,language,duration,price,level,format,audience,topics,summary,date,currency"
PIECES = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            *(
                "AI",
                "it",
                "English, Klingon",
                "2h",
                "PT5M",
                "gratis",
                "€ 1.200,00",
                "base",
                "avanzato",
                "Acme",
            ),
            *("live", "self-paced", "phishing", "https://a.example/it/x", "https://[", "12/13/2026", "=1+1"),
        ]
    ),
)


def imported(folder: str, data: bytes, name: str = "list.csv"):
    path = Path(folder) / name
    path.write_bytes(data)
    return import_courses(path, None, CATALOGUE, KEYWORDS, "2026-11")


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(PIECES, min_size=14, max_size=14), max_size=12))
def test_whatever_the_cells_hold_the_files_written_are_sound(rows: list[list[str]]) -> None:
    lines = ["\t".join(cell.replace("\t", " ") for cell in row) for row in rows]
    text = "\n".join([HEADINGS.replace(",", "\t"), *lines]).replace("\0", "")
    with TemporaryDirectory() as folder:
        try:
            found = imported(folder, text.encode("utf-8", "replace"))
        except ContentError:
            return
        assert [*report_lines(found), *preview_lines(found)]
        files = write_courses(found, Path(folder), CATALOGUE, wording("it"), is_forced=False)
        for path in files:
            if path.suffix == ".yaml":
                assert not list(find_course_file_problems(path, CATALOGUE))
    counted = sum(len(made.rows) for made in found.made) + len(found.not_mapped) + len(found.known)
    assert counted == len(found.offers)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300), st.sampled_from(["list.csv", "list.xlsx"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    with TemporaryDirectory() as folder:
        try:
            imported(folder, b"title\n" + data if name == "list.csv" else data, name)
        except ContentError as error:
            assert error.problems[0].code  # noqa: PT017 - hypothesis brings both ends


@pytest.mark.parametrize(
    ("text", "unit", "hours"),
    [
        ("2h 30m", "", "5/2"),
        ("2h30", "", "5/2"),
        ("90 min", "", "3/2"),
        ("1,5 ore", "", "3/2"),
        ("1 ora e 20 minuti", "", "4/3"),
        ("PT2H", "", "2"),
        ("01:30:00", "", "3/2"),
        ("40", "hours", "40"),
        ("45", "minutes", "3/4"),
    ],
)
def test_a_plain_duration_is_exact_hours(text: str, unit: str, hours: str) -> None:
    assert hours_of(text, unit) == Fraction(hours)


@pytest.mark.parametrize(
    "text", ["", "40", "2-3 ore", "3 settimane", "0", "1.200 min", "ore", "99999 h", "٣ h"]
)
def test_a_duration_that_is_not_plain_stays_open(text: str) -> None:
    assert hours_of(text) is None


@pytest.mark.parametrize(
    ("text", "is_in_euro", "euros"),
    [
        ("gratis", False, 0),
        ("Free", False, 0),
        ("0,00 €", False, 0),
        ("€ 49,00", False, 49),
        ("49 EUR", False, 49),
        ("€ 1.200,00", False, 1200),
        ("€1,200.50", False, Fraction("1200.5")),
        ("€ 1.200", False, 1200),
        ("49,90", True, Fraction("49.9")),
        ("49", False, None),
        ("$ 20", True, None),
        ("da 49 €", False, None),
        ("€ 49 + IVA", False, None),
        ("49 €/mese", False, None),
    ],
)
def test_a_price_is_an_amount_in_euro_or_stays_open(
    text: str, *, is_in_euro: bool, euros: Fraction | None
) -> None:
    assert euros_of(text, is_in_euro=is_in_euro) == euros


def test_languages_are_known_by_name_and_code() -> None:
    assert languages_of("Italiano, English; de-DE / español e français") == (
        ("it", "en", "de", "es", "fr"),
        (),
    )
    assert languages_of("Portuguese (Brazil), klingon") == (("pt",), ("klingon",))


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Durata (min)", "minutes"),
        ("Prezzo (€)", "price_eur"),
        ("Descrizione EN", "summary_en"),
        ("Modalità di erogazione", "format"),
        ("LINGUA", "language"),
        ("Sala", ""),
    ],
)
def test_a_heading_is_known_by_its_usual_names(heading: str, field: str) -> None:
    assert field_of(heading) == field


@pytest.mark.parametrize(
    ("title", "competences"),
    [
        ("Introduzione ai dati", ()),
        ("INTRODUZIONE AI FORMAGGI", ()),
        ("AI per le imprese", ("ai-basics",)),
        ("Advanced machine learning and AI", ("ai-building",)),
        ("Cloud: costi del cloud", ("cloud-costs",)),
        ("Continuità operativa e Disaster Recovery", ("cloud-continuity",)),
        ("L'intelligenza artificiale", ("ai-basics",)),
    ],
)
def test_a_competence_is_known_by_its_words(title: str, competences: tuple[str, ...]) -> None:
    assert topics_of(CATALOGUE, KEYWORDS).find([title]) == competences


def test_every_competence_has_words_and_no_word_is_for_another_catalogue() -> None:
    assert set(KEYWORDS) == set(CATALOGUE.competences)


def test_one_address_for_a_whole_school_joins_no_courses() -> None:
    text = (
        "title,provider,url,language,level,format\n"
        "Phishing,A,https://a.example/all,it,base,live\n"
        "Backup,A,https://a.example/all,it,base,live\n"
        "Password,A,https://a.example/all,en,base,live\n"
    )
    with TemporaryDirectory() as folder:
        found = imported(folder, text.encode())
    assert [made.course.url_kind for made in found.made] == ["topic_page"] * 3


def test_twenty_thousand_rows_are_a_thousand_courses_in_twenty_languages() -> None:
    languages = "it en de fr es pt nl sv da fi pl cs sk sl hr hu ro bg el et".split()  # noqa: SIM905
    rows = [
        f"C{n}-{code},Phishing {n} {code},A,https://a.example/{code}/{n},{code},2h,0,base,live"
        for n in range(1000)
        for code in languages
    ]
    text = "\n".join(["id,title,provider,url,language,duration,price,level,format", *rows])
    with TemporaryDirectory() as folder:
        found = imported(folder, text.encode())
    assert len(found.made) == 1000
    assert {len(made.course.languages) for made in found.made} == {20}
