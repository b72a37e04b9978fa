"""YAML to frozen, checked values: questionnaires, catalogue, network, and input files."""
