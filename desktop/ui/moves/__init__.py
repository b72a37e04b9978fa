"""Moving a company to later versions of its questionnaires: told, reviewed, made, undone or kept."""
