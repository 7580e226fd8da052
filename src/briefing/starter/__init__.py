"""A first project from an export: a codebook guessed with reasons, first words with bound figures."""
