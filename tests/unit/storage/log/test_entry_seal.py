"""A log entry is sealed for good, and can lose what it says of a person without losing its seal."""

from __future__ import annotations

import pytest

from steward.storage.log.entry_seal import digest_of, is_whole, replace_content, replaced_digests, seal
from steward.storage.tables import DecisionRow


@pytest.fixture
def entry() -> DecisionRow:
    row = DecisionRow(
        id=7,
        kind="comment",
        decided_at="2026-05-01T08:00:00+00:00",
        decided_by="Ratna",
        reason="she called",
        entry='{"values":{"text":"Sri"}}',
        delivery_id=None,
        previous_hash="before",
    )
    seal(row)
    return row


def test_a_sealed_entry_is_whole(entry: DecisionRow) -> None:
    assert is_whole(entry, {})


@pytest.mark.parametrize(
    "name", ["kind", "decided_at", "decided_by", "reason", "entry", "previous_hash", "salt", "hash"]
)
def test_an_entry_that_was_changed_is_not(entry: DecisionRow, name: str) -> None:
    setattr(entry, name, "changed")
    assert not is_whole(entry, {})


def test_replaced_content_is_whole_only_as_the_erasure_vouches_for_it(entry: DecisionRow) -> None:
    before, salt = entry.hash, entry.salt
    digest = replace_content(entry, "(erased)", '{"values":{}}')
    assert entry.hash == before
    assert entry.salt != salt
    assert is_whole(entry, {7: digest})
    assert not is_whole(entry, {})
    entry.reason = "changed"
    assert not is_whole(entry, {7: digest})


def test_the_digest_that_stays_can_not_be_guessed_from_the_content(entry: DecisionRow) -> None:
    same = DecisionRow(reason=entry.reason, entry=entry.entry, salt="")
    assert digest_of(same) != entry.content_digest


def test_the_last_erasure_of_an_entry_counts() -> None:
    assert replaced_digests([{"replaced": [[3, "a"], [4, "b"]]}, {}, {"replaced": [[3, "c"]]}]) == {3: "c", 4: "b"}
