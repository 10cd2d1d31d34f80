"""Guessing what columns mean, by their headers and by what stands in them: who the customers are."""

from __future__ import annotations

import pytest

from steward.exchange.headers.words import read_header
from steward.exchange.mapping import GuessReason
from tests.guessed_columns import (
    BIRTHS,
    EMAILS,
    FAMILIES,
    MANY,
    NAMES,
    NIKS,
    PHONES,
    STREETS,
    codes,
    guesses,
    numbers,
    table,
)


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


@pytest.mark.parametrize(
    ("header", "cells", "target"),
    [
        ("Tgl_Lahir", ("29221", "31275", "27000", "36001", "", "25555"), "birth_date"),
        ("Transaksi_Terakhir", ("45211", "45032", "46001", "45999.5", "", "44321"), "last_activity"),
        ("Transaksi_Terakhir", ("45000", "48500", "46200", "39900", "", "44300"), ""),
        ("Tgl_Lahir", ("1001", "1002", "1003", "1004", "", "1005"), ""),
    ],
)
def test_days_that_came_as_numbers_are_days_where_the_header_says_so(
    header: str, cells: tuple[str, ...], target: str
) -> None:
    found = guesses(table(Nama=NAMES, HP=PHONES, **{header: cells}))
    assert found[header.replace("_", " ")].target == target


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


def test_a_salutation_and_an_academic_title_are_both_titles() -> None:
    found = guesses(table(Anrede=("Herr", "Frau") * 3, Titel=("", "Dr.", "", "Prof. Dr.", "", ""), Nachname=FAMILIES))
    assert [found["Anrede"].target, found["Titel"].target] == ["title", "title"]


def test_words_for_nothing_do_not_outvote_the_phones_of_a_sparse_column() -> None:
    cells = ("brak", "brak", "keine", "brak", "523 296 940", "523 296 941")
    assert guesses(table(ID=codes(), Nama=NAMES, Telefon=cells))["Telefon"].target == "phone"


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


def test_cells_that_contradict_a_header_say_what_it_is() -> None:
    genders = ("Pria", "Wanita", "Pria", "Wanita", "Pria", "Pria")
    towns = ("Kota Surabaya", "Kota Bandung", "Kota Medan", "Kota Denpasar", "Kota Bogor", "Kota Depok")

    found = guesses(table(Kode=codes(), Nama=NAMES, Kel=genders, Wilayah=towns, X1=PHONES))

    assert (found["Kel"].target, found["Wilayah"].target, found["X1"].target) == ("gender", "city", "phone")


def test_days_without_a_year_are_no_neighbourhoods() -> None:
    days = tuple(f"{month:02}/{day:02}" for month in range(1, 13) for day in (7, 19, 31))
    names = tuple(f"{name} {letter}" for name in NAMES for letter in "ABCDEF")

    assert guesses(table(Nama=names, Tanda=days))["Tanda"].target != "rt_rw"


def test_days_until_which_a_passport_holds_are_no_numbers_of_it() -> None:
    days = tuple(f"{day:02}/08/20{year}" for day in (7, 12, 31) for year in range(26, 34))
    names = tuple(NAMES[at % len(NAMES)] for at in range(24))
    assert guesses(table(Nama=names, Exp_Paspor=days))["Exp Paspor"].target == ""


def test_houses_of_blocks_are_no_neighborhoods() -> None:
    houses = tuple(f"{1 + at % 12}/{1 + at * 7 % 39}" for at in range(40))
    names = tuple(NAMES[at % len(NAMES)] for at in range(40))
    assert guesses(table(Nama=names, Blok=houses))["Blok"].target != "rt_rw"
    assert guesses(table(Nama=names, Tanda=houses))["Tanda"].target == "rt_rw"


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


