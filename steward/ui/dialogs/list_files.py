"""Files that can be departments' lists: dropped on the window, or chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog

from steward.ui.dialogs.files import file_dialog

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent
    from PySide6.QtWidgets import QWidget

LIST_SUFFIXES = frozenset(
    {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt", ".parquet", ".vcf", ".zip"}
)


def dropped_lists(event: QDropEvent) -> list[Path]:
    """The local files of a drop that can be lists."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in LIST_SUFFIXES]


def list_dialog(parent: QWidget) -> QFileDialog:
    """A dialog for any number of lists; it goes when it is closed."""
    patterns = " ".join(f"*{suffix}" for suffix in sorted(LIST_SUFFIXES))
    kinds = [QCoreApplication.translate("ListFiles", "Lists ({patterns})").format(patterns=patterns)]
    dialog = file_dialog(parent, QCoreApplication.translate("ListFiles", "Load a list"), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def save_dialog(parent: QWidget, title: str, kind: str, suggested: str) -> QFileDialog:
    """A dialog for where to save; ``kind`` such as "Excel workbook (*.xlsx)" gives the ending. It goes when closed."""
    dialog = file_dialog(parent, title, [kind])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(kind.partition("*.")[2].rstrip(")"))
    dialog.selectFile(suggested)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
