"""What several people answered, side by side, and the answer of the company beside it."""
