"""Why an answer was not simply kept, in the reader's language."""

from dataclasses import replace

import pytest

from desktop.answers.move_words import reasons, told
from desktop.answers.moving import Loss, MovedAnswer, move_answers
from desktop.answers.values import Chosen
from desktop.content.questionnaires.question_differences import Aspect, Difference
from desktop.content.questionnaires.questionnaire import Question
from desktop.text import wording
from tests.builders import a_questionnaire, a_structure, some_answers
from tests.versions import NEW, OLD

OLD_VERSION = a_questionnaire(a_structure(OLD))
NEW_VERSION = a_questionnaire(a_structure(NEW).replace('version: "1"', 'version: "2"'))
FRAUD = OLD_VERSION.questions["fraud"]


def why(aspect: Aspect, question: Question = FRAUD) -> list[str]:
    """The reasons for a question of which one aspect changed."""
    difference = Difference(aspect, "words for authors")
    entry = MovedAnswer(question, Chosen("never"), FRAUD, Chosen("never"), (difference,), ())
    return [str(sentence) for sentence in reasons(entry)]


@pytest.mark.parametrize("aspect", set(Aspect) - {Aspect.RESERVED, Aspect.BOUNDS})
def test_every_change_has_words_of_its_own(aspect: Aspect) -> None:
    assert why(aspect)[0] not in {said for other in set(Aspect) - {aspect} for said in why(other)[:1]}
    assert "words for authors" not in " ".join(why(aspect))


def test_only_what_decides_a_score_makes_points_incomparable() -> None:
    incomparable = "Its points cannot be compared with those before."
    assert incomparable in why(Aspect.WEIGHT)
    assert incomparable not in why(Aspect.COMPETENCES)
    assert incomparable not in why(Aspect.KIND, replace(FRAUD, weight=FRAUD.weight * 0))


def test_a_weight_says_in_which_direction() -> None:
    assert why(Aspect.WEIGHT, replace(FRAUD, weight=FRAUD.weight * 2))[0] == "It counts more than before."
    assert why(Aspect.WEIGHT, replace(FRAUD, weight=FRAUD.weight / 2))[0] == "It counts less than before."


@pytest.mark.parametrize("loss", Loss)
def test_every_loss_has_words(loss: Loss) -> None:
    (dropped,) = move_answers([(OLD_VERSION, NEW_VERSION)], some_answers(OLD_VERSION, fax="daily")).dropped
    (sentence,) = reasons(replace(dropped, loss=loss))
    assert wording("it").tell(sentence) != str(sentence)


def test_a_move_is_told_in_the_language_of_the_reader() -> None:
    sheet = some_answers(OLD_VERSION, backup="automatic", fax="daily", protections=["locks", "updates"])
    sentence = told(move_answers([(OLD_VERSION, NEW_VERSION)], sheet), OLD_VERSION, NEW_VERSION)
    said = wording("it").tell(sentence)
    assert said.startswith("le risposte a `small` 1 sono state portate in `small` 2: mantenute: 1; ")
    assert 'tolte: 1 (`fax`: "daily", perché la domanda non c\'è più)' in said
    assert "senza `locks`" in said
    assert said.endswith("nuove senza risposta: 1 (`cloud`)")
