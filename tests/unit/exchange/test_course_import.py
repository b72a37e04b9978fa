"""What providers write is understood where it is plain, and nothing they write is too much."""

from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.catalogues.course_file_checks import find_course_file_problems
from desktop.content.catalogues.keywords import read_keywords
from desktop.content.library import read_library
from desktop.errors import ContentError
from desktop.exchange.course_import import import_courses, preview_lines, report_lines, write_courses
from desktop.exchange.course_import.amounts import euros_of
from desktop.exchange.course_import.durations import StudyTime, study_time
from desktop.exchange.course_import.headings import field_of
from desktop.exchange.course_import.language_names import languages_of
from desktop.exchange.course_import.topics import topics_of
from desktop.paths import assessments_folder, resources_folder
from desktop.text import wording
from tests.examples import examples

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


@examples(60)
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


@examples(60)
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
        ("un'ora", "", "1"),
        ("2 ore 15'", "", "9/4"),
        ("12 ore (6 lezioni da 2 ore)", "", "12"),
        ("8 settimane, 2 ore a settimana", "", "16"),
        ("5 hours/week for 4 weeks", "", "20"),
        ("3 Stunden", "", "3"),
        ("2 horas y 30 minutos", "", "5/2"),
        ("90 мин", "", "3/2"),
        ("2小时30分钟", "", "5/2"),
        ("3시간", "", "3"),
    ],
)
def test_a_plain_duration_is_exact_hours(text: str, unit: str, hours: str) -> None:
    assert study_time(text, unit) == StudyTime(Fraction(hours))


@pytest.mark.parametrize(
    ("text", "unit", "hours"),
    [
        ("2-3 ore", "", 3),
        ("10-12", "hours", 12),
        ("ca. 10 ore", "", 10),
        ("Approx. 12 hours to complete", "", 12),
        ("10+ hours", "", 10),
        ("4-6 weeks, 3 hours/week", "", 18),
        ("5 Weeks; 2–6 hours per week", "", 30),
        ("3 months at 10 hours a week", "", 130),
    ],
)
def test_a_range_or_about_is_an_estimate_by_its_longer_end(text: str, unit: str, hours: int) -> None:
    assert study_time(text, unit) == StudyTime(Fraction(hours), is_estimated=True)


@pytest.mark.parametrize(
    "text",
    [
        *("", "40", "3 settimane", "0", "1.200 min", "ore", "99999 h", "1:30", "3 ECTS", "2 mesi"),
        *("10 hours, 10 hours", "12 hours of video", "3 giorni"),
    ],
)
def test_a_duration_that_is_not_plain_stays_open(text: str) -> None:
    assert study_time(text) is None


@examples(100)
@given(st.text(max_size=60), st.sampled_from(["", "hours", "minutes"]))
def test_any_duration_is_sensible_hours_or_open(text: str, unit: str) -> None:
    found = study_time(text, unit)
    assert found is None or 0 < found.hours <= 2_000


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
        ("€ 1'200", False, 1200),
        ("$0", False, 0),
        ("kostenlos", False, 0),
        ("бесплатно", False, 0),
        ("免费", False, 0),
        ("Free to audit", False, 0),
        ("FREE-Add a Verified Certificate for $199 USD", False, 0),
        ("Free trial, then € 39", False, None),
        ("12.50 USD", False, None),
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
    assert set(KEYWORDS.words) == set(CATALOGUE.competences)


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


def test_thousands_of_rows_are_hundreds_of_courses_in_twenty_languages() -> None:
    languages = "it en de fr es pt nl sv da fi pl cs sk sl hr hu ro bg el et".split()  # noqa: SIM905
    rows = [
        f"C{n}-{code},Phishing {n} {code},A,https://a.example/{code}/{n},{code},2h,0,base,live"
        for n in range(200)
        for code in languages
    ]
    text = "\n".join(["id,title,provider,url,language,duration,price,level,format", *rows])
    with TemporaryDirectory() as folder:
        found = imported(folder, text.encode())
    assert len(found.made) == 200
    assert {len(made.course.languages) for made in found.made} == {20}


