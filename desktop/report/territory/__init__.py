"""The figures of a territory in words: tables for the window and for files, charts, documents."""
