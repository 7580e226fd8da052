"""Judges on files with appendices of every maker: what claims a standard keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Faults
from tests.judges.qpdf import SOUNDNESS
from tests.judges.verapdf import STANDARDS, claims
from tests.unit.pdf.bound import TAGGED, UNTAGGED, WORDS, bound, made_by
from tests.unit.pdf.hostile import ARMED, armed
from tests.unit.pdf.test_carried import CSV, with_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.judges.finding import Judge

    Present = Callable[[Judge], Judge]


def test_files_of_every_maker_keep_what_the_whole_claims(present: Present, tmp_path: Path) -> None:
    files = []
    for maker in (*TAGGED, *UNTAGGED):
        for fit in (False, True):
            words = WORDS if maker in UNTAGGED else ""
            files.append(tmp_path / f"{maker}-{'fitted' if fit else 'kept'}.pdf")
            files[-1].write_bytes(bound(made_by(maker), description=words, fit=fit).data)
    assert {frozenset(claims(file)) for file in files} == {frozenset({"PDF/UA-1", "PDF/A-3a"})}
    for judge in (present(STANDARDS), present(SOUNDNESS)):
        assert [str(each) for each in judge.judge(files)] == []


def test_files_that_would_act_keep_it_too(present: Present, tmp_path: Path) -> None:
    files = []
    for number, kind in enumerate(ARMED):
        files.append(tmp_path / f"{number}.pdf")
        try:
            files[-1].write_bytes(bound(armed(kind)).data)
        except Faults:
            files.pop()
    assert len(files) > 30
    for judge in (present(STANDARDS), present(SOUNDNESS)):
        assert [str(each) for each in judge.judge(files)] == []


def test_files_within_are_attached_as_pdf_a_wants_it(present: Present, tmp_path: Path) -> None:
    file = tmp_path / "attached.pdf"
    file.write_bytes(bound(with_files(figures_csv=CSV, notes_xml=b"<a/>")).data)
    for judge in (present(STANDARDS), present(SOUNDNESS)):
        assert [str(each) for each in judge.judge([file])] == []