TITLES = {
    "es": "Inteligencia artificial para todos",
    "fr": "L'intelligence artificielle pour tous",
    "de": "Künstliche Intelligenz für alle",
    "pt": "Inteligência artificial para todos",
    "nl": "Kunstmatige intelligentie voor iedereen",
    "pl": "Sztuczna inteligencja dla wszystkich",
    "cs": "Umělá inteligence pro každého",
    "sv": "Artificiell intelligens för alla",
    "da": "Kunstig intelligens for alle",
    "ro": "Inteligența artificială pentru toți",
    "hu": "Mesterséges intelligencia mindenkinek",
    "el": "Τεχνητή νοημοσύνη για όλους",
    "tr": "Herkes için yapay zekâ",
    "ru": "Искусственный интеллект для всех",
    "uk": "Штучний інтелект для всіх",
    "ar": "الذكاء الاصطناعي للجميع",
    "he": "בינה מלאכותית לכולם",
    "zh": "人人都能学的人工智能",
    "ja": "みんなの人工知能",
    "ko": "모두를 위한 인공지능",
    "hi": "सभी के लिए कृत्रिम बुद्धिमत्ता",
    "id": "Kecerdasan buatan untuk semua",
    "vi": "Trí tuệ nhân tạo cho mọi người",
}


@pytest.mark.parametrize(("language", "title"), TITLES.items())
def test_a_course_on_ai_is_one_in_every_language(language: str, title: str) -> None:
    assert topics_of(CATALOGUE, KEYWORDS).find([title], (language,)) == ("ai-basics",)


def test_every_language_knows_the_four_areas_and_only_competences_of_the_catalogue() -> None:
    assert len(KEYWORDS.more) >= 20
    for told in KEYWORDS.more.values():
        assert {"ai-basics", "cloud-basics", "cyber-fraud", "quantum-basics"} <= set(told.broad)
        assert set(told.broad) | set(told.words) <= set(CATALOGUE.competences)


def test_words_of_another_language_do_not_count() -> None:
    topics = topics_of(CATALOGUE, KEYWORDS)
    assert topics.find(["Parola d'ordine: qualità"], ("it",)) == ()
    assert topics.find(["Parola ta, secretul tău"], ("ro",)) == ("cyber-accounts",)


EXPORTS = {
    "Microsoft Learn": (
        (
            "uid,type,title,summary,levels,roles,products,subjects,url,duration_in_minutes,locale,last_modified\n"
            "learn.ai,module,Introduction to AI concepts,<p>AI &amp; <b>apps</b>.</p><script>x()</script>,"
            '"[""beginner""]","[""business-user""]",azure,artificial-intelligence,'
            "https://learn.microsoft.com/en-us/training/modules/ai/,45,en-us,2026-02-11T00:00:00+00:00\n"
        ),
        ("Microsoft", "self-paced", 1, Fraction(3, 4), "list", 0, ("en",)),
    ),
    "Coursera": (
        (
            "Title,Partner,Type,Level,Estimated Learning Time,Skills Learned,Languages,Course URL\n"
            'Phishing for Everyone,Acme University,Course,Beginner level,"4-6 weeks, 3 hours/week",Phishing,'
            "English,https://www.coursera.org/learn/phishing\n"
        ),
        ("Acme University", "self-paced", 1, 18, "estimated", None, ("en",)),
    ),
    "edX": (
        (
            "title,institution,course_url,course_length,course_effort,price,Level,pacing_type,language\n"
            "Phishing,Acme,https://www.edx.org/learn/p,5 Weeks,2–6 hours per week,"
            "FREE-Add a Verified Certificate for $199 USD,Introductory,self_paced,English\n"
        ),
        ("Acme", "self-paced", 1, 30, "estimated", 0, ("en",)),
    ),
    "IBM SkillsBuild": (
        (
            "Learning Activity Title,Learning Activity ID,Duration,Proficiency Level,Language,URL,Topic\n"
            "Phishing,PLAN-1,6 hours 15 mins,Foundational,ita,"
            "https://skills.yourlearning.ibm.com/activity/PLAN-1,Cybersecurity\n"
        ),
        ("IBM", "self-paced", 1, Fraction(25, 4), "list", 0, ("it",)),
    ),
}


@pytest.mark.parametrize("provider", EXPORTS)
def test_what_a_provider_exports_is_mapped_without_a_word_from_the_author(
    tmp_path: Path, provider: str
) -> None:
    text, expected = EXPORTS[provider]
    found = imported(str(tmp_path), text.encode())
    [course] = [made.course for made in found.made]
    assert (
        course.provider,
        course.format,
        course.level,
        course.hours,
        course.hours_basis,
        course.cost_eur,
        course.languages,
    ) == expected


def test_markup_in_a_description_is_taken_out(tmp_path: Path) -> None:
    found = imported(str(tmp_path), EXPORTS["Microsoft Learn"][0].encode())
    assert found.made[0].summaries == {"en": "AI & apps ."}
