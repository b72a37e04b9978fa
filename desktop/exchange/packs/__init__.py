"""Hub packs: one signed file with what a hub adds to Sestante, or puts in the place of its own content."""
