"""The samples of a picture as inks: what each pixel lays, as finely as ink is measured."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from PIL import Image, UnidentifiedImageError
from pypdf.errors import PyPdfError

from briefing.preflight.functions import floats
from briefing.reading import items, resolved

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pypdf.generic import StreamObject

    from briefing.preflight.spaces import Space

PIXELS = 60_000_000
"""The pixels of a picture from which on it is not looked into: a poster at full fineness."""

_SIDE = 800
_READ_BY_PILLOW = frozenset({"/DCTDecode", "/DCT", "/JPXDecode"})
_NOT_READ = frozenset({"/CCITTFaxDecode", "/CCF", "/JBIG2Decode"})
_BYTE = 8

Inks: TypeAlias = "dict[str, NDArray[np.floating[Any]]]"


def inks(picture: StreamObject, known: Space) -> Inks | None:
    """Each ink's share at each pixel; None where samples cannot be read or are no inks."""
    try:
        width, height = (int(resolved(picture[key])) for key in ("/Width", "/Height"))  # type: ignore[call-overload]
        if width * height > PIXELS or width < 1 or height < 1 or known.is_rgb:
            return None
        if _filters(picture) & _NOT_READ:  # one bit a pixel: counted as ink all over
            return {"Black": np.ones((1, 1))} if known.family == "DeviceGray" else None
        found = _samples(picture, width, height, known.components)
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, UnidentifiedImageError):
        return None
    if found is None:
        return None
    decode = floats(picture, "/Decode")
    if known.family != "Indexed" and decode[:2] == [1.0, 0.0]:
        found = 255 - found
    return _inks(_smaller(found, whole=known.family != "Indexed"), known)


def _filters(picture: StreamObject) -> set[str]:
    return {str(resolved(each)) for each in items(picture, "/Filter")}


def _samples(
    picture: StreamObject, width: int, height: int, components: int
) -> NDArray[np.uint8] | None:
    filters = _filters(picture)
    bits = resolved(picture.get("/BitsPerComponent", _BYTE))
    data = picture.get_data()
    if filters & _READ_BY_PILLOW:
        with Image.open(BytesIO(data)) as opened:
            if opened.width * opened.height > PIXELS:
                return None
            found = np.asarray(opened)
            inverted = opened.format == "JPEG" and opened.mode == "CMYK"
        return 255 - found if inverted else found  # Pillow turns Adobe's round, a PDF does not
    if bits == 1 and components == 1:
        row = (width + 7) // 8
        packed = np.frombuffer(data, np.uint8, row * height).reshape(height, row)
        return np.unpackbits(packed, axis=1)[:, :width] * np.uint8(255)
    wide = {8: 1, 16: 2}.get(int(bits), 0)  # type: ignore[call-overload]
    if not wide:
        return None
    flat = np.frombuffer(data, np.uint8, width * height * components * wide)
    return flat[::wide].reshape(height, width, components)


def _smaller(found: NDArray[np.uint8], *, whole: bool) -> NDArray[np.uint8]:
    """Fewer pixels where there are far more than ink is measured at: means, or every so many."""
    step = max(1, max(found.shape[:2]) // _SIDE)
    if step == 1:
        return found
    if not whole:
        return found[::step, ::step]
    high, wide = (side // step * step for side in found.shape[:2])
    parts = found[:high, :wide].reshape(high // step, step, wide // step, step, -1)
    mean: NDArray[np.uint8] = parts.mean(axis=(1, 3)).astype(np.uint8)
    return mean


def _inks(found: NDArray[np.uint8], known: Space) -> Inks | None:
    planes = found if found.ndim == 3 else found[:, :, np.newaxis]  # noqa: PLR2004 - rows, columns
    if known.family == "Indexed":
        return _looked_up(planes[:, :, 0], known)
    if planes.shape[2] < known.components:
        return None
    shares = planes[:, :, : known.components].astype(np.float32) / 255
    full = known.tint((1.0,) * known.components).inks or ()
    if known.components == 1 and not known.names:
        return {"Black": 1 - shares[:, :, 0]}
    if "All" in known.names:
        return {name: shares[:, :, 0] for name, _ in full}
    return {name: shares[:, :, place] for place, (name, _) in enumerate(full)}


def _looked_up(indices: NDArray[np.uint8], known: Space) -> Inks | None:
    tints = [known.tint((float(each),)).inks or () for each in range(256)]
    names = dict.fromkeys(name for tint in tints for name, _ in tint)
    tables = {
        name: np.array([dict(tint).get(name, 0.0) for tint in tints], np.float32) for name in names
    }
    return {name: table[indices] for name, table in tables.items()} or None
