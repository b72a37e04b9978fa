"""The weeks of the plan as something one can take hold of."""
