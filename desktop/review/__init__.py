"""What was understood of each assessment: ways through it, scores in reach, where answers lead, texts."""

from desktop.review.checking import CheckedFiles, check_files
from desktop.review.plain import checked_to_plain, review_to_plain
from desktop.review.reviewing import Review, review
from desktop.review.unused_words import unused
from desktop.review.words import details, summary

__all__ = [
    "CheckedFiles",
    "Review",
    "check_files",
    "checked_to_plain",
    "details",
    "review",
    "review_to_plain",
    "summary",
    "unused",
]
