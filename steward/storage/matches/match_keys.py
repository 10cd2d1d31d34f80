"""What records are compared by, as bytes that the workspace reads: all of it once, and in parts what changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, update

from steward.storage.tables import MatchKeysRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session


def forget(session: Session) -> None:
    """Drop all parts."""
    session.execute(delete(MatchKeysRow))


def add_part(session: Session, contents: Iterable[tuple[str, bytes]]) -> None:
    """Keep one more part: names, each with the bytes of what it names."""
    part = (session.scalar(select(func.max(MatchKeysRow.part))) or 0) + 1
    for name, content in contents:
        session.execute(insert(MatchKeysRow), {"part": part, "name": name, "content": content})


def parts(session: Session) -> list[int]:
    """The numbers of the parts, oldest first."""
    return list(session.scalars(select(MatchKeysRow.part).distinct().order_by(MatchKeysRow.part)))


def names(session: Session, part: int) -> list[str]:
    """What a part holds bytes of."""
    return list(session.scalars(select(MatchKeysRow.name).where(MatchKeysRow.part == part)))


def content(session: Session, part: int, name: str) -> bytes:
    """The bytes of a part under one name."""
    query = select(MatchKeysRow.content).where(MatchKeysRow.part == part, MatchKeysRow.name == name)
    return session.scalars(query).one()


def set_content(session: Session, part: int, name: str, content: bytes) -> None:
    """Put other bytes in their place."""
    mine = (MatchKeysRow.part == part) & (MatchKeysRow.name == name)
    session.execute(update(MatchKeysRow).where(mine).values(content=content))
