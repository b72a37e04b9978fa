"""What somebody answered about the company stands apart from what she or he answered in secret, in the key.

The keys of questions are no help: a question may come from a personal questionnaire into one of the company,
or its own questionnaire may become one. What was told under a promise stays where only it is looked for.
"""

from desktop.content.questionnaires.questionnaire import QuestionKey

_ABOUT_COMPANY = "company:"
"""Before the key of a question; no questionnaire can be called so."""


def key_about_company(key: QuestionKey) -> QuestionKey:
    """The key under which somebody's answer about the company is stored."""
    return QuestionKey(f"{_ABOUT_COMPANY}{key}")


def is_about_company(stored: str) -> bool:
    """Whether an answer was given about the company, not in secret."""
    return stored.startswith(_ABOUT_COMPANY)


def question_of(stored: str) -> QuestionKey:
    """The question that a stored answer belongs to."""
    return QuestionKey(stored.removeprefix(_ABOUT_COMPANY))
