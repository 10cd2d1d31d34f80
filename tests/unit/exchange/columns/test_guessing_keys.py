"""Guessing which column is the key."""

from __future__ import annotations

import pytest

from steward.domain.errors import MappingError
from steward.exchange.mapping import GuessReason, guess_mapping
from tests.guessed_columns import FAMILIES, MANY, NAMES, NIKS, PHONES, codes, guesses, numbers, table


def test_a_customer_code_is_preferred_as_key_over_a_running_number() -> None:
    mapping, found = guess_mapping(table(No=numbers(), Kode_Pelanggan=codes(), Nama=NAMES))
    assert mapping.key_column == "Kode Pelanggan"
    assert found[0].reason is GuessReason.RUNNING_NUMBER


def test_a_running_number_is_the_key_where_there_is_nothing_better() -> None:
    mapping, found = guess_mapping(table(No=numbers(), Nama=NAMES))
    assert mapping.key_column == "No"
    assert found[0].reason is GuessReason.KEY_RUNNING_NUMBER
    assert found[0].confidence <= 0.5


def test_a_paper_of_a_person_is_no_key_beside_a_code_of_the_list() -> None:
    mapping, found = guess_mapping(table(nisn=PHONES, id_pmb=codes(), Nama=NAMES))
    assert (mapping.key_column, found[0].target) == ("id pmb", "other_id")


def test_codes_under_an_unknown_header_are_the_key() -> None:
    mapping, _ = guess_mapping(table(Kolom1=codes(), Nama=NAMES))
    assert mapping.key_column == "Kolom1"


def test_a_column_that_repeats_itself_is_no_key() -> None:
    mapping, _ = guess_mapping(table(ID=("C1",) * 6, Nama=NAMES))
    assert mapping.key_column == ""


def test_one_row_delivered_twice_does_not_cost_a_short_list_its_key() -> None:
    found = table(customer_id=("W1", "W2", "W3", "W2"), name=("Budi", "Sri", "Ani", "Sri"))
    assert guess_mapping(found)[0].key_column == "customer id"


def test_phones_and_national_ids_are_never_guessed_to_be_the_key() -> None:
    full = tuple(phone or "081200000099" for phone in PHONES)
    assert guess_mapping(table(Kolom1=full, Nama=NAMES))[0].key_column == ""


def test_a_key_named_by_the_caller_is_found_in_any_spelling() -> None:
    mapping, found = guess_mapping(table(Kode_Pelanggan=codes(), Nama=NAMES), key="kode pelanggan")
    assert mapping.key_column == "Kode Pelanggan"
    assert found[0].reason is GuessReason.KEY_CHOSEN


def test_a_named_key_that_is_also_an_attribute_stays_mapped() -> None:
    mapping, _ = guess_mapping(table(No_KTP=NIKS, Nama=NAMES), key="No KTP")
    assert (mapping.key_column, mapping.target_of("No KTP")) == ("No KTP", "nik")


def test_a_key_that_is_not_there_is_refused_with_the_columns_that_are() -> None:
    with pytest.raises(MappingError, match="its columns are ID, Nama"):
        guess_mapping(table(ID=codes(), Nama=NAMES), key="Kode")


def test_numbers_given_out_one_after_the_other_are_the_key_and_no_postcodes() -> None:
    numbers = tuple(str(10001 + number) for number in range(6))

    assert guesses(table(F1=numbers, Nama=NAMES))["F1"].target == "source_key"


def test_phones_under_the_header_of_a_running_number_are_phones() -> None:
    full = tuple(phone or "081200000099" for phone in PHONES)

    mapping, found = guess_mapping(table(No=full, Nama=NAMES))

    assert (mapping.key_column, found[0].target) == ("", "phone")


def test_ids_of_people_are_worth_more_than_a_key_of_one_list() -> None:
    full = tuple(nik or "3171011203800009" for nik in NIKS)

    assert guesses(table(User_ID=full, Nama=NAMES))["User ID"].target == "nik"


def test_money_in_a_list_without_headers_is_what_was_spent_and_never_the_key() -> None:
    found = guesses(table(F1=NAMES, F2=("141000", "2691000", "969000", "50000", "1200000", "75500")))
    assert found["F2"].target == "revenue"
    mileage = guesses(table(F1=NAMES, F2=("22.393", "147.514", "91.828", "3.115", "60.002", "18.774")))
    assert mileage["F2"].target != "source_key"


def test_the_number_of_a_patient_is_the_key_and_not_that_of_a_visit() -> None:
    visits = tuple(f"26081202{number:02}" for number in range(6))
    patients = tuple(str(12047 + 7 * number) for number in range(6))

    assert guess_mapping(table(NOREG=visits, NORM=patients, Pasien=NAMES))[0].key_column == "NORM"


