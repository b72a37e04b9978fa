"""A questionnaire and its answers: what is asked next, progress, validity."""

from desktop.answers.flow import (
    Facts,
    Progress,
    Visibility,
    has_answer,
    next_open,
    progress,
    shown_questions,
    visibility,
)
from desktop.answers.plain import AnswerError, answer_from_plain, answer_to_plain
from desktop.answers.respondent import Respondent, questions_for, role_questions
from desktop.answers.values import Answer, AnswerSheet, Chosen, Number, Reserved, Rows, Text, Ticked

__all__ = [
    "Answer",
    "AnswerError",
    "AnswerSheet",
    "Chosen",
    "Facts",
    "Number",
    "Progress",
    "Reserved",
    "Respondent",
    "Rows",
    "Text",
    "Ticked",
    "Visibility",
    "answer_from_plain",
    "answer_to_plain",
    "has_answer",
    "next_open",
    "progress",
    "questions_for",
    "role_questions",
    "shown_questions",
    "visibility",
]
