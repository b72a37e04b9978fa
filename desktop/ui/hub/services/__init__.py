"""The room with the register of services."""
