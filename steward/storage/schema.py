"""Bringing the file of a store to the schema of this version of the program."""

from __future__ import annotations

import logging
import sqlite3
from typing import TYPE_CHECKING

from sqlalchemy import text

from steward.storage.store_file import APPLICATION_ID, SCHEMA_VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

log = logging.getLogger(__name__)


def migrate(engine: Engine) -> None:
    """Make the tables of this version, out of nothing or out of those of an earlier one."""
    # Imported here: Alembic costs a third of a second that an up-to-date store need not pay.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "steward.storage:migrations")
    with engine.execution_options(is_writing=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.execute(text(f"PRAGMA application_id={APPLICATION_ID}"))
        connection.execute(text(f"PRAGMA user_version={SCHEMA_VERSION}"))
    with engine.connect() as connection:
        # The version must be in the file itself, not only in the log beside it: the next open reads the first bytes.
        connection.rollback()
        raw = connection.connection.driver_connection
        if raw is not None:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def back_up(path: Path, version: int) -> None:
    """Keep a copy of the store as it is with this earlier schema, beside it."""
    copy = path.with_name(f"{path.stem}.backup-{version}{path.suffix}")
    log.info("backing up %s to %s before its schema changes", path, copy)
    with sqlite3.connect(path) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    source.close()
    target.close()
