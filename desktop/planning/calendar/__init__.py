"""When: the chosen courses in an order and in weeks, early or evenly, and made again later."""
