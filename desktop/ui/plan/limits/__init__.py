"""What the plan must fit, as fields and sliders, and what is tried with them."""
