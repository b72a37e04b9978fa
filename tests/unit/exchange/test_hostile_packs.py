"""Whatever somebody makes of a pack: only what its key signed is read, all else is refused in a sentence."""

import stat
import struct
import warnings
from collections.abc import Callable
from zipfile import ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.packs.container import archive_of
from desktop.exchange.packs.errors import PackError
from desktop.exchange.packs.reading import read_pack
from tests.packs import COMPRESSED, HUB_KEY, STRANGER, entries, forged, zipped

FILES = {"brand/brand.yaml": b"format: 1\n", "assessments/club.yaml": b"format: 1\nid: club\n"}
WHOLE = forged(FILES)


def named(name: str, data: bytes = b"x") -> bytes:
    """A pack whose key signed a file of this name."""
    return forged({**FILES, name: data})


def a_link() -> bytes:
    info = ZipInfo("brand/logo.png")
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return zipped(entries(FILES), (info, b"/etc/passwd"))


def encrypted() -> bytes:
    """The bit that says so, in the list at the end."""
    data = bytearray(WHOLE)
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def lying() -> bytes:
    """A list at the end that tells a gigabyte where there are some bytes."""
    data = bytearray(WHOLE)
    place = data.rindex(b"PK\x01\x02")
    struct.pack_into("<LL", data, place + 20, 2**30, 2**30)
    return bytes(data)


def many() -> bytes:
    return zipped({f"assessments/a{number}.yaml": b"" for number in range(5000)})


def twice() -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return zipped(entries(FILES), (ZipInfo("brand/brand.yaml"), b"accent: red\n"))


def changed() -> bytes:
    return WHOLE.replace(b"id: club", b"id: clab")


def changed_with_its_sums() -> bytes:
    """The files and the list of contents fit, and the signature is the old one."""
    found = entries(FILES)
    other = entries({**FILES, "assessments/club.yaml": b"format: 1\nid: evil\n"}, STRANGER)
    other["manifest.sig"] = found["manifest.sig"]
    return archive_of(other.pop("manifest.json"), other.pop("manifest.sig"), other)


def claiming_the_key() -> bytes:
    """Signed by a stranger, who writes the hub's key into the list of contents."""
    return forged(FILES, STRANGER, key=HUB_KEY.public.hex())


ATTACKS: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "is not a hub's pack"),
    "another file": (lambda: b"%PDF-1.7", "is not a hub's pack"),
    "another zip": (lambda: zipped({"word/document.xml": b""}), "`word/document.xml` is refused"),
    "a program before it": (lambda: b"MZ" + WHOLE, "is not a hub's pack"),
    "something behind it": (lambda: WHOLE + b"x", "incomplete or has something after its end"),
    "a comment": (lambda: zipped(entries(FILES), comment=b"hi"), "incomplete or has something"),
    "cut": (lambda: WHOLE[:-30], "incomplete"),
    "too large": (lambda: WHOLE + bytes(20_000_001), "larger than 20,000,000 bytes"),
    "a way out": (lambda: named("../evil.yaml"), "leads out of the pack"),
    "a way out below": (lambda: named("brand/../../evil.yaml"), "leads out of the pack"),
    "absolute": (lambda: named("/etc/cron.d/evil"), "leads out of the pack"),
    "a drive": (lambda: named("C:/evil.yaml"), "leads out of the pack"),
    "backslashes": (lambda: named("brand\\..\\evil.yaml"), "leads out of the pack"),
    "a network drive": (lambda: named("\\\\host\\share\\evil.yaml"), "leads out of the pack"),
    "a second stream": (lambda: named("brand/brand.yaml:evil"), "leads out of the pack"),
    "a reserved name": (lambda: named("assessments/nul.yaml"), "Windows keeps this name"),
    "a reserved folder": (lambda: named("assessments/versions/con@1/con.yaml"), "Windows keeps this name"),
    "another place": (lambda: named("sestante.db"), "packs hold no such file"),
    "a program": (lambda: named("brand/setup.exe"), "packs hold no such file"),
    "Python": (lambda: named("hub/hub.py"), "packs hold no such file"),
    "a picture that runs": (lambda: named("brand/logo.svg"), "packs hold no such file"),
    "capitals": (lambda: named("brand/Brand.yaml"), "packs hold no such file"),
    "a space at the end": (lambda: named("brand/brand.yaml "), "packs hold no such file"),
    "a folder": (lambda: named("brand/"), "leads out of the pack"),
    "a long name": (lambda: named(f"assessments/{'a' * 200}.yaml"), "packs hold no such file"),
    "letters that look alike": (lambda: named("brand/br\N{CYRILLIC SMALL LETTER A}nd.yaml"), "no such file"),
    "a double name": (twice, "is in it twice"),
    "a link": (a_link, "is a link or a folder"),
    "encrypted": (encrypted, "is encrypted"),
    "a lying size": (lying, "is larger than|is packed as Sestante never does|is damaged"),
    "packed tightly": (lambda: zipped(entries(FILES), kind=COMPRESSED), "packed as Sestante never does"),
    "a bomb": (lambda: zipped({"brand/logo.png": bytes(50_000_000)}, kind=COMPRESSED), "as Sestante never"),
    "thousands of files": (many, "at most 500"),
    "a large file": (lambda: named("catalogue/courses/a.yaml", bytes(5_000_001)), "larger than 5,000,000"),
    "one byte changed": (changed, "damaged|was changed"),
    "files and sums changed": (changed_with_its_sums, "was changed after the hub signed it"),
    "another's key": (claiming_the_key, "was changed after the hub signed it"),
    "not signed": (
        lambda: archive_of(entries(FILES, key=None)["manifest.json"], None, FILES),
        "not signed",
    ),
    "no list": (lambda: zipped(FILES), "is not a hub's pack"),
    "a list of another thing": (lambda: forged(FILES, kind="sestante-result"), "is not a hub's pack"),
    "a later format": (lambda: forged(FILES, format=2), "made for a newer Sestante"),
    "an unknown entry": (lambda: forged(FILES, run="setup.exe"), "its list of contents is not right"),
    "a file more": (lambda: forged({**FILES}, files=[]), "not both in it and in its list"),
    "a file less": (
        lambda: forged({}, files=[{"name": "hub/hub.yaml", "size": 1, "sha256": "0" * 64}]),
        "not both in it and in its list",
    ),
    "packed anew": (lambda: zipped(entries(FILES)), "was changed after the hub signed it"),
    "replacing a program": (lambda: forged(FILES, replaces=["../desktop/cli.py"]), "it would replace"),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_each_attack_is_refused_with_its_sentence(attack: str) -> None:
    made, sentence = ATTACKS[attack]
    with pytest.raises(PackError, match=sentence):
        read_pack(made(), "hub.sestante-pack")


