"""A whole result goes into QR codes on one page and comes back equal, whatever was answered."""

import random
import string
from contextlib import suppress
from dataclasses import replace
from datetime import date
from fractions import Fraction
from hashlib import sha512
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.answers import Text, answer_from_plain
from desktop.content.company import Company, Constraints, Contact, People
from desktop.content.decisions import CourseDecision, Holiday
from desktop.content.questionnaires.questionnaire import Choice, Question, Questionnaire
from desktop.dossier import SCOPES, Scope
from desktop.errors import SestanteError
from desktop.exchange.codes import join, split
from desktop.exchange.codes.base45 import from_base45, to_base45
from desktop.exchange.results import result as format_1
from desktop.exchange.results.compact import CodeError, code_sets, from_codes, layout, to_codes
from desktop.exchange.results.compact.rows import Row
from desktop.exchange.results.compact.wrapping import unwrap, wrap
from desktop.exchange.results.making import result_of
from desktop.exchange.results.result import Result, ResultPeople, RolePeople
from tests.builders import QUESTION, a_questionnaire, a_structure, some_answers
from tests.examples import examples, times
from tests.unit.exchange.result_builders import a_result, answered, finding
from tests.unit.report.report_builders import a_bakery, the_library
from tests.unit.scores.whole_drawing import Whole, wholes

EXAMPLES = examples(25, suppress_health_check=[HealthCheck.too_slow])
CATALOGUE = the_library().catalogue
FIND = the_library().questionnaire


def read(codes: Any, find: Any = FIND, verify: Any = None) -> Any:
    return from_codes(codes, find, CATALOGUE, verify)


def refusal(codes: Any, find: Any = FIND, verify: Any = None) -> str:
    with pytest.raises(CodeError) as error:
        read(codes, find, verify)
    return str(error.value)


@pytest.mark.parametrize(
    ("plain", "coded"),
    [
        (b"AB", "BB8"),
        (b"Hello!!", "%69 VD92EX0"),
        (b"base-45", "UJCLQE7W581"),
        (b"ietf!", "QED8WEX0"),
        (b"", ""),
    ],
)
def test_base45_is_that_of_its_standard(plain: bytes, coded: str) -> None:
    assert to_base45(plain) == coded
    assert from_base45(coded) == plain


@pytest.mark.parametrize("text", ["A", "ABCD", ":::", "::", "ab8", "É00"])
def test_what_is_no_base45_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="base45"):
        from_base45(text)


@given(st.binary(max_size=400))
def test_all_bytes_come_back_from_base45(data: bytes) -> None:
    assert from_base45(to_base45(data)) == data


@pytest.mark.parametrize("scope", SCOPES)
def test_four_questionnaires_with_a_plan_fit_in_four_codes_and_come_back(scope: Scope) -> None:
    result = a_result(scope)
    codes = to_codes(result, FIND)
    assert len(codes) <= 4
    assert all(len(code) <= 528 for code in codes), "version 14 at level M holds 528 characters"
    assert read(codes).result == result


def test_codes_are_read_in_any_order_and_more_than_once() -> None:
    codes = to_codes(a_result(), FIND)
    assert read((*reversed(codes), *codes, "https://example.org")).result == a_result()


def test_each_missing_code_is_named() -> None:
    codes = to_codes(a_result(), FIND)
    assert len(codes) == 4
    assert refusal([codes[0], *codes[2:]]) == "Code 2 of 4 is missing: photograph it too."
    assert refusal(codes[2:]) == "Codes 1, 2 of 4 are missing: photograph them too."
    assert refusal(["WIFI:S:net;;"]).startswith("These are not Sestante codes.")
    assert "newer" in refusal(["SE2:0000"])


@pytest.mark.parametrize("count", range(10, 2000, 90))
def test_there_are_as_many_codes_as_stand_in_even_rows(count: int) -> None:
    content = bytes(index % 251 for index in range(count))
    codes = split(content)
    assert len(codes) in {1, 2, 4, 6}
    assert join(codes) == content


def test_codes_of_two_plans_are_told_apart() -> None:
    codes = [to_codes(a_result(scope), FIND) for scope in ("full", "no-contact")]
    mixed = [text for pair in zip(*codes, strict=False) for text in pair]
    assert "2 different plans" in refusal(mixed)
    found = code_sets(mixed)
    assert [each.texts for each in found] == [each[: len(found[0].texts)] for each in codes]


