"""Guessing what columns mean, by their headers and by what stands in them."""

from __future__ import annotations

import pytest

from steward.domain.errors import MappingError
from steward.exchange.mapping import ColumnGuess, GuessReason, guess_mapping
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.tables import RawTable

NAMES = ("Budi Santoso", "Siti Aminah", "Agus Salim", "Dewi Lestari", "Rina Wati", "Tono Hartono")
PHONES = ("081234567001", "0812-3456-7002", "+6281234567003", "6281234567004", "", "08123456706")
FAMILIES = ("Santoso", "Wati", "Salim", "Lestari", "Hartono", "Wijaya")
NIKS = ("3171011203800001", "3273025504850002", "3578010101900003", "3404016808770004", "", "1271022202950006")


def table(**columns: tuple[str, ...]) -> RawTable:
    """A list of columns given top to bottom; an underscore in a name is a blank."""
    rows = [RawRow(number, cells) for number, cells in enumerate(zip(*columns.values(), strict=True), start=2)]
    return RawTable("list.csv", "", 1, tuple(name.replace("_", " ") for name in columns), RawRows.of(rows))


def guesses(found: RawTable) -> dict[str, ColumnGuess]:
    return {guess.header: guess for guess in guess_mapping(found)[1]}


def codes(count: int = 6) -> tuple[str, ...]:
    return tuple(f"C-{number:04}" for number in range(1, count + 1))


def numbers(count: int = 6) -> tuple[str, ...]:
    return tuple(str(number) for number in range(1, count + 1))


def test_a_column_of_unknown_name_is_told_by_its_cells() -> None:
    found = guesses(table(Kolom1=NIKS, Kolom2=NAMES, Kolom3=PHONES))
    assert [guess.target for guess in found.values()] == ["nik", "name", "phone"]
    assert {guess.reason for guess in found.values()} == {GuessReason.CONTENT}


def test_cells_overrule_a_header_that_can_not_be_right() -> None:
    found = guesses(table(ID=codes(), Nama=NAMES, Email=PHONES))
    assert found["Email"].target == "phone"
    assert found["Email"].reason is GuessReason.CONTENT


def test_an_ambiguous_header_is_decided_by_its_cells() -> None:
    assert guesses(table(Nama=NAMES, Kontak=PHONES))["Kontak"].target == "phone"
    assert guesses(table(Perusahaan=("PT A",) * 6, Kontak=NAMES))["Kontak"].target == "contact_person"
    assert guesses(table(Nama=NAMES, Status=("Kawin", "Lajang") * 3))["Status"].target == "marital_status"
    refused = guesses(table(Nama=NAMES, Status=("Aktif", "Nonaktif") * 3))["Status"]
    assert (refused.target, refused.reason) == ("", GuessReason.CONTRADICTED)


def test_placeholders_do_not_outvote_the_real_values_of_a_sparse_column() -> None:
    found = guesses(table(ID=codes(), Nama=NAMES, Email=("-", "-", "tidak ada", "n/a", "-", "budi@example.com")))
    assert found["Email"].target == "email"


def test_one_attribute_goes_to_the_surest_column_and_the_other_says_who_has_it() -> None:
    found = guesses(table(ID=codes(), Nama=NAMES, Nama_KTP=NAMES))
    assert found["Nama"].target == "name"
    assert (found["Nama KTP"].target, found["Nama KTP"].reason) == ("", GuessReason.TAKEN)
    assert found["Nama KTP"].detail == "Nama"


def test_all_phones_are_mapped() -> None:
    found = guesses(table(ID=codes(), Nama=NAMES, HP=PHONES, Telp_Rumah=PHONES))
    assert [found["HP"].target, found["Telp Rumah"].target] == ["phone", "phone"]


def test_a_second_address_is_not_mixed_into_the_first_but_its_continuation_is() -> None:
    streets = tuple(f"Jl. Melati {number}" for number in numbers())
    apart = guesses(table(Alamat_Rumah=streets, Alamat_Kantor=streets))
    assert [guess.target for guess in apart.values()] == ["address", ""]
    continued = guesses(table(Alamat_1=streets, Alamat_2=streets))
    assert [guess.target for guess in continued.values()] == ["address", "address"]


