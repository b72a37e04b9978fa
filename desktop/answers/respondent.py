"""Somebody who answers for herself or himself: the role, the answers, and what is still asked."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.answers.flow import Facts, shown_questions
from desktop.answers.values import AnswerSheet, Chosen
from desktop.content.catalogues.catalogue_file import ROLES, Role
from desktop.content.questionnaires.questionnaire import Question, Questionnaire


@dataclass(frozen=True, slots=True)
class Respondent:
    """The answers of one person, the role among them where it is asked; nothing here says who it is."""

    role: Role
    sheet: AnswerSheet

    @classmethod
    def of(cls, role: Role, sheet: AnswerSheet, questionnaires: Iterable[Questionnaire]) -> "Respondent":
        """A person in a role: questions that ask for nothing else are answered by it."""
        told = {question.key: Chosen(role) for each in questionnaires for question in role_questions(each)}
        return cls(role, {**sheet, **told})


def role_questions(questionnaire: Questionnaire) -> tuple[Question, ...]:
    """The questions of a personal questionnaire that offer the roles and nothing else."""
    if not questionnaire.is_personal:
        return ()
    return tuple(
        question
        for question in questionnaire.questions.values()
        if question.kind == "one" and {choice.id for choice in question.choices} == set(ROLES)
    )


def questions_for(questionnaire: Questionnaire, sheet: AnswerSheet, facts: Facts) -> tuple[Question, ...]:
    """The questions shown, in order, without those that a person's role has answered."""
    known = role_questions(questionnaire)
    return tuple(each for each in shown_questions(questionnaire, sheet, facts) if each not in known)
