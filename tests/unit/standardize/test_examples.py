"""The examples in the docstrings say the truth."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import steward.standardize

_MODULES = [f"steward.standardize.{module.name}" for module in pkgutil.iter_modules(steward.standardize.__path__)]


@pytest.mark.parametrize("module", _MODULES)
def test_examples_give_what_they_show(module: str) -> None:
    assert doctest.testmod(importlib.import_module(module)).failed == 0