def test_a_customer_code_is_preferred_as_key_over_a_running_number() -> None:
    mapping, found = guess_mapping(table(No=numbers(), Kode_Pelanggan=codes(), Nama=NAMES))
    assert mapping.key_column == "Kode Pelanggan"
    assert found[0].reason is GuessReason.RUNNING_NUMBER


def test_a_running_number_is_the_key_where_there_is_nothing_better() -> None:
    mapping, found = guess_mapping(table(No=numbers(), Nama=NAMES))
    assert mapping.key_column == "No"
    assert found[0].reason is GuessReason.KEY_RUNNING_NUMBER
    assert found[0].confidence <= 0.5


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


def test_an_empty_column_is_guessed_by_its_header() -> None:
    found = guesses(table(ID=codes(), Nama=NAMES, Email=("",) * 6, Foo=("",) * 6))
    assert found["Email"].target == "email"
    assert found["Foo"].reason is GuessReason.EMPTY


def test_a_guess_carries_examples_and_counts() -> None:
    guess = guesses(table(ID=codes(), HP=PHONES))["HP"]
    assert guess.examples[:2] == PHONES[:2]
    assert (guess.filled, guess.rows) == (5, 6)
    assert 0.9 < guess.confidence <= 1


def test_people_beside_firms_are_found_without_a_header() -> None:
    firms = tuple(f"PT {name} Jaya" for name in ("Maju", "Karya", "Sinar", "Mega", "Bumi", "Agung"))

    found = guesses(table(F1=codes(), F2=firms, F3=NAMES))

    assert (found["F2"].target, found["F3"].target) == ("organization", "name")


@pytest.mark.parametrize(
    ("firms", "target"),
    [(("PT Maju", "PT Karya", "CV Sinar", "PT Mega", "UD Bumi", "PT Agung"), "contact_person"), (None, "name")],
)
def test_the_owner_is_whom_to_ask_for_in_a_firm_and_else_the_customer(
    firms: tuple[str, ...] | None, target: str
) -> None:
    beside = {"Perusahaan": firms} if firms else {"Ras": ("Persia", "Anggora", "Persia", "Lokal", "Lokal", "Persia")}

    assert guesses(table(Kode=codes(), Owner=NAMES, **beside))["Owner"].target == target


def test_numbers_given_out_one_after_the_other_are_the_key_and_no_postcodes() -> None:
    numbers = tuple(str(10001 + number) for number in range(6))

    assert guesses(table(F1=numbers, Nama=NAMES))["F1"].target == "source_key"


def test_cells_that_contradict_a_header_say_what_it_is() -> None:
    genders = ("Pria", "Wanita", "Pria", "Wanita", "Pria", "Pria")
    towns = ("Kota Surabaya", "Kota Bandung", "Kota Medan", "Kota Denpasar", "Kota Bogor", "Kota Depok")

    found = guesses(table(Kode=codes(), Nama=NAMES, Kel=genders, Wilayah=towns, X1=PHONES))

    assert (found["Kel"].target, found["Wilayah"].target, found["X1"].target) == ("gender", "city", "phone")


def test_days_without_a_year_are_no_neighbourhoods() -> None:
    days = tuple(f"{month:02}/{day:02}" for month in range(1, 13) for day in (7, 19, 31))
    names = tuple(f"{name} {letter}" for name in NAMES for letter in "ABCDEF")

    assert guesses(table(Nama=names, Tanda=days))["Tanda"].target != "rt_rw"


EMAILS = tuple(f"{name.split()[0].lower()}@example.com" for name in NAMES)
STREETS = tuple(f"Jl. Melati No. {number}" for number in numbers())
BIRTHS = ("17/08/1985", "03/12/1961", "21/04/1999", "09/09/1974", "30/01/1968", "12/06/1990")


def test_cells_that_leave_no_doubt_are_believed_against_the_words_over_them() -> None:
    genders = ("Pria", "Wanita") * 3
    exchanged = table(Alamat=EMAILS, Nama=STREETS, Kota=NAMES, NIK=BIRTHS, Email=NIKS, Agama=genders)

    assert [guess.target for guess in guesses(exchanged).values()] == [
        "email",
        "address",
        "name",
        "birth_date",
        "nik",
        "gender",
    ]


