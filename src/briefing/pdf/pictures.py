"""Raster pictures in a file: RGB for the screen; CMYK for the press, by ICC profiles only."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

from briefing.drawing import Picture
from briefing.pdf.objects import name
from briefing.profiles import ColourSpace

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostics
    from briefing.layout.pages import Pages
    from briefing.pdf.objects import Objects, Reference

_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}


@dataclass(frozen=True, slots=True)
class Embedded:
    """The pictures of a file: the resource name of each path, and the objects behind the names."""

    names: dict[str, str]
    objects: dict[str, Reference]


def paths(pages: Pages) -> dict[str, str]:
    """Every picture's path, with the label of the first page that shows it."""
    found: dict[str, str] = {}
    for page in pages.pages:
        for box in page.boxes:
            for mark in box.marks:
                if isinstance(mark, Picture):
                    found.setdefault(mark.path, page.label)
    return found


def check_pictures(pages: Pages, space: ColourSpace, diagnostics: Diagnostics) -> None:
    """Report pictures that cannot be read, or whose colours this file cannot have."""
    for path, label in paths(pages).items():
        try:
            with Image.open(path) as picture:
                picture.load()
                mode = picture.mode
        except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as fault:
            diagnostics.error(
                "unreadable-picture", f"the picture {path} on page {label} cannot be read: {fault}"
            )
            continue
        if mode == "CMYK" and space is ColourSpace.RGB:
            diagnostics.error(
                "picture-in-cmyk",
                f"the picture {path} on page {label} is in CMYK and cannot stand in a screen file",
                hint="Give the picture in RGB; the press file converts it by its ICC profile.",
            )


def embed_pictures(
    objects: Objects, pages: Pages, space: ColourSpace, icc: bytes | None, srgb: bytes
) -> Embedded:
    """Embed every picture once; `icc` is the profile of the press, `srgb` of the screen."""
    names: dict[str, str] = {}
    embedded: dict[str, Reference] = {}
    for place, path in enumerate(sorted(paths(pages)), 1):
        names[path] = f"P{place}"
        embedded[f"P{place}"] = _embed(objects, Path(path), space, icc, srgb)
    return Embedded(names, embedded)


def _embed(
    objects: Objects, path: Path, space: ColourSpace, icc: bytes | None, srgb: bytes
) -> Reference:
    with Image.open(path) as opened:
        opened.load()
        picture = _in_srgb(_upright(opened), srgb)
        as_it_is = picture is opened and opened.format == "JPEG"
        if as_it_is and picture.mode in {"L", "RGB"} and space is ColourSpace.RGB:
            return _stream(objects, picture, path.read_bytes(), Filter=name("DCTDecode"))
        soft = _soft_mask(objects, picture) if space is ColourSpace.RGB else None
        flat = _flat(picture)
        if space is ColourSpace.CMYK and flat.mode != "CMYK":
            flat = _converted(flat, srgb, icc or b"")
        return _stream(objects, flat, flat.tobytes(), SMask=soft)


def _upright(picture: Image.Image) -> Image.Image:
    """The picture as its camera was held; a file does not turn it for its reader."""
    turned = picture.getexif().get(ExifTags.Base.Orientation, 1) != 1
    return ImageOps.exif_transpose(picture) if turned else picture


def _in_srgb(picture: Image.Image, srgb: bytes) -> Image.Image:
    """The picture in the colours of the screen file, where its own profile says other ones."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode != "RGB":
        return picture
    try:
        own = ImageCms.getOpenProfile(BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(own):
            return picture
        converted = ImageCms.profileToProfile(picture, own, BytesIO(srgb))
    except ImageCms.PyCMSError:  # a profile that nothing can read says nothing
        return picture
    return converted or picture


def _stream(objects: Objects, picture: Image.Image, content: bytes, **keys: Any) -> Reference:
    return objects.stream(
        content,
        compress="Filter" not in keys,
        Type=name("XObject"),
        Subtype=name("Image"),
        Width=picture.width,
        Height=picture.height,
        BitsPerComponent=8,
        ColorSpace=name(_SPACES[picture.mode]),
        **keys,
    )


def _soft_mask(objects: Objects, picture: Image.Image) -> Reference | None:
    if not picture.has_transparency_data:
        return None
    alpha = picture.convert("RGBA").getchannel("A")
    return _stream(objects, alpha, alpha.tobytes())


def _flat(picture: Image.Image) -> Image.Image:
    """The picture without transparency, on white, in grey, RGB or CMYK."""
    if picture.mode in _SPACES and not picture.has_transparency_data:
        return picture
    clear = picture.convert("RGBA")
    ground = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(ground, clear).convert("RGB")


def _converted(picture: Image.Image, srgb: bytes, icc: bytes) -> Image.Image:
    """The picture in the colours of the press, through the profiles of both."""
    converted = ImageCms.profileToProfile(
        picture.convert("RGB"),
        BytesIO(srgb),
        BytesIO(icc),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="CMYK",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    if converted is None:
        raise ValueError("the picture was not converted")
    return converted