def test_a_key_is_no_name_whatever_its_header_has_in_common_with_one() -> None:
    found = guesses(table(Account=("PT A", "PT B", "PT C", "PT D", "PT E", "PT F"), Key_Contact=NAMES))
    assert found["Key Contact"].target == "contact_person"


def test_a_number_of_the_customer_that_is_no_key_is_kept() -> None:
    repeated = ("520002071", "", "520026364", "520002071", "520067772", "520026364")
    found = guesses(table(Tiket=codes(), Nama=NAMES, ID_Plg=repeated))
    assert found["ID Plg"].target == "account_number"
    assert guesses(table(Tiket=codes(), Nama=NAMES, Store_ID=repeated))["Store ID"].target == ""


def test_the_number_that_a_list_gave_is_its_key_before_one_that_people_bring_along() -> None:
    given = tuple(f"2610011{number}" for number in range(6))
    brought = tuple(f"006{number}801230" for number in range(6))
    found = guesses(table(nisn=brought, no_pendaftaran=given, Nama=NAMES))
    assert (found["nisn"].target, found["no pendaftaran"].target) == ("other_id", "source_key")
    assert guesses(table(nisn=brought, Nama=NAMES))["nisn"].target == "source_key"


def test_what_a_seller_drew_up_is_a_key_before_the_number_of_a_row_and_what_a_bank_did_is_none() -> None:
    rows, drawn_up = numbers(), tuple(f"{number}/26/K" for number in numbers())
    found = guesses(table(No=rows, Contract_No=drawn_up, Nama=NAMES))
    assert (found["No"].target, found["Contract No"].target) == ("", "source_key")
    of_banks = ("5217340982", "1180452267", "9034481725", "3358890146", "7741209053", "2065533178")
    found = guesses(table(No=rows, Bank_Account=of_banks, Nama=NAMES))
    assert (found["No"].target, found["Bank Account"].target) == ("source_key", "account_number")


def test_where_a_computer_was_and_when_is_no_key() -> None:
    addresses = tuple(f"103.184.{number}.226" for number in range(6))
    ids = tuple(f"60{number}1244" for number in range(6))
    found = guesses(table(CONFIRM_IP=addresses, LEID=ids, Nama=NAMES))
    assert (found["CONFIRM IP"].target, found["LEID"].target) == ("", "source_key")
    places = tuple(f"-6.2{number}45, 106.8{number}17" for number in numbers())
    assert guess_mapping(table(Lokasi=places, Nama=NAMES))[0].key_column == ""


def test_a_key_is_known_by_its_words_however_they_are_cut() -> None:
    assert guess_mapping(table(Nmr_Angt=codes(), Nama=NAMES))[0].key_column == "Nmr Angt"
    assert guess_mapping(table(CUST_ACCOUNT_ID=codes(), ACCOUNT_NUMBER=codes(), Nama=NAMES))[0].key_column == (
        "CUST ACCOUNT ID"
    )


def test_the_tax_number_of_poland_is_no_key_and_the_number_of_an_employee_is_one() -> None:
    taxed = tuple(f"526-10{number}-0{number}-25" for number in numbers())
    found = guesses(table(Nr_klienta=numbers(), NIP=taxed, Nama=NAMES))
    assert (found["Nr klienta"].target, found["NIP"].target) == ("source_key", "other_id")
    checked = ("5260250274", "7740001454", "5250007738", "5213017228", "6750001923", "5260006841")
    assert guesses(table(NIP=checked, Nama=NAMES))["NIP"].target == "other_id"
    employees = tuple(f"19850101201001100{number}" for number in numbers())
    assert guesses(table(NIP=employees, Nama=NAMES))["NIP"].target == "source_key"


def test_a_running_number_is_none_of_an_account_in_whatever_language() -> None:
    found = table(**{"Nr.crt.": numbers(), "Nume": FAMILIES, "Prenume": FAMILIES[::-1], "Cod_client": codes()})
    assert guess_mapping(found)[0].key_column == "Cod client"
    assert guesses(found)["Nr.crt."].target == ""


def test_formulas_that_broke_repeat_no_key() -> None:
    numbers = tuple("#REF!" if at % 8 == 3 else f"K{at:05}" for at in range(len(MANY)))
    assert guesses(table(No_Mbr=numbers, Nama=MANY))["No Mbr"].target == "source_key"


def test_accounts_of_a_letter_and_digits_are_the_key_where_no_other_is() -> None:
    accounts = tuple(f"S{2100 + 3 * row}" for row in range(len(NAMES)))
    assert guess_mapping(table(Acct=accounts, Nama=NAMES))[0].key_column == "Acct"