def test_phones_under_the_header_of_a_running_number_are_phones() -> None:
    full = tuple(phone or "081200000099" for phone in PHONES)

    mapping, found = guess_mapping(table(No=full, Nama=NAMES))

    assert (mapping.key_column, found[0].target) == ("", "phone")


def test_ids_of_people_are_worth_more_than_a_key_of_one_list() -> None:
    full = tuple(nik or "3171011203800009" for nik in NIKS)

    assert guesses(table(User_ID=full, Nama=NAMES))["User ID"].target == "nik"


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("FLAG_SMS", "consent_sms"),
        ("WhatsApp", "consent_whatsapp"),
        ("May we contact you by email about offers?", "consent_email"),
        ("cust.prefs.marketing.sms", "consent_sms"),
        ("Email verified", ""),
        ("WA aktif", ""),
    ],
)
def test_yes_and_no_under_the_name_of_a_channel_are_a_consent_unless_they_say_something_of_the_channel(
    header: str, target: str
) -> None:
    columns = {"Nama": NAMES, header: ("Ya", "Tidak", "Ya", "Ya", "Tidak", "Ya")}

    assert guesses(table(**columns))[header.replace("_", " ")].target == target


def test_days_that_lie_a_lifetime_back_are_birthdays_where_no_other_column_has_them() -> None:
    assert guesses(table(Nama=NAMES, Lahirnya_kapan=BIRTHS))["Lahirnya kapan"].target == "birth_date"
    beside = guesses(table(Nama=NAMES, DOB=BIRTHS, Lainnya_Apa=BIRTHS))
    assert (beside["DOB"].target, beside["Lainnya Apa"].target) == ("birth_date", "")


def test_what_reads_like_remarks_is_kept_as_notes_where_no_other_column_has_them() -> None:
    remarks = (
        "minta dihubungi sore",
        "jangan telepon pagi, anak tidur",
        "sudah 3x order, minta diskon",
        "alamat pindah ke rumah baru",
        "komplain paket telat dua hari",
        "bayar di tempat saja",
    )

    assert guesses(table(Nama=NAMES, F8=remarks))["F8"].target == "notes"
    assert guesses(table(Nama=NAMES, F8=remarks, Catatan=remarks))["F8"].target == ""


def test_postcodes_of_a_whole_town_are_no_running_number() -> None:
    postcodes = tuple(str(40111 + number * 977) for number in range(24))
    names = tuple(f"{name} {letter}" for name in NAMES for letter in "ABCD")

    assert guesses(table(Nama=names, Kolom9=postcodes))["Kolom9"].target == "postcode"


def test_numbers_of_foreign_documents_among_ids_are_no_broken_ids() -> None:
    mixed = (*NIKS[:4], "482913375", "571120046")

    assert guesses(table(Nama=NAMES, No_KTP=mixed))["No KTP"].target == "id_number"
    assert guesses(table(Nama=NAMES, No_KTP=NIKS))["No KTP"].target == "nik"


def test_numbers_that_somebody_handed_out_are_no_phones() -> None:
    numbers = tuple(f"0041{number:05}" for number in range(13, 13 * 31, 13))
    names = tuple(f"{name} {letter}" for name in NAMES for letter in "ABCDE")

    assert guesses(table(Nama=names, Sijil=numbers))["Sijil"].target == "source_key"


def test_towns_under_a_header_that_speaks_of_birth_are_birth_places() -> None:
    towns = ("Bandung", "Medan", "Surabaya", "Solo", "Bogor", "Depok")

    assert guesses(table(Nama=NAMES, T_Lhr=towns))["T Lhr"].target == "birth_place"


def test_salutations_are_titles_and_no_genders() -> None:
    titles = ("MR", "MS", "MR", "MRS", "MSTR", "MR") * 2

    assert guesses(table(Nama=NAMES * 2, TTL=titles))["TTL"].target == "title"