def test_the_whole_one_is_read() -> None:
    pack = read_pack(WHOLE, "hub.sestante-pack")
    assert pack.files == FILES
    assert pack.key == HUB_KEY.public


@given(st.data())
def test_a_pack_with_any_byte_changed_is_refused(data: st.DataObject) -> None:
    mangled = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(mangled) - 1))
        mangled[place] ^= data.draw(st.integers(1, 255))
    if bytes(mangled) != WHOLE:
        with pytest.raises(PackError):
            read_pack(bytes(mangled), "hub.sestante-pack")


@given(st.data())
def test_a_pack_with_pieces_moved_cut_or_put_in_is_refused(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(WHOLE)))
    end = data.draw(st.integers(start, len(WHOLE)))
    piece = data.draw(st.one_of(st.binary(max_size=60), st.just(WHOLE[start:end]), st.just(WHOLE)))
    mangled = WHOLE[:start] + piece + WHOLE[end:]
    if mangled != WHOLE:
        with pytest.raises(PackError):
            read_pack(mangled, "hub.sestante-pack")


@given(
    st.dictionaries(
        st.text(st.sampled_from("ab/\\.:@ .yamlpngCON-1"), min_size=1, max_size=30), st.binary(max_size=9)
    )
)
def test_nothing_is_read_under_a_name_that_leads_elsewhere(files: dict[str, bytes]) -> None:
    try:
        pack = read_pack(forged(files), "hub.sestante-pack")
    except PackError:
        return
    for name in pack.files:
        assert ".." not in name.split("/")
        assert name.partition("/")[0] in {"brand", "hub", "assessments", "catalogue", "network", "consent"}


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
ENTRIES = (
    "kind",
    "format",
    "id",
    "serial",
    "version",
    "name",
    "languages",
    "hub",
    "replaces",
    "key_changes",
    "files",
)


@given(st.dictionaries(st.sampled_from(ENTRIES), PLAIN, min_size=1, max_size=2))
def test_a_signed_list_of_contents_may_say_anything(told: dict[str, object]) -> None:
    try:
        pack = read_pack(forged(FILES, **told), "hub.sestante-pack")
    except PackError:
        return
    assert pack.files == FILES


@given(st.binary(max_size=200))
def test_a_list_of_contents_may_be_anything(manifest: bytes) -> None:
    with pytest.raises(PackError):
        read_pack(archive_of(manifest, bytes(64), {}), "hub.sestante-pack")
