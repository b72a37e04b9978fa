"""Which courses: those in question, the integer program over them, and its proven optimum."""