def test_names_with_many_numbers_behind_them_are_streets() -> None:
    streets = ("RAYA KEDUNGMUNDU", "Gartenweg", "POROS MAROS", "Kerkstraat", "HANG TUAH")
    numbered = tuple(f"{name} {number + len(name)}" for number in (3, 108) for name in streets)
    people = tuple(f"{name} {letter}" for name in NAMES for letter in "AB")[:10]

    assert guesses(table(Nama=people, F4=numbered))["F4"].target == "address"
    for numbered in (("iPhone 13", "iPhone 14") * 5, tuple(f"Kamar {number}" for number in range(101, 111))):
        assert guesses(table(Nama=people, F4=numbered))["F4"].target != "address"


def test_money_in_a_list_without_headers_is_what_was_spent_and_never_the_key() -> None:
    found = guesses(table(F1=NAMES, F2=("141000", "2691000", "969000", "50000", "1200000", "75500")))
    assert found["F2"].target == "revenue"
    mileage = guesses(table(F1=NAMES, F2=("22.393", "147.514", "91.828", "3.115", "60.002", "18.774")))
    assert mileage["F2"].target != "source_key"


def test_a_masked_number_is_no_document() -> None:
    masked = tuple(f"***-**-{number}" for number in (9735, 2095, 4646, 8961, 1733, 5170))

    assert guesses(table(Nama=NAMES, SSN=masked))["SSN"].target == ""


def test_channels_under_a_consent_say_which_one_is_preferred() -> None:
    channels = ("WhatsApp", "Email", "Telepon") * 4
    names = tuple(f"{name} {letter}" for name in NAMES for letter in "AB")

    assert guesses(table(Nama=names, Bersedia_dihubungi_via=channels))["Bersedia dihubungi via"].target == "channel"


def test_documents_of_letters_and_digits_are_documents() -> None:
    cards = ("PLEPD3413A", "ABKHD1175B", "LLAPE9081C", "KPBCA4410A", "HDEGP7302X", "CCLBA0951Y")

    assert guesses(table(Nama=NAMES, PAN=cards))["PAN"].target == "npwp"


def test_money_is_told_by_its_names() -> None:
    assert guesses(table(Nama=NAMES, Data16=("IDR", "USD", "IDR", "SGD", "IDR", "IDR")))["Data16"].target == "currency"


def test_the_number_of_a_patient_is_the_key_and_not_that_of_a_visit() -> None:
    visits = tuple(f"26081202{number:02}" for number in range(6))
    patients = tuple(str(12047 + 7 * number) for number in range(6))

    assert guess_mapping(table(NOREG=visits, NORM=patients, Pasien=NAMES))[0].key_column == "NORM"


def test_a_key_is_no_name_whatever_its_header_has_in_common_with_one() -> None:
    found = guesses(table(Account=("PT A", "PT B", "PT C", "PT D", "PT E", "PT F"), Key_Contact=NAMES))
    assert found["Key Contact"].target == "contact_person"


def test_an_address_of_a_kind_that_nobody_knows_is_an_address() -> None:
    streets = ("188 Pleasant St", "42 Harbor Rd", "111 Pleasant St", "7 Elm Ave", "Unit 4", "9 Harbor Rd")
    assert guesses(table(ID=codes(), Service_Address=streets))["Service Address"].target == "address"
    mails = tuple(f"a{number}@example.com" for number in range(6))
    assert guesses(table(ID=codes(), Service_Address=mails))["Service Address"].target == "email"


def test_round_amounts_are_no_postcodes() -> None:
    amounts = ("38000", "12000", "25000", "90000", "14500", "76000")
    assert guesses(table(ID=codes(), Nama=NAMES, Bon=amounts))["Bon"].target != "postcode"


def test_a_sign_of_two_letters_is_no_way_to_another_record() -> None:
    assert guesses(table(ID=codes(), **{"A/C_name": NAMES}))["A/C name"].target == "name"


@pytest.mark.parametrize(
    "header", ["Lini Dibeli", "Machines Owned", "Fahrzeug", "Curso", "PricePlan", "Subscribed Plan"]
)
def test_few_short_phrases_under_a_word_of_owning_or_buying_are_products(header: str) -> None:
    held = ("Crane; Grader", "Grader x2", "Grader", "Crane, Dozer x4", "Dozer", "Crane")
    assert guesses(table(ID=codes(), Nama=NAMES, **{header: held}))[header].target == "products"
    answers = ("Ya", "Tidak") * 3
    assert guesses(table(ID=codes(), Nama=NAMES, **{header: answers}))[header].target != "products"


