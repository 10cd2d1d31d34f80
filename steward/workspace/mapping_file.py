"""A mapping that somebody wrote or exported, as ``Workspace.import_list`` takes it."""

from __future__ import annotations

import json

from steward.exchange.mapping import Mapping
from steward.exchange.targets import ColumnRule


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
    if mapping.key_column:
        targets[mapping.key_column] = ColumnRule.SOURCE_KEY
    return targets
