"""What was understood of each assessment: ways through it, scores in reach, where answers lead, texts."""

from desktop.review.checking import CheckedFiles, check_files
from desktop.review.reviewing import Review, review

__all__ = ["CheckedFiles", "Review", "check_files", "review"]