def test_the_total_of_a_year_is_revenue_when_it_is_of_money() -> None:
    sums = ("90000", "1368000", "1140000", "725000", "318000", "96000")
    assert guesses(table(ID=codes(), Nama=NAMES, Total_cetak_2026=sums))["Total cetak 2026"].target == "revenue"
    assert guesses(table(ID=codes(), Nama=NAMES, Total_cetak_2026=numbers()))["Total cetak 2026"].target == ""


def test_what_happened_before_the_last_activity_is_when_a_customer_was_first_seen() -> None:
    early = tuple(f"201{number}-03-04" for number in range(6))
    late = tuple(f"202{number}-03-04" for number in range(6))
    found = guesses(table(ID=codes(), Nama=NAMES, Instructed_on=early, Last_contact=late))
    assert (found["Instructed on"].target, found["Last contact"].target) == ("first_seen", "last_activity")
    found = guesses(table(ID=codes(), Nama=NAMES, Instructed_on=late, Last_contact=early))
    assert found["Instructed on"].target == ""


def test_a_question_for_consent_is_answered_in_words_of_every_day() -> None:
    said = ("Nggak dulu", "Mau dong", "Boleh", "Boleh", "Mau dong", "Nggak dulu")
    asked = "Mau dikirimi info promo via WA?"
    assert guesses(table(ID=codes(), Nama=NAMES, **{asked: said}))[asked].target == "consent_whatsapp"


def test_days_are_no_phones_and_phones_are_no_deposits() -> None:
    days = tuple(f"2026-11-0{number} 17:07:00" for number in range(1, 7))
    assert guesses(table(ID=codes(), Nama=NAMES, CALLBACK_AT=days))["CALLBACK AT"].target != "phone"
    assert guesses(table(ID=codes(), Nama=NAMES, HP_Deposit=PHONES))["HP Deposit"].target == "phone"


def test_a_name_of_somebody_wins_over_what_else_is_said_of_them() -> None:
    found = guesses(table(Tier=("Gold", "Silver") * 3, Nama_Nasabah_Prioritas=NAMES))
    assert [guess.target for guess in found.values()] == ["segment", "name"]


def test_people_are_no_products_whatever_their_header_hints_at() -> None:
    assert guesses(table(ID=codes(), Penerima_Paket=NAMES))["Penerima Paket"].target == "name"


def test_of_two_columns_of_people_one_is_whom_to_ask_for() -> None:
    found = guesses(table(ID=codes(), Pelanggan=NAMES, Atas_nama=NAMES[::-1]))
    assert (found["Pelanggan"].target, found["Atas nama"].target) == ("name", "contact_person")
    assert guesses(table(ID=codes(), Atas_nama=NAMES))["Atas nama"].target == "name"


def test_a_total_is_of_purchases_when_it_counts_and_of_revenue_when_it_is_money() -> None:
    counted, paid = ("3", "12", "7", "1", "24", "9"), ("350000", "1250000", "78500", "99000", "450000", "120000")
    assert guesses(table(ID=codes(), Nama=NAMES, Total_Order=counted))["Total Order"].target == "purchases"
    assert guesses(table(ID=codes(), Nama=NAMES, Total_Order=paid))["Total Order"].target == "revenue"
    cents = ("12.50", "8.75", "110.20", "45.00", "9.99", "18.40")
    assert guesses(table(ID=codes(), Nama=NAMES, Total_Orders_Value=cents))["Total Orders Value"].target == "revenue"


def test_a_day_of_anything_yields_to_the_day_that_is_named() -> None:
    days = tuple(f"2026-10-0{number}" for number in range(1, 7))
    found = guesses(table(Date=days, Nama=NAMES, Last_follow_up=days))
    assert (found["Date"].target, found["Last follow up"].target) == ("", "last_activity")


def test_several_columns_of_remarks_are_all_kept() -> None:
    said = ("sedang rapat", "minta brosur baru", "sudah punya", "hubungi lagi sore", "pindah alamat", "titip pesan")
    found = guesses(table(ID=codes(), Nama=NAMES, Keterangan=said, Catatan_CS=said[::-1]))
    assert [found[header].target for header in ("Keterangan", "Catatan CS")] == ["notes", "notes"]


