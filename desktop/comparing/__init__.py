"""Two rounds side by side: where each change of a score comes from, and which answers changed."""

from desktop.comparing.causes import Cause
from desktop.comparing.comparison import QuestionnaireChange, RoundComparison, compare_rounds
from desktop.comparing.path import RoundAnswers, same_questionnaires
from desktop.comparing.question_changes import AskedThen, QuestionChange
from desktop.comparing.score_changes import ScoreChange, whole_points

__all__ = [
    "AskedThen",
    "Cause",
    "QuestionChange",
    "QuestionnaireChange",
    "RoundAnswers",
    "RoundComparison",
    "ScoreChange",
    "compare_rounds",
    "same_questionnaires",
    "whole_points",
]
