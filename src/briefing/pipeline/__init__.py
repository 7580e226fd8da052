"""The stages of a build, from a folder to files; `briefing.build` puts them in order."""
