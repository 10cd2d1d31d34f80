"""How columns of tables that nobody mapped are compared."""

from __future__ import annotations

from steward.domain.attributes import AttributeType
from steward.exchange.columns import column_types
from steward.exchange.raw_rows import CellColumn

_T = AttributeType


def infer_types(headers: list[str], rows: list[list[str]]) -> list[AttributeType | None]:
    return column_types.infer_types(
        [(header, CellColumn.of([row[place] for row in rows])) for place, header in enumerate(headers)]
    )


def test_headers_of_a_people_table_are_understood_in_english() -> None:
    headers = ["rec_id", "first_name", "Surname", "dob", "city", "e-mail", "Zip Code"]
    rows = [
        [
            f"r{i}",
            f"Ann{i % 7}",
            f"Lee{i % 11}",
            f"19{60 + i % 40}-01-0{1 + i % 9}",
            f"Town{i % 5}",
            f"a{i}@b.org",
            f"{10_000 + i % 50}",
        ]
        for i in range(100)
    ]
    assert infer_types(headers, rows) == [
        None, _T.GIVEN_NAME, _T.FAMILY_NAME, _T.DATE, _T.LOCALITY, _T.EMAIL, _T.POSTCODE,
    ]  # fmt: skip


def test_headers_are_understood_in_indonesian() -> None:
    headers = ["Nama Lengkap", "No. HP", "Alamat", "Kota", "NIK", "Tgl Lahir", "Jenis Kelamin"]
    rows = [
        [
            f"Nama {i}",
            f"0812345678{i:02}",
            f"Jl. Mawar {i}",
            f"Kota{i % 5}",
            f"31710101018{i:05}",
            f"0{1 + i % 9}-02-1980",
            "LP"[i % 2],
        ]
        for i in range(60)
    ]
    assert infer_types(headers, rows) == [
        _T.NAME, _T.PHONE, _T.ADDRESS, _T.LOCALITY, _T.NATIONAL_ID, _T.DATE, _T.CATEGORY,
    ]  # fmt: skip


def test_names_of_firms_are_organizations() -> None:
    rows = [[f"{name} {i}"] for i in range(20) for name in ("Acme Ltd", "Blue Cafe", "Smith Inc")]
    assert infer_types(["name"], rows) == [_T.ORGANIZATION]


def test_a_few_words_that_come_again_and_again_are_kinds_and_no_organizations() -> None:
    rows = [[f"Rossi {i} S.r.l.", ("hotel", "supplier", "hotel")[i % 3]] for i in range(60)]
    assert infer_types(["name", "xy"], rows) == [_T.ORGANIZATION, _T.CATEGORY]
    assert infer_types(["xy"], [row[:1] for row in rows]) == [_T.ORGANIZATION]
    # Who says that they are employers is believed.
    assert infer_types(["name", "company"], [["Ann Lee", f"Acme {i % 3} Ltd"] for i in range(60)])[1] is _T.ORGANIZATION


def test_content_decides_where_the_header_says_nothing() -> None:
    rows = [[f"user{i}@mail.com", f"1980-01-{1 + i % 28:02}", "ab"[i % 2], "same"] for i in range(200)]
    assert infer_types(["c1", "c2", "c3", "c4"], rows) == [_T.EMAIL, _T.DATE, _T.CATEGORY, None]


def test_an_empty_table_has_nothing_to_compare() -> None:
    assert infer_types(["name", "city"], []) == [None, None]


def test_a_last_name_beside_a_first_name_is_a_family_name() -> None:
    rows = [["Ann", "Lee", "Acme"], ["Bo", "Kim", "Initech"], ["Cy", "Roe", "Globex"]]
    assert infer_types(["inventor_first", "inventor_last", "assignee"], rows) == [
        _T.GIVEN_NAME,
        _T.FAMILY_NAME,
        _T.ORGANIZATION,
    ]


def test_what_tells_of_the_row_or_of_somebody_else_is_not_compared() -> None:
    headers = ["Source", "Cluster ID", "HP Sales", "Catatan", "Bidang Usaha"]
    rows = [
        ["AB"[i % 2], str(i % 30), f"0812345678{i % 9}0", f"titip {i}", "dagang jasa".split()[i % 2]] for i in range(60)
    ]
    assert infer_types(headers, rows) == [None, None, None, None, _T.CATEGORY]


