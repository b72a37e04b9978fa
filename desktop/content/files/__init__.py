"""What all content files share: strict YAML, shapes, texts beside a structure, words for what is wrong."""
