"""Questionnaires: their files read and checked, their versions compared, kept and moved."""
