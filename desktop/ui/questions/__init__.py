"""Questions on the screen: one at a time, one widget per kind, and the way from one to the next."""
