"""What is still open in a round, on one page from which each question can be reached."""
