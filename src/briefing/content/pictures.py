"""Pictures of a project: found in its folder, opened once, refused with a reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PIL import ExifTags, Image, UnidentifiedImageError

from briefing.claims.naming import meant
from briefing.files import beside, is_file, within

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.diagnostics import Diagnostics, Source

FORMATS = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg")}
"""The kinds of file that can be printed, and how their names end."""
MODES = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK"})
LARGEST_FILE = 40 * 2**20
LARGEST_PICTURE = 60_000_000
"""Bytes of a file and pixels of a picture above which it does not belong on a page."""

_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SIGNATURES = (b"\x89PNG\r\n", b"\xff\xd8\xff")
_ON_ITS_SIDE = frozenset({5, 6, 7, 8})
_COPY = "copy the picture into the project's folder"


@dataclass(frozen=True, slots=True)
class Found:
    """A picture that can be printed: its file, its path within the project, its pixels upright."""

    file: str
    path: str
    pixels: tuple[int, int]


class _RefusedError(Exception):
    """Why a picture cannot be printed: code, message, remedy."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.hint = code, hint


@dataclass(slots=True)
class Album:
    """The pictures of one document; it grows while the words are bound.

    `screen` and `press` say which files are made of the document.
    """

    folder: Path
    screen: bool = True
    press: bool = False
    found: dict[str, Found] = field(default_factory=dict)

    def picture(self, address: str, where: Source, diagnostics: Diagnostics) -> Found | None:
        """The picture at an address as Markdown has it; None if it was reported as unusable."""
        path = _decoded(address)
        if path not in self.found:
            try:
                self.found[path] = self._opened(path)
            except _RefusedError as fault:
                diagnostics.error(fault.code, str(fault), where, fault.hint)
                return None
        return self.found[path]

    def _opened(self, path: str) -> Found:
        file = self._file(path)
        if file.stat().st_size > LARGEST_FILE:
            raise _RefusedError(
                "picture-size",
                f"'{path}' is larger than {LARGEST_FILE // 2**20} MB",
                "save it smaller: 300 pixels an inch where it is printed are plenty",
            )
        try:
            with Image.open(file) as picture:
                self._check(picture, path)
                picture.load()
                width, height = picture.size
                turned = picture.getexif().get(ExifTags.Base.Orientation) in _ON_ITS_SIDE
        except UnidentifiedImageError as fault:
            if _signature(file).startswith(_SIGNATURES):
                raise _broken(path, "its head cannot be read") from fault
            raise _format_fault(path) from fault
        except Image.DecompressionBombError as fault:
            raise _too_large(path) from fault
        except (OSError, ValueError, SyntaxError) as fault:
            raise _broken(path, str(fault)) from fault
        return Found(str(file), path, (height, width) if turned else (width, height))

    def _file(self, path: str) -> Path:
        if _ADDRESS.match(path):
            raise _RefusedError(
                "picture-path",
                f"'{path}' is no file of the project",
                _COPY,
            )
        file = within(self.folder, path)
        if file is None:
            raise _RefusedError(
                "picture-path",
                f"'{path}' leads out of the project's folder",
                _COPY,
            )
        if not is_file(file):
            home = self.folder.resolve()
            ends = tuple(end for each in FORMATS.values() for end in each)
            near = [
                each.relative_to(home).as_posix()
                for each in beside(file)
                if each.name.lower().endswith(ends)
            ]
            hint = meant(path, near, "pictures there") if near else _COPY
            raise _RefusedError("picture-file", f"there is no picture '{path}'", hint)
        return file

    def _check(self, picture: Image.Image, path: str) -> None:
        if picture.format not in FORMATS:
            raise _format_fault(path)
        if picture.width * picture.height > LARGEST_PICTURE:
            raise _too_large(path)
        if picture.mode not in MODES:
            raise _RefusedError(
                "picture-format",
                f"'{path}' has colours that cannot be printed ({picture.mode})",
                "save it with 8 bits a channel, in grey or RGB",
            )
        if picture.mode == "CMYK" and self.screen:
            raise _RefusedError(
                "picture-cmyk",
                f"'{path}' is in CMYK and cannot stand in a screen file",
                "save it in RGB: the press file converts it by its ICC profile",
            )


def _signature(file: Path) -> bytes:
    """The first signs of a file, by which its kind is known even if the rest is spoilt."""
    with file.open("rb") as opened:
        return opened.read(max(map(len, _SIGNATURES)))


def _broken(path: str, why: str) -> _RefusedError:
    message = f"'{path}' is damaged: {why}"
    return _RefusedError("picture-broken", message, "save the picture again")


def _too_large(path: str) -> _RefusedError:
    return _RefusedError(
        "picture-size",
        f"'{path}' has more than {LARGEST_PICTURE // 1_000_000} million pixels",
        "save it smaller: 300 pixels an inch where it is printed are plenty",
    )


def _format_fault(path: str) -> _RefusedError:
    hint = "save the picture as one of these"
    return _RefusedError("picture-format", f"'{path}' is neither {' nor '.join(FORMATS)}", hint)


def _decoded(address: str) -> str:
    """An address without its percent signs: Markdown encodes whatever is not ASCII."""
    return _ENCODED.sub(
        lambda match: bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "replace"), address
    )
