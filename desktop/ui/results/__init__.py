"""What the answers say: scores, where they come from, competences, the way to the next level."""
