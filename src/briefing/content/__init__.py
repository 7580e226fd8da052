"""The words of a publication: read from Markdown, bound to tables, made into pages of blocks."""
