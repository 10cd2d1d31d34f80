"""E-mail addresses: cleaned, mistypings shown but not hidden, keys for matching."""

from __future__ import annotations

import pytest

from steward.standardize.emails import email_key, is_role_address, split_emails, standardize_email, suggest_email
from steward.standardize.standard_value import ValueStatus


@pytest.mark.parametrize(
    ("raw", "expected", "status"),
    [
        ("Budi.S@Gmail.com", "budi.s@gmail.com", ValueStatus.VALID),
        ("mailto:budi@maju.co.id", "budi@maju.co.id", ValueStatus.VALID),
        ("Budi <budi@maju.co.id>", "budi@maju.co.id", ValueStatus.VALID),
        (" budi@maju.co.id, ", "budi@maju.co.id", ValueStatus.VALID),
        ("bu di@maju.co.id", "budi@maju.co.id", ValueStatus.VALID),
        ("nanang+toko@gmail.com", "nanang+toko@gmail.com", ValueStatus.VALID),
        ("budi[at]gmail.com", "budi@gmail.com", ValueStatus.DOUBTFUL),
        ("budi@@yahoo.com", "budi@yahoo.com", ValueStatus.DOUBTFUL),
        ("budi@gmail,com", "budi@gmail.com", ValueStatus.DOUBTFUL),
        ("budigmail.com", "budi@gmail.com", ValueStatus.DOUBTFUL),
        ("budi@gmial.com", "budi@gmial.com", ValueStatus.DOUBTFUL),
        ("budi@gmail", "budi@gmail", ValueStatus.DOUBTFUL),
        ("budi@maju", "budi@maju", ValueStatus.INVALID),
        ("081234506789", "", ValueStatus.INVALID),
        ("na@na.com", "", ValueStatus.PLACEHOLDER),
        ("NOEMAIL@gmail.com", "", ValueStatus.PLACEHOLDER),
        ("xxx@yahoo.com", "", ValueStatus.PLACEHOLDER),
        ("tidak ada", "", ValueStatus.PLACEHOLDER),
        ("-", "", ValueStatus.PLACEHOLDER),
        ("", "", ValueStatus.EMPTY),
    ],
)
def test_an_address_is_cleaned_and_judged(raw: str, expected: str, status: ValueStatus) -> None:
    found = standardize_email(raw)

    assert (found.value, found.status) == (expected, status)


def test_a_mistyped_provider_is_suggested_not_repaired() -> None:
    assert suggest_email("budi@gmial.com") == "budi@gmail.com"
    assert suggest_email("budi@gmail.com") == ""


@pytest.mark.parametrize(
    ("standard", "expected"),
    [
        ("b.udi+toko@gmail.com", "budi@gmail.com"),
        ("budi@googlemail.com", "budi@gmail.com"),
        ("b.udi@gmial.com", "budi@gmail.com"),
        ("b.udi+x@outlook.com", "b.udi@outlook.com"),
        ("b.udi@yahoo.com", "b.udi@yahoo.com"),
        ("budi+x@maju.co.id", "budi+x@maju.co.id"),
    ],
)
def test_the_key_sees_through_what_providers_ignore(standard: str, expected: str) -> None:
    assert email_key(standard) == expected


def test_shared_mailboxes_are_known() -> None:
    assert is_role_address("info@maju.co.id")
    assert is_role_address("sales2@maju.co.id")
    assert not is_role_address("budi@maju.co.id")


def test_a_cell_can_hold_several_addresses() -> None:
    assert split_emails("a@x.id / b@y.id; c@z.id") == ("a@x.id", "b@y.id", "c@z.id")
    assert split_emails("budi@gmail,com") == ("budi@gmail,com",)
