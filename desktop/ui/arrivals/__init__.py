"""Results that come in, in the window: dropped or chosen, taken in beside it, and reported."""
