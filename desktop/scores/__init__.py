"""Answers to scores: 0-100 as intervals, levels, competences, why, and the shortest way to the next level."""

from desktop.scores.competences import CompetenceScore, Evidence, score_competences
from desktop.scores.next_level import Lift, NextLevel, next_level
from desktop.scores.scorecard import Contribution, Score, Scorecard, rescore, score
from desktop.scores.spread import CompetenceSpread, LevelRange, levels_by_role, spread
from desktop.scores.voices import QuestionApart, ScoreRange, VoicesApart, same_answer, voices_apart
from desktop.scores.worth import Item, Worth, items

__all__ = [
    "CompetenceScore",
    "CompetenceSpread",
    "Contribution",
    "Evidence",
    "Item",
    "LevelRange",
    "Lift",
    "NextLevel",
    "QuestionApart",
    "Score",
    "ScoreRange",
    "Scorecard",
    "VoicesApart",
    "Worth",
    "items",
    "levels_by_role",
    "next_level",
    "rescore",
    "same_answer",
    "score",
    "score_competences",
    "spread",
    "voices_apart",
]