def test_a_yes_to_promotions_is_a_consent_and_people_of_marketing_are_none() -> None:
    answers = ("Ya", "Tidak") * 3
    assert guesses(table(ID=codes(), Nama=NAMES, Marketing=answers))["Marketing"].target == "consent"
    assert guesses(table(ID=codes(), Nama=NAMES, Marketing=NAMES[:2] * 3))["Marketing"].target == ""


def test_the_only_days_and_the_only_money_of_a_list_are_told_by_themselves() -> None:
    long_ago = ("2008-03-04", "2011-07-12", "2019-01-30", "2023-06-02", "2015-09-17", "2026-02-11")
    lately = tuple(f"2026-0{number}-11" for number in range(1, 7))
    paid = ("350000", "1250000", "78500", "99000", "450000", "120000")
    found = guesses(table(ID=codes(), Nama=NAMES, Purchased=long_ago, Jumlahnya_berapa=paid))
    assert (found["Purchased"].target, found["Jumlahnya berapa"].target) == ("first_seen", "revenue")
    assert guesses(table(ID=codes(), Nama=NAMES, Dipakai=lately))["Dipakai"].target == "last_activity"
    assert guesses(table(ID=codes(), Nama=NAMES, Geldig_tot=lately))["Geldig tot"].target == ""
    assert guesses(table(ID=codes(), Nama=NAMES, Apa_A=paid, Apa_B=paid[::-1]))["Apa A"].target == ""


def test_an_unknown_column_of_several_choices_in_a_cell_is_of_products() -> None:
    chosen = ("Keramik; Granit", "Granit", "Semen", "Keramik; Semen", "Granit", "Keramik") * 3
    names = tuple(f"{name} {'I' * number}" for number, name in enumerate(NAMES * 3))
    assert guesses(table(Nama=names, Lini=chosen))["Lini"].target == "products"
    firms = ("Ray & Co", "Harbour PM", "Smith & Sons", "Ray & Co", "Harbour PM", "Self managed") * 3
    assert guesses(table(Nama=names, Lini=firms))["Lini"].target != "products"


MANY = tuple(f"{given} {family}" for given in ("Budi", "Siti", "Agus", "Dewi", "Rina", "Tono") for family in FAMILIES)