def test_days_that_lie_a_lifetime_back_are_birthdays_where_no_other_column_has_them() -> None:
    assert guesses(table(Nama=NAMES, Lahirnya_kapan=BIRTHS))["Lahirnya kapan"].target == "birth_date"
    beside = guesses(table(Nama=NAMES, DOB=BIRTHS, Lainnya_Apa=BIRTHS))
    assert (beside["DOB"].target, beside["Lainnya Apa"].target) == ("birth_date", "")


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


def test_a_masked_number_is_no_document() -> None:
    masked = tuple(f"***-**-{number}" for number in (9735, 2095, 4646, 8961, 1733, 5170))

    assert guesses(table(Nama=NAMES, SSN=masked))["SSN"].target == ""


def test_documents_of_letters_and_digits_are_documents() -> None:
    cards = ("PLEPD3413A", "ABKHD1175B", "LLAPE9081C", "KPBCA4410A", "HDEGP7302X", "CCLBA0951Y")

    assert guesses(table(Nama=NAMES, PAN=cards))["PAN"].target == "other_id"


def test_an_address_of_a_kind_that_nobody_knows_is_an_address() -> None:
    streets = ("188 Pleasant St", "42 Harbor Rd", "111 Pleasant St", "7 Elm Ave", "Unit 4", "9 Harbor Rd")
    assert guesses(table(ID=codes(), Service_Address=streets))["Service Address"].target == "address"
    mails = tuple(f"a{number}@example.com" for number in range(6))
    assert guesses(table(ID=codes(), Service_Address=mails))["Service Address"].target == "email"


def test_a_sign_of_two_letters_is_no_way_to_another_record() -> None:
    assert guesses(table(ID=codes(), **{"A/C_name": NAMES}))["A/C name"].target == "name"


def test_days_are_no_phones_and_phones_are_no_deposits() -> None:
    days = tuple(f"2026-11-0{number} 17:07:00" for number in range(1, 7))
    assert guesses(table(ID=codes(), Nama=NAMES, CALLBACK_AT=days))["CALLBACK AT"].target != "phone"
    assert guesses(table(ID=codes(), Nama=NAMES, HP_Deposit=PHONES))["HP Deposit"].target == "phone"


def test_a_name_of_somebody_wins_over_what_else_is_said_of_them() -> None:
    found = guesses(table(Tier=("Gold", "Silver") * 3, Nama_Nasabah_Prioritas=NAMES))
    assert [guess.target for guess in found.values()] == ["segment", "name"]


def test_of_two_columns_of_people_one_is_whom_to_ask_for() -> None:
    found = guesses(table(ID=codes(), Pelanggan=NAMES, Atas_nama=NAMES[::-1]))
    assert (found["Pelanggan"].target, found["Atas nama"].target) == ("name", "contact_person")
    assert guesses(table(ID=codes(), Atas_nama=NAMES))["Atas nama"].target == "name"


def test_two_letters_are_a_country_and_no_city() -> None:
    found = guesses(table(ID=codes(), Nama=NAMES, City=("Bandung", "Medan") * 3, Cty=("ID", "SG") * 3))
    assert (found["City"].target, found["Cty"].target) == ("city", "country")
    assert guesses(table(ID=codes(), Nama=NAMES, Cty=("Solo", "Medan") * 3))["Cty"].target == "city"


def test_long_codes_of_a_program_are_nobody_to_ask_for() -> None:
    ids = tuple(f"9967ce65-1428-ec11-b6e6-000d3a4b9e3{number}" for number in range(6))
    assert guesses(table(ID=codes(), Nama=NAMES, Contact=ids))["Contact"].target == ""


def test_days_as_airlines_write_them_are_days() -> None:
    days = ("10NOV91", "19FEB54", "21FEB54", "03MEI88", "30AUG79", "07DEC01")
    assert guesses(table(ID=codes(), Nama=NAMES, DOB=days))["DOB"].target == "birth_date"


