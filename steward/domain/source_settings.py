"""What a steward set for a source: how its deliveries are compared, and what becomes of records that stay away."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MissingPolicy(StrEnum):
    """What a full delivery does to a record that it no longer holds. Nothing is deleted in any case."""

    KEEP = "keep"  # the record counts as before
    GRACE = "grace"  # it counts until it stayed away from so many full deliveries, or for so many days
    END = "end"  # it no longer counts; the next delivery that holds it brings it back


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """How the deliveries of a source are taken. ``grace_days`` and ``grace_deliveries`` of 0 play no part.

    ``is_key_declared``: a steward named the key column, so that a row without a key is held back.
    ``ignored_columns``: headers whose cells change without the record being changed, such as a date of printing.
    """

    missing: MissingPolicy = MissingPolicy.KEEP
    grace_deliveries: int = 3
    grace_days: int = 0
    ignored_columns: tuple[str, ...] = ()
    is_key_declared: bool = False


USUAL_SETTINGS = SourceSettings()
