"""What a customer asked for: restriction and withdrawn consents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.privacy import Channel, Rights
from steward.storage.customers import crosswalk
from steward.storage.privacy import privacy_acts

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from steward.domain.identity import Cin

_CHANNEL_OF = {"consent": Channel.ALL, **{f"consent_{c.value}": c for c in Channel if c is not Channel.ALL}}


def rights_of(session: Session, cin: Cin) -> Rights:
    """The acts in force about a customer's rights."""
    members = crosswalk.members_of(session, [cin])[cin]
    withdrawn = {
        _CHANNEL_OF[consent]: decision_id
        for _, consents in sorted(privacy_acts.withdrawals(session, members).items())
        for consent, decision_id in consents.items()
    }
    ordered = {channel: withdrawn[channel] for channel in Channel if channel in withdrawn}
    return Rights(tuple(privacy_acts.restrictions_of(session, cin)), ordered)
