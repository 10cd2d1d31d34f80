"""Damage that spreadsheets and people do to lists: found, counted and named, never repaired here."""

from __future__ import annotations

from steward.exchange.damages.finder import ColumnDamage, find_damage
from steward.exchange.damages.kinds import Damage

__all__ = ["ColumnDamage", "Damage", "find_damage"]
