"""What became of a CIN: when it was given and retired, and who stands for it since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.errors import StewardError
from steward.domain.identity import format_cin
from steward.storage.customers import cin_history
from steward.storage.log import decisions
from steward.storage.privacy import privacy_acts
from steward.workspace.customers.customer_views import CinHolder, CinStory

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from steward.domain.decisions import DecisionId
    from steward.domain.identity import Cin


def cin_story(session: Session, cin: str) -> CinStory:
    """The story of a CIN that was ever given. Raises StewardError for any other."""
    entries = cin_history.given_and_retired(session, cin)
    if entries is None:
        raise StewardError(f"CIN {format_cin(cin)} was never given; check the number.", code="no_cin")
    given, retired = entries
    records = cin_history.members_ever(session, cin) if retired is None else cin_history.last_members(session, cin)
    held: dict[Cin, list[DecisionId]] = {}
    for _, current, since in cin_history.memberships_of(session, records):
        held.setdefault(current, []).append(since)
    return CinStory(
        cin=cin,
        given_at=_moment(session, given),
        retired_at=None if retired is None else _moment(session, retired),
        now=tuple(
            CinHolder(current, _moment(session, min(since)), len(since)) for current, since in sorted(held.items())
        ),
        is_restricted=bool(privacy_acts.restrictions_of(session, cin)),
    )


def _moment(session: Session, number: DecisionId) -> datetime:
    decision = decisions.get_decision(session, number)
    if decision is None:
        raise StewardError(f"Decision #{number} is missing from the log; run steward verify.", code="missing_entry")
    return decision.decided_at