def test_a_few_wares_are_nobodys_name_whatever_stands_over_them() -> None:
    wares = ("Galon RO", "Galon Mineral", "Gas 3kg") * 12
    found = guesses(table(ID=codes(36), Nama_Ibu__Bpk=MANY, Langganan=wares))
    assert (found["Nama Ibu  Bpk"].target, found["Langganan"].target) == ("name", "products")
    buyers = ("PT Maju Jaya", "CV Sinar", "UD Bumi") * 12
    assert guesses(table(Nota=codes(36), Langganan=buyers))["Langganan"].target == "name"
    agencies = ("Navbharat Agencies", "Om Shakti Medicals", "Sri Sai Stores") * 12
    assert guesses(table(Nota=codes(36), Party_Name=agencies))["Party Name"].target == "name"
    first = ("Ömer", "Çiğdem", "Yiğit") * 12
    found = guesses(table(Yolcu_Adı=first, Soyadı=[f"{name}oğlu" for name in MANY], Doğum_Tarihi=["21.06.1989"] * 36))
    assert (found["Yolcu Adı"].target, found["Soyadı"].target) == ("given_name", "family_name")


def test_the_mother_of_a_customer_is_not_the_customer() -> None:
    found = guesses(table(Nama_Siswa=NAMES, Nama_Ibu=NAMES[::-1]))
    assert (found["Nama Siswa"].target, found["Nama Ibu"].target) == ("name", "")


def test_titles_that_nobody_is_addressed_by_are_jobs() -> None:
    jobs = ("Office Manager", "Buyer", "Owner", "Cashier", "Head of Sales", "Owner")
    assert guesses(table(Name=NAMES, Title=jobs))["Title"].target == "occupation"
    assert guesses(table(Name=NAMES, Title=("Mr", "Mrs", "Mr", "Ms", "Dr", "Mrs")))["Title"].target == "title"


def test_one_job_of_all_rows_is_none() -> None:
    assert guesses(table(Name=MANY, role=("end-user",) * 36))["role"].target == ""


def test_first_names_are_whole_ones_where_there_is_no_other_name() -> None:
    assert guesses(table(ID=codes(), Nome=NAMES))["Nome"].target == "name"
    found = guesses(table(ID=codes(), Nome=("Budi Eko", "Siti Nur", "Agus", "Dewi", "Rina", "Tono"), Apellido=FAMILIES))
    assert (found["Nome"].target, found["Apellido"].target) == ("given_name", "family_name")


def test_phones_under_the_header_of_remarks_are_phones() -> None:
    full = tuple(phone or "081200000099" for phone in PHONES)
    assert guesses(table(Nama=NAMES, Ket=full))["Ket"].target == "phone"


def test_peoples_of_a_country_are_no_countries() -> None:
    assert guesses(table(Nama=MANY, Suku=("India", "Cina", "Melayu", "Melayu") * 9))["Suku"].target == ""


def test_what_the_same_few_have_all_over_is_that_of_the_staff() -> None:
    names = tuple(f"{name} {letter}" for name in NAMES for letter in "ABCDEF")
    staff = ("cs1@finance.co.id", "cs2@finance.co.id") * 18
    own = tuple(f"pelanggan{number}@example.com" for number in range(36))
    found = guesses(table(Nama=names, Email_CS=staff, HP_Agen=("081399001122", "081399001133") * 18, Email=own))
    assert [found[header].target for header in ("Email CS", "HP Agen", "Email")] == ["", "", "email"]
    assert guesses(table(Nama=names, Email=staff))["Email"].target == "email"


def test_the_place_behind_a_birthday_is_where_somebody_was_born() -> None:
    places = ("Cagliari", "Milano", "Roma", "Bari", "Torino", "Roma")
    found = guesses(table(Nominativo=NAMES, nato_il=BIRTHS, a=places, Comune=places))
    assert (found["a"].target, found["Comune"].target) == ("birth_place", "city")


