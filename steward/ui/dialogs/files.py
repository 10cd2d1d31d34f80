"""Choosing files, without ever opening one.

A dialog that looks into files to guess their icon would open and close the store that this program works in. On POSIX
systems closing any handle of a file drops all locks that the process holds on it, SQLite's among them; another process
then takes the store for unused. So the icons here go by the name alone, and where the system's own dialog runs inside
this process (Linux) Qt's is used.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileInfo
from PySide6.QtWidgets import QFileDialog, QFileIconProvider

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QWidget


STORE_SUFFIX = ".steward"


class NameOnlyIcons(QFileIconProvider):
    """Icons and kinds of files by folder or file, never by what is in them."""

    def icon(self, of: QFileInfo | QFileIconProvider.IconType) -> QIcon:
        if isinstance(of, QFileInfo):
            of = QFileIconProvider.IconType.Folder if of.isDir() else QFileIconProvider.IconType.File
        return super().icon(of)

    def type(self, info: QFileInfo) -> str:
        return "" if info.isDir() else info.suffix().upper()


def file_dialog(parent: QWidget, title: str, kinds: Sequence[str]) -> QFileDialog:
    """A dialog for files of these kinds (``"Excel workbook (*.xlsx)"``); the caller says which mode."""
    dialog = QFileDialog(parent, title)
    if sys.platform not in ("win32", "darwin"):
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        icons = NameOnlyIcons()
        dialog.setIconProvider(icons)
        # The dialog does not keep the provider alive.
        dialog.setProperty("icons", icons)
    dialog.setNameFilters(list(kinds))
    return dialog


def ask_existing(parent: QWidget, title: str, folder: Path, kinds: Sequence[str]) -> Path | None:
    """Ask for a file that is there."""
    dialog = file_dialog(parent, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setDirectory(str(folder))
    return _answer(dialog)


def ask_target(parent: QWidget, title: str, suggested: Path, kinds: Sequence[str]) -> Path | None:
    """Ask where to write; without an ending the chosen kind's is added."""
    dialog = file_dialog(parent, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDirectory(str(suggested.parent))
    dialog.selectFile(suggested.name)
    chosen = _answer(dialog)
    if chosen is None or chosen.suffix:
        return chosen
    return chosen.with_suffix(dialog.selectedNameFilter().partition("*")[2].rstrip(")"))


def as_store(path: Path) -> Path:
    """The same path with the ending of stores."""
    return path if path.suffix == STORE_SUFFIX else path.with_name(path.name + STORE_SUFFIX)


def _answer(dialog: QFileDialog) -> Path | None:
    try:
        chosen = dialog.selectedFiles() if dialog.exec() else []
        return Path(chosen[0]) if chosen else None
    finally:
        dialog.deleteLater()