def test_a_few_people_over_and_over_are_who_serves_the_customers() -> None:
    staff = ("Maria Goretti", "Hendra Setiawan", "Tia Lestari") * (len(MANY) // 3)
    at_work = tuple(f"{name.split()[0].lower()}@ourco.id" for name in staff)
    first, last = zip(*(name.split() for name in MANY), strict=True)
    found = guesses(table(First_Name=first, Last_Name=last, ownerName=staff, Contact_owner=at_work))
    assert (found["ownerName"].target, found["Contact owner"].target) == ("", "")
    assert guesses(table(Kode=codes(len(MANY)), ownerName=MANY))["ownerName"].target == "name"
    logged = guesses(table(Tiket=codes(len(MANY)), Pelanggan=staff))
    assert logged["Pelanggan"].target == "name"


def test_the_earlier_of_two_days_of_activity_is_when_a_customer_was_first_seen() -> None:
    early = tuple(f"201{number}-03-04" for number in range(6))
    late = tuple(f"2026-0{number}-04" for number in range(1, 7))
    found = guesses(table(ID=codes(), Nama=NAMES, ACTV_DT=early, LAST_PAY_DT=late))
    assert (found["ACTV DT"].target, found["LAST PAY DT"].target) == ("first_seen", "last_activity")
    found = guesses(table(ID=codes(), Nama=NAMES, Last_visit=late, Last_vacc=early))
    assert found["Last vacc"].target == ""


def test_a_number_of_the_customer_that_is_no_key_is_kept() -> None:
    repeated = ("520002071", "", "520026364", "520002071", "520067772", "520026364")
    found = guesses(table(Tiket=codes(), Nama=NAMES, ID_Plg=repeated))
    assert found["ID Plg"].target == "account_number"
    assert guesses(table(Tiket=codes(), Nama=NAMES, Store_ID=repeated))["Store ID"].target == ""


def test_two_letters_are_a_country_and_no_city() -> None:
    found = guesses(table(ID=codes(), Nama=NAMES, City=("Bandung", "Medan") * 3, Cty=("ID", "SG") * 3))
    assert (found["City"].target, found["Cty"].target) == ("city", "country")
    assert guesses(table(ID=codes(), Nama=NAMES, Cty=("Solo", "Medan") * 3))["Cty"].target == "city"


def test_what_is_measured_in_days_is_no_money() -> None:
    assert guesses(table(ID=codes(), Nama=NAMES, **{"Pembiayaan OD (hari)": numbers()}))[
        "Pembiayaan OD (hari)"
    ].target not in ("revenue", "cost")


def test_jobs_on_a_car_are_products_and_jobs_of_people_are_occupations() -> None:
    header = "Jenis Pekerjaan"
    jobs = ("Ganti oli", "Spooring", "Ganti oli", "General repair", "Tune up", "Spooring")
    assert guesses(table(ID=codes(), Nama=NAMES, **{header: jobs}))[header].target == "products"
    assert guesses(table(ID=codes(), Nama=NAMES, **{header: ("Guru", "PNS") * 3}))[header].target == "occupation"


def test_what_is_said_again_and_again_is_a_remark_by_its_words() -> None:
    said = (
        "minta dihubungi sore",
        "sudah pindah rumah",
        "jangan kirim hari Minggu",
        "komplain lagi",
        "suka produk baru",
    )
    names = tuple(f"{name} {'I' * number}" for number, name in enumerate(NAMES * 5))
    assert guesses(table(Nama=names, Ceritanya=said * 6))["Ceritanya"].target == "notes"
    kinds = ("Kredit Multi Guna", "Kredit Modal Kerja", "Tabungan Hari Tua", "Deposito Satu Tahun", "Giro Usaha Kecil")
    assert guesses(table(Nama=names, Apanya=kinds * 6))["Apanya"].target != "notes"


def test_things_of_a_trade_are_products_by_a_word_of_their_header() -> None:
    covers = ("Term Life", "Unit Link", "Health Plus") * 2
    assert guesses(table(ID=codes(), Nama=NAMES, Cover_Type=covers))["Cover Type"].target == "products"
    assert guesses(table(ID=codes(), Nama=NAMES, Unit_Kerja=covers))["Unit Kerja"].target == ""


def test_the_first_time_is_no_count_of_times() -> None:
    days = tuple(f"2026-10-0{number}" for number in range(1, 7))
    header = "Pertama kali datang"
    assert guesses(table(ID=codes(), Nama=NAMES, **{header: days}))[header].target == "first_seen"


def test_amounts_are_money_with_its_name_before_them() -> None:
    paid = ("Rp 350.000", "Rp 1.250.000", "Rp 78.500", "Rp 99.000", "Rp 450.000", "Rp 120.000")
    assert guesses(table(ID=codes(), Nama=NAMES, Jumlah=paid))["Jumlah"].target == "revenue"


def test_the_number_that_a_list_gave_is_its_key_before_one_that_people_bring_along() -> None:
    given = tuple(f"2610011{number}" for number in range(6))
    brought = tuple(f"006{number}801230" for number in range(6))
    found = guesses(table(nisn=brought, no_pendaftaran=given, Nama=NAMES))
    assert (found["nisn"].target, found["no pendaftaran"].target) == ("", "source_key")
    assert guesses(table(nisn=brought, Nama=NAMES))["nisn"].target == "source_key"


def test_long_codes_of_a_program_are_nobody_to_ask_for() -> None:
    ids = tuple(f"9967ce65-1428-ec11-b6e6-000d3a4b9e3{number}" for number in range(6))
    assert guesses(table(ID=codes(), Nama=NAMES, Contact=ids))["Contact"].target == ""


def test_days_as_airlines_write_them_are_days() -> None:
    days = ("10NOV91", "19FEB54", "21FEB54", "03MEI88", "30AUG79", "07DEC01")
    assert guesses(table(ID=codes(), Nama=NAMES, DOB=days))["DOB"].target == "birth_date"
