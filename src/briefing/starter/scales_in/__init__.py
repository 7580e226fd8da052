"""The wordings of scales, one file a language: the levels of each family."""
