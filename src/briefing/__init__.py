"""briefing: print-ready publications from a survey, its words and a brand."""

__version__ = "0.1.0"
