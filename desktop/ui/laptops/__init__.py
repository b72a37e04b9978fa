"""Companies on their way out on a laptop, and back."""
