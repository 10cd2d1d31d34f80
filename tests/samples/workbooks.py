"""Workbooks that are the same bytes whenever they are written."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

WRITTEN_AT = datetime(2026, 6, 30, 17, 0, 0)


def save(workbook: Workbook, path: Path) -> None:
    """Write a workbook without the time of writing, which openpyxl puts into two places."""
    workbook.properties.creator = "Steward sample lists"
    workbook.properties.created = WRITTEN_AT
    as_written = io.BytesIO()
    workbook.save(as_written)
    with zipfile.ZipFile(as_written) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2026-06-30T17:00:00Z", content)
            entry = zipfile.ZipInfo(name, date_time=WRITTEN_AT.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, content)


def members(path: Path) -> dict[str, bytes]:
    """What a workbook holds, independent of how well the zlib at hand compresses."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
