"""A mapping that somebody wrote or exported, as ``Workspace.import_list`` takes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from steward.domain.errors import MappingError
from steward.domain.source_keys import key_headers, key_name
from steward.exchange.mapping import Mapping
from steward.exchange.targets import ColumnRule
from steward.exchange.writers.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict
    from pathlib import Path


def read_mapping(text: str) -> dict[str, str]:
    """Header -> target from JSON text: ``{"key": ..., "columns": {...}}`` or just the columns. Raises MappingError."""
    try:
        content = json.loads(text)
    except ValueError:
        content = None
    if isinstance(content, dict) and "columns" not in content:
        text = json.dumps({"key": "", "columns": content})
    mapping = Mapping.from_json(text)
    targets = dict(mapping.columns)
    for header in key_headers(mapping.key_column, tuple(targets)) or filter(None, (mapping.key_column,)):
        # Taken out and put at the end: the order of a key's columns is the order of their targets.
        targets.pop(header, None)
        targets[header] = ColumnRule.SOURCE_KEY
    return targets


def names_key(targets: Dict[str, str]) -> bool:
    """Whether a mapping says which column is the key."""
    return ColumnRule.SOURCE_KEY in targets.values()


def load_mapping(path: Path) -> dict[str, str]:
    """Header -> target from a file that somebody saved. Raises MappingError."""
    try:
        return read_mapping(path.read_text(encoding="utf-8-sig"))
    except OSError as err:
        raise MappingError(f"{path.name} can't be read; check the disk and try again.", code="unreadable") from err
    except UnicodeDecodeError as err:
        raise MappingError(
            f"{path.name} is not a mapping; choose a file that was saved as one.", code="no_map"
        ) from err


def save_mapping(path: Path, targets: Dict[str, str]) -> None:
    """Write a mapping that ``load_mapping`` and ``steward import --mapping`` take. Raises ExportError."""
    key = key_name([header for header, target in targets.items() if target == ColumnRule.SOURCE_KEY])
    with replacing(path) as part:
        part.write_text(Mapping(key, tuple(targets.items())).to_json() + "\n", encoding="utf-8")