def test_headers_mean_what_they_mean_when_a_list_is_imported() -> None:
    headers = ["Nm. Plg", "Tempat, Tanggal Lahir", "No. Identitas", "Opt-in Email", "Akun IG"]
    rows = [
        [
            f"Nama {i}",
            f"Medan, {1 + i % 28}-02-1980",
            f"31710101018{i:05}",
            "YT"[i % 2],
            f"@user{i}",
        ]
        for i in range(60)
    ]
    assert infer_types(headers, rows) == [_T.NAME, _T.DATE, _T.NATIONAL_ID, _T.CATEGORY, _T.CODE]


def test_when_something_happened_says_nothing_of_who_it_was() -> None:
    rows = [[f"0{1 + i % 9}-02-2024"] for i in range(60)]
    for header in ("Trx Terakhir", "created_at", "ADMIT_DT", "registration date"):
        assert infer_types([header], rows) == [None]
    # Of what this is the date it does not say.
    assert infer_types(["date"], rows) == [_T.DATE]


def test_years_alone_are_no_dates() -> None:
    years = [[str(1940 + i % 60)] for i in range(60)]
    mixed_up = [[row[0] if i % 3 else row[0][::-1]] for i, row in enumerate(years)]
    for header in ("birth_year", "year", "born"):
        assert infer_types([header], years) == [_T.CODE]
        assert infer_types([header], mixed_up) == [_T.CODE]


def test_a_number_that_comes_twice_is_compared_although_few_are_seen_twice_in_a_sample() -> None:
    cells = ["" if i % 3 else f"22{(i * 7919) % 100_003:06}" for i in range(6000)]
    assert infer_types(["residence_id"], [[cell] for cell in cells]) == [None]
    assert infer_types(["residence_id"], [[cell] for cell in cells[:4000] + cells[:2000]]) == [_T.CODE]


def test_headers_are_read_in_the_language_of_those_beside_them() -> None:
    rows = [
        [f"Ana{'abcde'[i % 5]}", f"Ruiz{'abcdef'[i % 6]}", f"{28000 + i % 40}", f"Calle Mayor {i % 50}"]
        for i in range(80)
    ]
    spanish = infer_types(["nombre", "apellidos", "cp", "dirección"], rows)
    assert spanish == [_T.GIVEN_NAME, _T.FAMILY_NAME, _T.POSTCODE, _T.ADDRESS]
    dutch = [
        [f"Vries{'abcdef'[i % 6]}", f"Ann{'abcde'[i % 5]}", f"{1000 + i % 40} AB", f"Lelystad {i % 30}"]
        for i in range(80)
    ]
    headers = ["Achternaam", "Voornaam of voorletters", "Postcode", "Woonplaats"]
    assert infer_types(headers, dutch) == [_T.FAMILY_NAME, _T.GIVEN_NAME, _T.POSTCODE, _T.LOCALITY]


def test_numbers_too_short_for_a_phone_are_codes() -> None:
    houses = [[str(i * 7 % 900) if i % 9 else "S/N"] for i in range(60)]
    phones = [[f"0812 {5_550_000 + i}" if i % 9 else ""] for i in range(60)]
    assert infer_types(["numero"], houses) == [_T.CODE]
    assert infer_types(["numero"], phones) == [_T.PHONE]


def test_family_is_the_name_of_one() -> None:
    rows = [[f"Ann{'abc'[i % 3]}", f"Lee{'xyzuv'[i % 5]}"] for i in range(60)]
    assert infer_types(["given", "family"], rows) == [_T.GIVEN_NAME, _T.FAMILY_NAME]


def test_of_several_meanings_the_cells_choose() -> None:
    people = [[f"Siti {'abcdef'[i % 6]}{'xyz'[i % 3]}"] for i in range(40)]
    phones = [[f"0812345678{i:02}"] for i in range(40)]
    assert infer_types(["Kontak"], people) == [_T.NAME]
    assert infer_types(["Kontak"], phones) == [_T.PHONE]


def test_names_of_firms_with_legal_forms_of_other_countries_are_organizations() -> None:
    rows = [[f"{name}{i} {form}"] for i in range(20) for name, form in (("ASML", "B.V."), ("Bosch", "AG"), ("Lee", ""))]
    assert infer_types(["name"], rows) == [_T.ORGANIZATION]


def test_initials_behind_a_family_name_are_no_legal_form() -> None:
    names = ("Smith", "Jones", "Brown")
    rows = [[f"{name} {chr(65 + i)}.{chr(65 + i * 7 % 26)}."] for i in range(20) for name in names]
    assert infer_types(["name"], rows) == [_T.NAME]