def an_answer(question: Question) -> st.SearchStrategy[Any]:
    """Any answer, even where there are too many to list."""
    words = [
        word
        for word, is_offered in (
            ("unknown", question.allows_unknown),
            ("not_applicable", question.allows_not_applicable),
        )
        if is_offered
    ]
    cell = st.sampled_from([*(choice.id for choice in question.choices), *words])
    match question.kind:
        case "text":
            return st.text(max_size=question.maximum_length)
        case "number":
            return st.integers(int(question.minimum or 0), int(question.maximum or 10**6))
        case "many":
            return several(question.choices) | st.sampled_from([[], *words])
        case "grid":
            cells = several(question.columns) if question.columns else cell
            return st.dictionaries(st.sampled_from([row.id for row in question.rows]), cells)
        case _:
            return cell


def several(choices: tuple[Choice, ...]) -> st.SearchStrategy[Any]:
    return st.lists(st.sampled_from([each.id for each in choices if not each.exclusive]), unique=True)


def sheet_of(draw: st.DrawFn, questionnaire: Questionnaire) -> dict[Any, Any]:
    return {
        question.key: answer_from_plain(question, draw(an_answer(question)))
        for question in questionnaire.questions.values()
        if draw(st.integers(0, 3))
    }


@EXAMPLES
@given(wholes())
def test_answers_to_any_questionnaire_come_back(whole: Whole) -> None:
    company = Company(
        name="X",
        headcount=int(whole.facts.headcount),
        sector=whole.facts.sector,
        people=People(it=int(whole.facts.it_staff)),
    )
    result = result_of(answered((whole.questionnaire,), whole.sheet, company), "full", "Sestante")
    find = finding(whole.questionnaire)
    assert read(to_codes(result, find), find).result == result


@settings(EXAMPLES, max_examples=times(10))
@given(st.data())
def test_any_answers_to_what_is_shipped_come_back(data: st.DataObject) -> None:
    shipped = the_library().questionnaires
    questionnaire = shipped[data.draw(st.sampled_from(sorted(shipped)))]
    sheet = data.draw(st.composite(sheet_of)(questionnaire))
    result = result_of(answered((questionnaire,), sheet, a_bakery()), "full", "Sestante")
    found = read(to_codes(result, FIND))
    assert found.texts_left_out or found.result == result


def test_everything_known_of_a_company_comes_back() -> None:
    limits = Constraints(
        hours_per_week={"owner": Fraction(1, 3), "it": Fraction(4)},
        start=date(2019, 12, 31),
        people=People(owner=0, employee=3, it=1),
        holidays=(Holiday(first=date(2027, 8, 1), last=date(2027, 8, 21)),),
        formats=("live",),
        favoured_areas=("cyber",),
        decisions=(
            CourseDecision(course="a-course", role="it", state="under-way", hours_left=Fraction(5, 2)),
            CourseDecision(course="b-course", role="owner", state="wanted", week=0, only_week=True),
        ),
        pace="even",
    )
    people = ResultPeople(
        competence="backup", by_role={"employee": RolePeople(people=4, lowest=0, median=1, highest=3)}
    )
    company = Company(name="Žluťoučký 🧁", headcount=249, balance_sheet_eur=0, contact=Contact(name="Ada"))
    result = msgspec.structs.replace(
        result_of(answered((), {}, company), "full", ""), limits=limits, people=(people,), consent=None
    )
    assert read(to_codes(result, FIND)).result == result


@pytest.mark.parametrize(
    ("kind", "row", "follows"),
    [
        (
            format_1.Result,
            layout.ROUND_OF_A_FIRM,
            {"format", "kind", "firm", "competences", "assessments", "voices", "remarks"},
        ),
        (
            format_1.Result,
            layout.SCORES_ALONE,
            {
                "format",
                "kind",
                "scope",
                "company",
                "limits",
                "consent",
                "people",
                "plan",
                "voices",
                "remarks",
            },
        ),
        (format_1.ResultRound, layout.ROUND, set()),
        (format_1.Firm, layout.FIRM, set()),
        (Company, layout.COMPANY, {"province"}),
        (People, layout.PEOPLE, set()),
        (Contact, layout.CONTACT, set()),
        (Constraints, layout.LIMITS, set()),
        (Holiday, layout.HOLIDAY, set()),
        (CourseDecision, layout.DECISION, set()),
        (format_1.ResultConsent, layout.CONSENT, set()),
        (format_1.ResultScore, layout.SCORE, set()),
        (format_1.ResultCompetence, layout.COMPETENCE, set()),
        (format_1.ResultCourse, layout.COURSE, {"title"}),
        (format_1.ResultGap, layout.GAP, set()),
        (format_1.ResultPlan, layout.PLAN, set()),
        (format_1.RolePeople, layout.ROLE_PEOPLE, set()),
        (format_1.ResultPeople, layout.COMPETENCE_PEOPLE, set()),
        (format_1.ResultAssessment, layout.SCORED, {"answers", "title"}),
    ],
)
def test_every_entry_of_the_format_has_its_place_or_follows_from_others(
    kind: type, row: Row, follows: set[str]
) -> None:
    placed = [name for name, _ in row.entries]
    assert len(placed) == len(set(placed))
    own = {"answered", "has_all_people"}
    assert set(placed) - own == set(kind.__struct_fields__) - follows