def test_postcodes_and_streets_of_other_countries_are_told_by_their_cells() -> None:
    codes_of_britain = ("PH1 5TJ", "BA1 1SU", "LS6 2AB", "SW1A 1AA", "M1 1AE", "CF10 3AT")
    streets = (
        "73 The Crescent",
        "88 Mill Road",
        "18 Station Road",
        "Via Roma 99",
        "Rua das Flores, 12",
        "Bahnhofstr. 7",
    )
    found = guesses(table(Field_1=MANY[:6], Field_2=codes_of_britain, Field_3=streets))
    assert (found["Field 2"].target, found["Field 3"].target) == ("postcode", "address")


def test_numbers_with_parts_of_a_whole_are_no_key() -> None:
    worth = ("332.85", "420.91", "158.21", "771.30", "12.05", "99.99")
    assert guesses(table(Nama=NAMES, Field_9=worth))["Field 9"].target != "source_key"


def test_people_of_any_country_are_no_remarks() -> None:
    people = ("Ramesh Kulkarni", "Suresh Gupta", "Anita Iyer", "Meera Nair", "Vikram Rao", "Deepa Pillai")
    assert guesses(table(Nama=NAMES, Co_borrower=people))["Co borrower"].target == ""


def test_days_of_a_lifetime_under_date_are_birthdays_and_the_place_before_them_is_that_of_the_birth() -> None:
    born = tuple(f"{year}-03-1{year % 10}" for year in range(1961, 2003, 7))
    towns = ("Bandung", "Medan", "Solo", "Jember", "Karawang", "Bogor")
    found = guesses(table(Nama=NAMES, Tempat=towns, Tanggal=born))
    assert (found["Tempat"].target, found["Tanggal"].target) == ("birth_place", "birth_date")


def test_a_bare_code_behind_a_place_is_its_postcode_where_each_is_of_one_place() -> None:
    towns, of_towns = ("Mamelodi", "Soshanguve", "Tembisa", "Ga-Rankuwa") * 9, ("122", "152", "1632", "208") * 9
    found = guesses(table(Township=towns, Code=of_towns, Name=MANY))
    assert found["Code"].target == "postcode"
    assert (
        guesses(table(Township=towns, Code=of_towns[5:] + of_towns[:5], Name=MANY[::-1]))["Code"].target == "postcode"
    )
    shuffled = tuple(sorted(of_towns))
    assert guesses(table(Township=towns, Code=shuffled, Name=MANY))["Code"].target != "postcode"
    assert guesses(table(Township=towns, Code=codes(36), Name=MANY))["Code"].target == "source_key"


def test_numbers_of_identity_cards_beside_the_kind_of_document_are_of_any_kind() -> None:
    full = tuple(nik or "C1661048" for nik in NIKS)
    found = guesses(table(JNSID=("KTP", "KTP", "KTP", "KTP", "PSP", "KTP"), NOID=full, Nama=NAMES))
    assert (found["JNSID"].target, found["NOID"].target) == ("id_type", "id_number")
    assert guesses(table(NOID=full, Nama=NAMES))["NOID"].target == "nik"


def test_several_documents_of_one_customer_are_all_kept() -> None:
    passports = ("EP3730137", "DL9724580", "", "RG9130623", "AB1234567", "CD7654321")
    pesels = ("85081712345", "61031254321", "99042178901", "74090913579", "68013024680", "90061297531")
    found = guesses(table(PESEL=pesels, paszport=passports, Nazwisko=FAMILIES, Kod_pocztowy=("00-950",) * 6))
    assert (found["PESEL"].target, found["paszport"].target) == ("other_id", "other_id")


def test_a_contact_is_the_customer_where_no_firm_and_nobody_else_is() -> None:
    assert guesses(table(ID=codes(), Contact=NAMES, Mobile=PHONES))["Contact"].target == "name"
    assert guesses(table(Company=("PT A",) * 6, Contact=NAMES))["Contact"].target == "contact_person"
    assert guesses(table(ID=codes(), PIC=NAMES, Mobile=PHONES))["PIC"].target == "contact_person"


def test_a_place_beside_the_town_of_the_post_is_a_part_of_it() -> None:
    towns = ("Ilkley", "Harrogate", "Ilkley", "Leeds", "Skipton", "Leeds")
    found = guesses(table(**{"Nama": NAMES, "Locality": towns[::-1], "Post Town": towns}))
    assert (found["Locality"].target, found["Post Town"].target) == ("village", "city")


