"""The plan as a file that lasts: what PDF/A-3A and PDF/UA-1 want of it, and the files attached to it."""

import re
from dataclasses import replace
from hashlib import md5
from io import BytesIO

import pytest
from defusedxml.ElementTree import fromstring
from drawn_glyphs import boxes, letters
from msgspec.structs import replace as with_fields
from pypdf import PdfReader
from report_reading import fonts_of
from srgb_profile import FILE, srgb_profile

from desktop.report import build_pdf
from desktop.report.options import Attachment, PrintOptions

DATA = Attachment("result è.json", b'{"format": 1}', "application/json", "Answers and plan")
OTHER = Attachment("catalogue.csv", b"course;hours\n", "text/csv", "Courses")
SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
_STREAM = re.compile(rb"/Length (\d+)(?:(?!endobj).)*?>>\s*stream\n", re.DOTALL)


@pytest.fixture(scope="module")
def plan(pdf):
    return PdfReader(BytesIO(pdf))


@pytest.fixture(scope="module")
def with_files(dossier):
    return build_pdf(dossier, "en", PrintOptions(attachments=(DATA, OTHER)))


def metadata(reader):
    root = fromstring(reader.trailer["/Root"]["/Metadata"].get_data())
    return {name: " ".join(root.find(f".//{name}", SPACES).itertext()).strip() for name in FACTS}


FACTS = {
    "dc:title": "/Title",
    "dc:creator": "/Author",
    "dc:description": "/Subject",
    "pdf:Producer": "/Producer",
    "pdf:Keywords": "/Keywords",
    "xmp:CreatorTool": "/Creator",
    "xmp:CreateDate": "/CreationDate",
    "xmp:ModifyDate": "/ModDate",
    "dc:language": None,
    "pdfaid:part": None,
    "pdfaid:conformance": None,
    "pdfuaid:part": None,
}


def test_what_the_file_says_of_itself_is_the_same_in_both_places(plan):
    told = metadata(plan)
    dates = ("/CreationDate", "/ModDate")

    for name, key in FACTS.items():
        if key and key not in dates:
            assert told[name] == plan.metadata[key]
    assert told["xmp:CreateDate"] == plan.metadata.creation_date.isoformat()
    assert told["xmp:ModifyDate"] == plan.metadata.modification_date.isoformat()
    assert told["dc:language"] == plan.trailer["/Root"]["/Lang"]


def test_it_names_its_standards(plan):
    told = metadata(plan)

    assert plan.pdf_header == "%PDF-1.7"
    assert (told["pdfaid:part"], told["pdfaid:conformance"], told["pdfuaid:part"]) == ("3", "A", "1")
    assert b"http://www.aiim.org/pdfa/ns/extension/" in plan.trailer["/Root"]["/Metadata"].get_data()
    assert len(plan.trailer["/ID"]) == 2


def test_names_with_signs_of_xml_stay_whole(dossier):
    company = with_fields(dossier.company, name="Rossi & Figli <1954>")

    plan = PdfReader(BytesIO(build_pdf(replace(dossier, company=company), "it")))

    assert metadata(plan)["dc:creator"] == plan.metadata.author == company.name


def test_streams_end_a_line_before_their_end_and_are_as_long_as_they_say(pdf, with_files):
    for data in (pdf, with_files):
        streams = [*_STREAM.finditer(data)]
        ends = [stream.end() + int(stream[1]) for stream in streams]

        assert len(streams) == data.count(b"endstream") > 10
        assert {data[end : end + 10] for end in ends} == {b"\nendstream"}


def test_colours_are_those_of_srgb(plan):
    (intent,) = plan.trailer["/Root"]["/OutputIntents"]

    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"]["/N"] == 3
    assert intent["/DestOutputProfile"].get_data() == srgb_profile() == FILE.read_bytes()


def test_see_through_colours_are_mixed_as_screens_do(plan):
    mixed = [page for page in plan.pages if "/ExtGState" in page["/Resources"]]

    assert mixed
    assert {page["/Group"]["/CS"] for page in mixed} == {"/DeviceRGB"}


def test_letters_can_be_read_back(dossier, pdf):
    arabic = build_pdf(replace(dossier, company=with_fields(dossier.company, name="شركة كِتَابٌ الله")), "it")

    for data in (pdf, arabic):
        assert boxes(data) == []
        assert not any("Helvetica" in name for name in fonts_of(data))
        for table in tables(data):
            assert all(text >= " " and text[0] not in "\ufeff\ufffe" for text in table.values())


def tables(pdf):
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            counts = re.findall(r"(\d+) beginbfchar", font["/ToUnicode"].get_data().decode())
            table = letters(font)
            assert sum(int(count) for count in counts) == len(table)
            assert all(int(count) <= 100 for count in counts)
            yield table


def test_attachments_are_found_by_readers_and_by_machines(with_files):
    root = PdfReader(BytesIO(with_files)).trailer["/Root"]
    names = root["/Names"]["/EmbeddedFiles"]["/Names"]
    named = dict(zip(names[::2], [each.get_object() for each in names[1::2]], strict=True))

    assert list(named) == sorted(named)
    assert {each.get_object()["/UF"] for each in root["/AF"]} == set(named) == {DATA.name, OTHER.name}
    for attachment in (DATA, OTHER):
        found = named[attachment.name]
        file = found["/EF"]["/F"]
        assert file.get_data() == attachment.data
        assert file["/Subtype"] == f"/{attachment.media_type}"
        assert (found["/AFRelationship"], found["/Desc"]) == ("/Data", attachment.says)
        assert file["/Params"]["/Size"] == len(attachment.data)
        assert (
            file["/Params"]["/CheckSum"].original_bytes
            == md5(attachment.data, usedforsecurity=False).digest()
        )
        assert file["/Params"]["/ModDate"].startswith("D:20261201000000")


def test_kinds_of_attachments_are_written_as_one_name(with_files):
    assert b"/Subtype /application#2Fjson" in with_files


def test_the_same_files_give_the_same_bytes(dossier, with_files, pdf):
    assert build_pdf(dossier, "en", PrintOptions(attachments=(DATA, OTHER))) == with_files
    assert b"/EmbeddedFiles" not in pdf