def test_a_course_that_is_not_known_here_keeps_its_id() -> None:
    elsewhere = replace(CATALOGUE, courses={})
    plan = from_codes(to_codes(a_result(), FIND), FIND, elsewhere).result.plan
    assert [course.title for course in plan.courses] == [course.id for course in a_result().plan.courses]


def test_a_questionnaire_that_is_not_known_here_is_named() -> None:
    codes = to_codes(a_result(), FIND)
    assert "`dma-sme` in version" in refusal(codes, lambda _name, _version: None)
    other = replace(the_library().questionnaires["dma-sme"], hash="0" * 16)
    assert "is not the same here" in refusal(codes, finding(other))


def test_scores_alone_need_no_questionnaire() -> None:
    found = read(to_codes(a_result("scores"), FIND), lambda _name, _version: None).result
    assert [each.overall for each in found.assessments] == [
        each.overall for each in a_result("scores").assessments
    ]


def with_texts(length: int) -> tuple[Questionnaire, Result]:
    """The bakery's result with a text of random letters for each of six questions."""
    letters = random.Random(3).choices(string.ascii_letters + string.digits, k=6 * length)  # noqa: S311
    texts = iter("".join(letters[place * length :][:length]) for place in range(6))
    entries = "".join(f"      - {{id: t{n}, kind: text, maximum_length: 4000}}\n" for n in range(6))
    questionnaire = a_questionnaire(a_structure(QUESTION + entries))
    sheet = {q.key: Text(next(texts)) for q in questionnaire.questions.values() if q.kind == "text"}
    sheet |= some_answers(questionnaire, tool="many")
    return questionnaire, result_of(answered((questionnaire,), sheet, a_bakery()), "full", "Sestante")


def test_the_longest_texts_are_left_out_and_counted_where_a_page_cannot_hold_them() -> None:
    questionnaire, result = with_texts(length=500)
    find = finding(questionnaire)
    codes = to_codes(result, find)
    found = read(codes, find)
    assert len(codes) <= 6
    assert 0 < found.texts_left_out < 6
    told, whole = found.result.assessments[0], result.assessments[0]
    assert whole.answers | told.answers == whole.answers
    assert len(whole.answers) - len(told.answers) == found.texts_left_out
    assert told.overall == whole.overall


def test_a_result_that_no_page_can_hold_is_refused_with_what_to_do() -> None:
    wins = tuple(f"win-{sha512(bytes([n])).hexdigest()[:40]}" for n in range(200))
    plan = msgspec.structs.replace(a_result().plan, quick_wins=wins)
    with pytest.raises(CodeError, match="Hand over the PDF"):
        to_codes(msgspec.structs.replace(a_result(), plan=plan), FIND)


def test_a_signature_travels_and_is_verified() -> None:
    key = b"K" * 32

    def sign(data: bytes) -> bytes:
        return key + sha512(data).digest()

    def verify(data: bytes, signature: bytes) -> bool:
        return signature[32:] == sha512(data).digest()

    codes = to_codes(a_result(), FIND, sign)
    found = read(codes, FIND, verify)
    assert (found.result, found.key) == (a_result(), key)
    assert read(codes).key is None
    assert "signature" in refusal(codes, FIND, lambda _data, _signature: False)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x80",
        b"\x82\x00\x80",
        b"\x82\x00\xf6",
        b"\x82\x05\x80",
        b"\xd8\x1c\x81\xd8\x1d\x00",
        b"\xd8\x23\x64(a+)",
        b"\x81" * 100_000,
        b"\x9b\x7f\xff\xff\xff\xff\xff\xff\xff",
        b"\xd8\x1c\x82\x80" + b"\xd8\x1c\x82\xd8\x1d\x00\xd8\x1d\x00" * 3,
    ],
)
def test_what_no_plan_holds_is_one_sentence(data: bytes) -> None:
    assert refusal(split(wrap(data, None))).count(". ") <= 1


@EXAMPLES
@given(st.integers(0, 10_000), st.integers(0, 255))
def test_changed_data_never_ends_in_a_traceback(place: int, value: int) -> None:
    whole = unwrap(join(to_codes(a_result(), FIND)), None).data
    data = bytearray(whole)
    data[place % len(data)] = value
    with suppress(SestanteError):
        assert isinstance(read(split(wrap(bytes(data), None))).result, Result)