def test_cars_under_the_word_for_a_trade_are_no_occupations() -> None:
    cars = ("2014 Falcon XR6", "2018 i30", "2011 Corolla", "2018 i30", "Nil", "2009 Jazz")
    assert guesses(table(Nama=NAMES, Trade=cars))["Trade"].target != "occupation"
    jobs = ("Plumber", "Electrician", "Plumber", "Carpenter", "Painter", "Plumber")
    assert guesses(table(Nama=NAMES, Trade=jobs))["Trade"].target == "occupation"


def test_numbers_of_houses_are_the_address_only_where_no_street_is() -> None:
    houses = ("6", "448", "273", "12", "98/1", "145")
    people = {"ชื่อ-สกุล": NAMES, "เบอร์โทร": PHONES, "บ้านเลขที่": houses}
    assert guesses(table(**people))["บ้านเลขที่"].target == "address"
    found = guesses(table(**people, ที่อยู่=STREETS))
    assert (found["บ้านเลขที่"].target, found["ที่อยู่"].target) == ("", "address")


def test_numbers_of_houses_are_one_address_with_a_street_that_lacks_them() -> None:
    streets = ("Kerkstraat", "Dorpsplein", "Noordeinde", "Achterweg", "Kerkstraat", "Markt")
    found = guesses(table(Naam=NAMES, Straat=streets, **{"Huisnr + toev": ("49B hs", "51", "132", "7", "12-II", "3")}))
    assert (found["Straat"].target, found["Huisnr + toev"].target) == ("address", "address")


def test_boxes_at_a_post_office_are_an_address_without_a_letter() -> None:
    boxes = ("3308 - 30700", "7018 - 20100", "", "55 - 00100", "6384 - 20100", "12 - 40100")
    assert guesses(table(Name=NAMES, **{"P.O. Box": boxes}))["P.O. Box"].target == "address"


def test_a_yes_and_a_no_under_a_channel_that_lists_both_in_spanish_are_its_consent() -> None:
    assert guesses(table(**{"Nama": NAMES, "WA s/n": ("S", "N") * 3}))["WA s/n"].target == "consent_whatsapp"


def test_the_number_beside_the_kind_of_a_document_is_of_any_kind() -> None:
    kinds = ("KTP", "SIM", "KTP", "PASPOR", "KTP", "KTP")
    ids = ("3171012505900001", "900112345678", "3171012505900003", "X1234567", "3171012505900005", "3171012505900006")
    found = guesses(table(ID=codes(), Nama=NAMES, IDTYPE=kinds, IDNUM=ids))
    assert (found["IDTYPE"].target, found["IDNUM"].target) == ("id_type", "id_number")


def test_profiles_under_no_header_are_handles() -> None:
    profiles = tuple(f"linkedin.com/in/budi-{number}" for number in range(6))
    assert guesses(table(**{"Nama": NAMES, "Unnamed: 9": profiles}))["Unnamed: 9"].target == "handle"


def test_the_same_few_codes_are_nobody_to_ask_for() -> None:
    properties = tuple(("SJUCO", "TPABY", "PDXRV", "SJUCO")[at % 4] for at in range(len(MANY)))
    assert guesses(table(Nama=MANY, Prop=properties))["Prop"].target != "contact_person"


def test_the_own_name_under_no_more_than_a_place_leaves_out_the_heir() -> None:
    found = guesses(table(ID=codes(len(MANY)), F2=MANY, Ahli_Waris=tuple(reversed(MANY))))
    assert (found["F2"].target, found["Ahli Waris"].target) == ("name", "")


@pytest.mark.parametrize("header", ["F5", "P4", "Q7"])
def test_a_letter_and_a_place_mean_nothing_in_any_language(header: str) -> None:
    assert read_header(header, ("vi",)) is None