def test_a_date_of_birth_may_be_spread_over_three_columns() -> None:
    headers = ["birth_year", "birth_month", "birth_day"]
    rows = [[str(1940 + i % 60), str(1 + i % 12), str(1 + i % 28)] for i in range(120)]
    assert infer_types(headers, rows) == [_T.CODE, _T.NUMBER, _T.NUMBER]
    # Its short names are those of a whole date.
    assert infer_types(["bd"], [row[2:] for row in rows]) == [_T.NUMBER]


def test_parts_of_an_address_are_told_behind_whose_address_it_is() -> None:
    headers = ["mailing_address_street", "mailing_address_city", "mailing_address_state", "mailing_address_zipcode"]
    towns = ("Elgin", "Salem", "Olympia", "Astoria")
    rows = [[f"{i} Elm St", towns[i % 4], "WA" if i % 3 else "OR", str(10_000 + i % 50)] for i in range(90)]
    assert infer_types(headers, rows) == [_T.ADDRESS, _T.LOCALITY, _T.LOCALITY, _T.POSTCODE]


def test_firms_are_told_by_their_legal_forms_where_the_header_says_nothing() -> None:
    forms = ("A.Ş.", "Ltd. Şti.", "GmbH", "S.r.l.")
    rows = [[f"Firma{i} {'Tekstil' if i % 2 else 'Gıda'} {forms[i % 4]}"] for i in range(60)]
    assert infer_types(["unvan"], rows) == [_T.ORGANIZATION]


def test_a_suffix_by_which_sons_are_told_from_their_fathers_is_a_part_of_the_name() -> None:
    rows = [[suffix] for suffix in ("Jr", "Sr.", "III", "", "", "II") * 10]
    assert infer_types(["name_suffix"], rows) == [_T.GIVEN_NAME]
    assert infer_types(["Generation"], rows) == [_T.GIVEN_NAME]


def test_what_is_senior_or_numbered_but_stands_behind_no_name_is_a_category() -> None:
    assert infer_types(["level"], [[level] for level in ("Junior", "Senior") * 20]) == [_T.CATEGORY]
    assert infer_types(["street_suffix"], [[street] for street in ("St", "Ave", "Rd") * 20]) != [_T.GIVEN_NAME]


def test_places_under_a_header_of_births_are_places_however_many_words_they_have() -> None:
    rows = [[f"{side} {town}"] for side in ("East", "St.") for town in ("Barrow-on-Soar", "Wells", "Leek", "Lyme") * 9]
    assert infer_types(["birth_parish"], rows) == [_T.LOCALITY]


def test_where_no_header_speaks_of_names_they_are_told_by_their_cells() -> None:
    people = [[f"Ann{chr(97 + i // 26)} Lee{chr(97 + i % 26)}", f"{i % 9} Elm St"] for i in range(90)]
    places = [[f"{row[0]}'s Kitchen", row[1]] for row in people]

    assert infer_types(["Kolom7", "address"], people) == [_T.NAME, _T.ADDRESS]
    assert infer_types(["Kolom7", "address"], places) == [_T.ORGANIZATION, _T.ADDRESS]
    assert infer_types(["Kolom7", "surname"], people)[0] is not _T.NAME


def test_firms_without_legal_forms_are_told_from_people() -> None:
    rows = [[name] for name in ("Dragon Pizza", "Olive & Thyme", "Joe's", "Panda Express", "Sea Salt") * 20]
    assert infer_types(["name"], rows) == [_T.ORGANIZATION]


def test_couples_that_share_a_family_name_are_people() -> None:
    couples = [[f"John & Mary Smith{i}"] if i % 2 else [f"Ann Lee{i}"] for i in range(40)]
    assert infer_types(["name"], couples) == [_T.NAME]
    assert infer_types(["name"], [[f"Marks & Spencer{i}"] for i in range(40)]) == [_T.ORGANIZATION]


def test_a_number_of_a_firm_is_no_name_and_that_of_a_registration_no_day() -> None:
    rows = [[f"0{2_000_000 + i // 2 * 7919}", f"HRB {10_000 + i // 2 * 37}"] for i in range(120)]
    assert infer_types(["company number", "registration number"], rows) == [_T.CODE, _T.CODE]


def test_headers_of_many_scripts_are_understood() -> None:
    headers = ["ФИО", "Дата рождения", "Телефон", "Город", "Όνομα", "اسم العائلة"]
    first = ["Галина Фадеева", "01.02.1980", "+7 951 723-70-84", "Пермь", "Ελένη", "خان"]
    second = ["Тит Котов", "28.05.1984", "8 952 360-56-94", "Омск", "Νίκος", "حداد"]
    assert infer_types(headers, [first, second] * 20) == [
        _T.NAME, _T.DATE, _T.PHONE, _T.LOCALITY, _T.GIVEN_NAME, _T.FAMILY_NAME,
    ]  # fmt: skip


