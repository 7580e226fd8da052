"""Words and values: references to cells, figures in words, and claims proved against tables."""
