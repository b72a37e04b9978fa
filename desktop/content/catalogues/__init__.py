"""The catalogue: competences, targets, courses, actions and services, read and checked."""
