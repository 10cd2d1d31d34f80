"""In which clusters a record has a value, attribute by attribute: each is kept as one piece, as it is counted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from steward.storage.tables import ClusterValuesRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class StoredValues:
    """The values of an attribute; None where they are too many to be listed.

    ``sizes`` and ``clusters``: whole numbers of four bytes, the lowest first: the number of clusters of each value, and
    their ids, value after value.
    """

    texts: tuple[str, ...] | None
    sizes: bytes = b""
    clusters: bytes = b""


def forget(session: Session) -> None:
    """Drop them all."""
    session.execute(delete(ClusterValuesRow))


def read(session: Session) -> dict[str, StoredValues]:
    """Those of every attribute that has any."""
    columns = (ClusterValuesRow.attribute, ClusterValuesRow.texts, ClusterValuesRow.sizes, ClusterValuesRow.clusters)
    return {
        attribute: StoredValues(tuple(json.loads(texts)) if texts else None, sizes, clusters)
        for attribute, texts, sizes, clusters in session.execute(select(*columns))
    }


def save(session: Session, values: Mapping[str, StoredValues]) -> None:
    """Keep these in place of all that was there."""
    forget(session)
    rows = [
        {
            "attribute": attribute,
            "texts": "" if found.texts is None else json.dumps(found.texts, ensure_ascii=False),
            "sizes": found.sizes,
            "clusters": found.clusters,
        }
        for attribute, found in values.items()
    ]
    if rows:
        session.execute(insert(ClusterValuesRow), rows)
