"""Scales in other languages than English, one file a language: the levels of each family."""
