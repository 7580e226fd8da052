"""The writer: pages, tree and profile become the bytes of a PDF, and other PDFs are appended."""

from __future__ import annotations
