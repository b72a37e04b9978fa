"""What became of the steps of the plan: states, notes, evidence, and how far all of it is."""
