"""An earlier time, as scripts and people name it: the number of a decision, or a day or moment."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from steward.domain.decisions import DecisionId
from steward.domain.errors import StewardError
from steward.storage.log import decisions

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

#: A decision's number, or a day or moment as text or value.
AsOf = int | str | date | datetime
#: The store counts no further.
_LAST_NUMBER = (1 << 63) - 1


def entry_at(session: Session, as_of: AsOf) -> DecisionId:
    """The last log entry at that time."""
    if isinstance(as_of, str | date):
        return decisions.last_before(session, _moment(as_of))
    if type(as_of) is not int or abs(as_of) > _LAST_NUMBER:
        raise _no_date(as_of)
    return DecisionId(as_of)


def _no_date(as_of: object) -> StewardError:
    return StewardError(f'"{as_of}" is no date; write it as 2026-05-31.', code="no_date")


def _moment(as_of: date | datetime | str) -> datetime:
    """The end of a day, or the moment itself, in UTC."""
    try:
        found = datetime.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    except ValueError as err:
        raise _no_date(as_of) from err
    is_day = not isinstance(found, datetime) or (isinstance(as_of, str) and len(as_of.strip()) == 10)
    if is_day:
        return datetime(found.year, found.month, found.day, 23, 59, 59, 999999, tzinfo=UTC)
    assert isinstance(found, datetime)
    return found.replace(tzinfo=found.tzinfo or UTC)
