"""The plan: what it must fit, the courses chosen, the gaps left open, the weeks."""
