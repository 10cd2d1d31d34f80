"""Where the files under resources/ are, in the source tree and in a frozen bundle. Nothing else knows."""

from __future__ import annotations

import csv
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath


def resource_path(name: str) -> Path:
    """The path of a resource by its name below resources/, for example ``"reference/titles.csv"``.

    Raises ValueError for an absolute name or one that climbs out with "..".
    """
    if PurePosixPath(name).is_absolute() or PureWindowsPath(name).anchor or ".." in PureWindowsPath(name).parts:
        raise ValueError(f"{name!r} is not a name below the resources folder")
    return _root() / name


def read_text(name: str) -> str:
    """The text of a resource file (UTF-8)."""
    return resource_path(name).read_text(encoding="utf-8")


def read_lines(name: str) -> list[str]:
    """The filled lines of a resource file, without its comments, which start with "#"."""
    return [line.strip() for line in read_text(name).splitlines() if line.strip() and not line.startswith("#")]


def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV resource by column name."""
    return list(csv.DictReader(read_lines(name)))


def sample_lists() -> list[Path]:
    """The files of the sample lists, in the order of their names."""
    return sorted(path for path in resource_path("samples").iterdir() if path.suffix in {".xlsx", ".csv"})


def _root() -> Path:
    # PyInstaller unpacks data files into the folder that it names here.
    bundle = getattr(sys, "_MEIPASS", None)
    base = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return base / "resources"
