"""A language is added to a structure file without touching anything else."""

import pytest

from desktop.content.questionnaires.language_adding import add_language
from desktop.errors import ContentError

LAYOUTS = {
    "languages: [it]": "languages: [it, de]",
    "languages: [it, en]  # both complete": "languages: [it, en, de]  # both complete",
    'languages: ["it", "en" , ]': 'languages: ["it", "en", de , ]',
    "languages: [ it,\n  en ]": "languages: [ it,\n  en, de ]",
    "languages:\n  - it\n  - en  # complete": "languages:\n  - it\n  - en  # complete\n  - de",
    "languages:\n- it": "languages:\n- it\n- de",
    "languages: [it, de]": "languages: [it, de]",
}


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("before", LAYOUTS)
def test_only_the_one_entry_changes(before: str, ending: str) -> None:
    frame = "# è a remark: languages: [x]\nid: small\n{}\nlevels: []  # more\n"
    text = frame.format(before).replace("\n", ending)
    edited = add_language(text, "de", "small.yaml")
    assert edited == frame.format(LAYOUTS[before]).replace("\n", ending)


def test_a_list_at_the_end_of_the_file_grows() -> None:
    assert add_language("languages:\n  - it\n", "de", "small.yaml") == "languages:\n  - it\n  - de\n"


def test_an_empty_list_is_refused() -> None:
    with pytest.raises(ContentError, match="cannot be added"):
        add_language("languages: []\n", "de", "small.yaml")
