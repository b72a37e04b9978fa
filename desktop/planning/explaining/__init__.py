"""Why: the next best course, why gaps stay open, and what would make a course fit."""
