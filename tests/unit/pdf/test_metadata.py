from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from briefing.pdf.metadata import Metadata, packet
from briefing.pdf.write import write
from briefing.profiles import PRESS, SCREEN
from tests.unit.pdf.documents import FACES, METADATA, one_of_everything, opened, press, screen


def test_both_records_of_the_title_agree() -> None:
    reader = opened(screen(*one_of_everything()))
    assert reader.metadata is not None
    xmp = reader.xmp_metadata
    assert xmp is not None
    assert reader.metadata.title == METADATA.title
    assert xmp.dc_title == {"x-default": METADATA.title}
    assert xmp.dc_description == {"x-default": METADATA.subject}
    assert xmp.dc_creator == [METADATA.author]
    assert xmp.xmp_create_date == datetime(2017, 6, 1, 12, 30)  # noqa: DTZ001 - pypdf drops the zone
    assert reader.metadata.creation_date == METADATA.created


def test_the_time_zone_is_kept() -> None:
    summer = timezone(timedelta(hours=1))
    metadata = Metadata("T", "A", "en", datetime(2017, 6, 1, 12, 0, tzinfo=summer))
    pages, tree = one_of_everything(1)
    reader = opened(write(pages, tree, SCREEN, metadata, FACES))
    assert reader.metadata is not None
    assert reader.metadata.creation_date_raw == "D:20170601120000+01'00'"
    assert b"2017-06-01T12:00:00+01:00" in packet(metadata, SCREEN, "0" * 32)


def test_a_date_without_a_zone_is_refused() -> None:
    naive = datetime(2017, 6, 1, tzinfo=UTC).replace(tzinfo=None)
    pages, tree = one_of_everything(1)
    with pytest.raises(ValueError, match="time zone"):
        write(pages, tree, SCREEN, Metadata("T", "A", "en", naive), FACES)


def test_the_screen_file_claims_what_its_profile_promises() -> None:
    xmp = packet(METADATA, SCREEN, "0" * 32)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert b"<pdfaid:part>3</pdfaid:part>" in xmp
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in xmp


def test_the_press_file_says_that_it_is_not_trapped() -> None:
    reader = opened(press(*one_of_everything()))
    assert reader.metadata is not None
    assert reader.metadata["/Trapped"] == "/False"
    assert reader.metadata["/GTS_PDFXVersion"] == "PDF/X-4"
    xmp = packet(METADATA, PRESS, "0" * 32)
    assert b"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in xmp
    assert b"<pdf:Trapped>False</pdf:Trapped>" in xmp
    assert b"pdfaid" not in xmp
