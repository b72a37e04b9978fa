"""Texts of a questionnaire exchanged with translators as XLIFF 1.2."""
