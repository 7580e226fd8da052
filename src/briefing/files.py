"""Files within a folder: paths that authors write, none of which leads out, whatever they write."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def within(folder: Path, path: str) -> Path | None:
    """The place of a path in a folder; None if it leads out, or is one on some machines only."""
    if "\0" in path or "\\" in path:
        return None
    try:
        home = folder.resolve()
        place = (home / path).resolve()
    except (OSError, RuntimeError):  # links that go round in a circle
        return None
    return place if place.is_relative_to(home) else None


def is_file(place: Path) -> bool:
    """Whether a file is there; none is where a name is longer than any file's can be."""
    return _holds(place.is_file)


def is_folder(place: Path) -> bool:
    """Whether a folder is there, likewise."""
    return _holds(place.is_dir)


def _holds(asked: Callable[[], bool]) -> bool:
    try:
        return asked()
    except OSError:
        return False


def file_within(folder: Path, path: str) -> Path | None:
    """The file at a path in a folder; None if there is none, or if the path leads out."""
    place = within(folder, path)
    return place if place and is_file(place) else None


def beside(place: Path) -> list[Path]:
    """The files that stand where a file was looked for, in the order of their names."""
    try:
        return sorted(each for each in place.parent.glob("*") if each.is_file())
    except OSError:  # there is no such folder, or nobody may look into it
        return []
