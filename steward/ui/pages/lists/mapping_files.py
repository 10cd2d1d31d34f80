"""The mapping of a list as a file of its own: saved for the next time or for a colleague, and used again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from steward.ui.dialogs.files import file_dialog
from steward.ui.dialogs.list_files import save_dialog
from steward.workspace.lists.mapping_file import load_mapping, save_mapping

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.page import PageContext
    from steward.ui.pages.lists.load_flow import LoadFlow


class MappingFiles(QObject):
    """Asks for a file without blocking the window, and reads or writes it in the background."""

    def __init__(self, context: PageContext, flow: LoadFlow, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._flow, self._window = context, flow, parent
        flow.file_card.save_asked.connect(self.ask_target)
        flow.file_card.open_asked.connect(self.ask_file)

    def ask_target(self) -> None:
        """Where to save the mapping that stands now."""
        plan = self._flow.plan
        if plan is None:
            return
        name = f"{plan.source or Path(plan.preview.path).stem}.json"
        dialog = save_dialog(self._window, self.tr("Save the mapping"), self.tr("Mappings (*.json)"), name)
        dialog.filesSelected.connect(self._on_target)
        dialog.open()

    def ask_file(self) -> None:
        """Which saved mapping to use."""
        dialog = file_dialog(self._window, self.tr("Use a saved mapping"), [self.tr("Mappings (*.json)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_file)
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the mapping that stands now."""
        plan = self._flow.plan
        if plan is not None:
            targets = {header: target for table in plan.included for header, target in table.targets.items()}

            def write() -> str:
                save_mapping(path, targets)
                return path.name

            self._context.jobs.read(write, self._on_saved)

    def use(self, path: Path) -> None:
        """Read a mapping and take what it says about the columns of the list."""
        self._context.jobs.read(lambda: load_mapping(path), self._on_read)

    def _on_target(self, names: Sequence[str]) -> None:
        self.save(Path(names[0]))

    def _on_file(self, names: Sequence[str]) -> None:
        self.use(Path(names[0]))

    def _on_saved(self, name: str) -> None:
        self._context.toast(self.tr("The mapping is saved as {file}").format(file=name))

    def _on_read(self, targets: dict[str, str]) -> None:
        count = self._flow.use_mapping(targets)
        self._context.toast(self.tr("%Ln columns became what the mapping says", "", count))
