"""The passphrase in the window: opening, locking, turning it on and off, and going to another workspace."""
