"""Which consents a withdrawal refuses, and what recognizes a person."""

from __future__ import annotations

from steward.domain.decisions import DecisionId
from steward.domain.privacy import Channel, IdentityKind, identities, refused_consents, with_withdrawals
from steward.domain.records import RecordId
from steward.domain.survivorship import GoldenValue, SurvivorshipRule


def golden(attribute: str, value: str) -> GoldenValue:
    return GoldenValue(attribute, 0, value, RecordId(1), SurvivorshipRule.ONLY_VALUE, 1)


def test_without_a_channel_every_consent_is_refused() -> None:
    every = ["consent", "consent_email", "consent_sms", "consent_whatsapp", "consent_phone"]
    assert list(refused_consents([])) == every
    assert list(refused_consents([Channel.EMAIL, Channel.ALL])) == every


def test_a_channel_is_refused_alone() -> None:
    assert refused_consents([Channel.SMS]) == {"consent_sms": "refused"}


def test_a_withdrawn_consent_takes_the_place_of_what_lists_say() -> None:
    values = (golden("name", "Sri"), golden("consent_email", "given"), golden("notes", "x"))
    name, refused, notes = with_withdrawals(values, {"consent_email": DecisionId(9)})
    assert (name, notes) == (values[0], values[2])
    assert (refused.value, refused.runner_up, refused.decision_id) == ("refused", "given", 9)
    assert refused.rule is SurvivorshipRule.MOST_RESTRICTIVE


def test_without_a_withdrawal_nothing_changes() -> None:
    values = (golden("consent", "given"),)
    assert with_withdrawals(values, {}) == values


def test_the_order_of_the_words_of_a_name_is_of_no_account() -> None:
    one = {"name": ("Sri Wahyuni",), "birth_date": ("1985-07-15",)}
    other = {"name": ("WAHYUNI Sri",), "birth_date": ("1985-07-15",)}
    assert list(identities(one)) == list(identities(other))


def test_doubtful_and_empty_values_recognize_nobody() -> None:
    assert list(identities({"nik": ("32730155078500??",), "phone": ("",), "name": ("Sri",), "birth_date": ("",)})) == []


def test_every_contact_recognizes() -> None:
    found = identities({"phone": ("+62811", "+62812"), "npwp": ("01",)})
    assert list(found) == [(IdentityKind.NPWP, "01"), (IdentityKind.PHONE, "+62811"), (IdentityKind.PHONE, "+62812")]
