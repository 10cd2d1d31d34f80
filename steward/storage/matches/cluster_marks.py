"""What the records of each cluster have in common in an attribute: a byte for every cluster, the first is that of 1.

A column for each attribute, kept as one piece, is counted in a few milliseconds; rows of a table are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from steward.storage.tables import ClusterMarksRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session


def forget(session: Session) -> None:
    """Drop them all."""
    session.execute(delete(ClusterMarksRow))


def read(session: Session) -> dict[str, bytes]:
    """The marks in each attribute that the records of any cluster have."""
    query = select(ClusterMarksRow.attribute, ClusterMarksRow.marks).order_by(ClusterMarksRow.attribute)
    return {row.attribute: row.marks for row in session.execute(query)}


def save(session: Session, marks: Mapping[str, bytes]) -> None:
    """Keep these in place of what was there for these attributes."""
    if marks:
        given = insert(ClusterMarksRow)
        query = given.on_conflict_do_update(index_elements=["attribute"], set_={"marks": given.excluded.marks})
        session.execute(query, [{"attribute": name, "marks": found} for name, found in marks.items()])
