"""A first project from an export: a codebook guessed with reasons, words with bound figures."""
