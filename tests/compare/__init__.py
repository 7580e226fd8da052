"""Paragraphs set by us and by others, measured by the same code."""