def test_points_on_a_map_are_not_compared() -> None:
    rows = [[f"-6.{i % 9}1", f"{106 + i % 5}.8", f"{52 + i % 7}"] for i in range(60)]
    assert infer_types(["Latitude", "geo_long", "weight"], rows) == [None, None, _T.NUMBER]


def test_a_part_of_the_name_that_stands_alone_may_name_firms() -> None:
    hotels = [[f"{kind} {town}", town] for kind in ("Hotel", "Pensão", "Casa") for town in ("Faro", "Lagos", "Braga")]
    guests = [[f"Ana{i}", f"Town{i % 3}"] for i in range(20)]

    assert infer_types(["nome", "localidade"], hotels) == [_T.ORGANIZATION, _T.LOCALITY]
    assert infer_types(["nome", "localidade"], guests) == [_T.GIVEN_NAME, _T.LOCALITY]


def test_schools_and_foundations_are_named_before_those_who_answer_for_them() -> None:
    kinds = ("Fundación", "Institución Educativa", "Colegio", "Asociación de")
    rows = [[f"{kinds[i % 4]} Luz{i}", f"Ana{i % 9} Mora", f"Calle {i}"] for i in range(80)]
    assert infer_types(["nombre", "responsable", "dirección"], rows)[:2] == [_T.ORGANIZATION, _T.TEXT]


def test_a_name_from_before_is_no_whole_name_beside_its_parts() -> None:
    letters = [chr(97 + i % 26) for i in range(120)]
    rows = [[f"Ann{a}", f"Lee{a}son", f"Po{a}e" if i % 3 == 0 else ""] for i, a in enumerate(letters)]
    wholes = [[given, family, f"{given} {family}"] for given, family, _ in rows]

    assert infer_types(["first name", "last name", "name"], rows)[2] is _T.TEXT
    assert infer_types(["first name", "last name", "full name"], wholes)[2] is _T.NAME


def test_what_is_called_the_name_beside_family_names_is_the_rest_of_it() -> None:
    parts = [[f"Ayşe{i % 9}", f"Kaya{i % 7}"] for i in range(60)]
    wholes = [[f"{given} {family}", family] for given, family in parts]

    assert infer_types(["hasta adı", "hasta soyadı"], parts) == [_T.GIVEN_NAME, _T.FAMILY_NAME]
    assert infer_types(["hasta adı", "hasta soyadı"], wholes)[0] is _T.NAME


def test_names_stand_before_those_of_what_belongs_to_them() -> None:
    letters = [chr(97 + i // 52) + chr(97 + i // 2 % 26) for i in range(120)]
    ships = [
        [f"Sea {word}ra", f"Old{word}ina" if i < 9 else "", f"Owner {i % 9} Ltd"] for i, word in enumerate(letters)
    ]
    firms = [[f"{n} ship", "", f"Owner {word} Ltd"] for n, (word, _, _) in enumerate(ships)]

    assert infer_types(["vessel", "ex_name", "owner"], ships) == [_T.NAME, _T.TEXT, _T.ORGANIZATION]
    assert infer_types(["vessel", "ex_name", "owner"], firms)[0] is not _T.NAME


def test_what_stands_between_the_names_of_a_person_is_a_part_of_the_name() -> None:
    rows = [[f"Ann{i % 9}", middle, f"Lee{i % 7}"] for i, middle in enumerate(["Maria", "Q", "Kay", "B"] * 20)]
    for header in ("MIDDLE", "midl_name", "mname"):
        assert infer_types(["first name", header, "last name"], rows) == [_T.GIVEN_NAME, _T.GIVEN_NAME, _T.FAMILY_NAME]


def test_words_of_letters_and_digits_are_codes() -> None:
    rows = [[f"L{chr(65 + i // 2 % 26)}{1000 + i // 2 * 37 % 9000}", f"www.sea{i % 90}.com"] for i in range(200)]
    assert infer_types(["call sign", "seite"], rows) == [_T.CODE, _T.TEXT]


def test_a_parish_is_a_place_in_the_language_of_its_register() -> None:
    rows = [[f"Anna{i % 9}", f"Berg{i % 7}", f"Sankt {'ABCDEFGH'[i % 8]}lof"] for i in range(80)]
    assert infer_types(["förnamn", "efternamn", "socken"], rows)[2] is _T.LOCALITY
    assert infer_types(["prénom", "nom de famille", "paroisse"], rows)[2] is _T.LOCALITY
