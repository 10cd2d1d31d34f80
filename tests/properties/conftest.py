"""The properties' own modules tell what they compared when it differs."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("tests.properties.random_steward", "tests.properties.watched_store")
