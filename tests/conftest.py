"""What every test of the project may rely on."""

from __future__ import annotations

import gc
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

# Before anything imports Qt: tests never need a display.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy.util import LRUCache

from steward.storage import database
from steward.storage.schema import migrate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Dialect, Engine

# How long an example takes says more about a busy machine than about the code. The suite gives the same answer on every
# run: an example that nobody has met belongs to the long runs (--hypothesis-profile exploring), not to the next change.
settings.register_profile("steward", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("exploring", settings.get_profile("steward"), derandomize=False)
settings.load_profile("steward")


def pytest_collection_finish() -> None:
    """Thousands of tests and all their modules stay to the end: collecting garbage need not walk over them."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _stores_migrated_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Every new store goes through all migrations; of the first that a process makes, the later ones are copies."""
    template = tmp_path_factory.mktemp("empty") / "empty.steward"

    def migrate_or_copy(engine: Engine) -> None:
        path = Path(engine.url.database or "")
        if path.exists():
            migrate(engine)
        elif template.exists():
            shutil.copyfile(template, path)
        else:
            migrate(engine)
            shutil.copyfile(path, template)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "migrate", migrate_or_copy)
        yield


@pytest.fixture(scope="session", autouse=True)
def _statements_compiled_once() -> Iterator[None]:
    """What was made of a statement for one store serves every store: each test opens another, with the same tables."""
    make_engine, compiled = database._engine, LRUCache(2000)
    dialects: list[Dialect] = []

    def make(path: Path) -> Engine:
        engine = make_engine(path)
        # A part of the key under which a compiled statement is found.
        if not dialects:
            dialects.append(engine.dialect)
        engine.dialect = engine.pool._dialect = dialects[0]
        engine.update_execution_options(compiled_cache=compiled)
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "_engine", make)
        yield
