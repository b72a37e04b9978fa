"""The preview for authors: an assessment as users see it, with its problems, following every save."""
