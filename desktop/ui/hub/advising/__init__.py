"""The room in which companies are advised."""
