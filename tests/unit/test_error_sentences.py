"""What a reader is told when something goes wrong: our words, in the reader's language."""

import errno
import os

import pytest

from desktop.errors import ContentError, Problem, SestanteError, StorageError, sentence_of, system_reason
from desktop.text import quoted, say, wording

KNOWN = (
    errno.EACCES,
    errno.ENOENT,
    errno.ENOSPC,
    errno.EROFS,
    errno.EISDIR,
    errno.ENAMETOOLONG,
    errno.EMFILE,
)
UNKNOWN = errno.EPIPE


def failure(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def test_an_error_is_english_as_text_and_italian_in_an_italian_window() -> None:
    error = SestanteError(say("The system refused: {reason}."), reason=system_reason(failure(errno.ENOSPC)))
    assert str(error) == "The system refused: the disk is full."
    assert wording("en").tell(error.sentence) == str(error)
    assert wording("it").tell(error.sentence) == "Il sistema non lo consente: il disco è pieno."


@pytest.mark.parametrize("number", KNOWN)
def test_the_systems_reasons_are_told_in_our_words(number: int) -> None:
    reason = system_reason(failure(number))
    assert os.strerror(number) not in str(reason)
    assert wording("it").tell(reason) not in (os.strerror(number), str(reason))


def test_a_reason_we_do_not_know_is_quoted() -> None:
    words = os.strerror(UNKNOWN)
    assert wording("it").tell(system_reason(failure(UNKNOWN))) == f"«{words}»"


def test_a_file_in_use_on_windows_is_no_missing_permission() -> None:
    error = failure(errno.EACCES)
    error.winerror = 32  # type: ignore[attr-defined]
    assert str(system_reason(error)) == "another program is using it"


def test_braces_in_a_path_stay_as_they_are() -> None:
    error = StorageError(say("{path} could not be brought up to date and was left as it was."), path="a{b}{}")
    assert str(error).startswith("a{b}{} could not")
    assert wording("it").tell(error.sentence).startswith("Non è stato possibile aggiornare a{b}{},")


def test_any_error_at_all_has_a_sentence() -> None:
    say_it = wording("it").tell
    assert say_it(sentence_of(failure(errno.EACCES))) == "Il sistema non lo consente: manca il permesso."
    assert say_it(sentence_of(ValueError("no"))) == "È successo qualcosa di imprevisto. «ValueError: no»"


def test_damaged_content_says_what_to_do_before_it_names_the_place() -> None:
    error = ContentError(Problem("courses.yaml", 3, "wrong", "Y001"))
    told = wording("it").tell(sentence_of(error))
    assert told.startswith("Un file delle domande o dei corsi non è utilizzabile. Installa di nuovo")
    assert told.endswith(f"\n{error}")


def test_a_sentence_inside_a_message_is_worded_with_it() -> None:
    message = wording("it")("That did not work. {error}", error=quoted("x"))
    assert message == "Qualcosa non ha funzionato. «x»"
