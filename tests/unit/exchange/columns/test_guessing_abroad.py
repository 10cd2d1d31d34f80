"""Guessing the columns of lists in other languages: what their headers and cells say together."""

from __future__ import annotations

from tests.guessed_columns import FAMILIES, MANY, NAMES, codes, guesses, table

LONG = len(MANY)


def _repeated(*cells: str) -> tuple[str, ...]:
    return tuple(cells[at % len(cells)] for at in range(LONG))


def test_the_same_few_people_beside_customers_are_staff_and_no_contacts() -> None:
    found = guesses(
        table(**{"Nom complet": MANY, "Téléphone": _repeated(""), "Représentant": _repeated("Karine", "J-P Roy")})
    )

    assert found["Représentant"].target == ""


def test_the_last_time_beats_a_day_of_which_nobody_says_that_it_was_the_last() -> None:
    bought, served = ("22/12/2019", "16/09/2016") * 3, ("19/05/2021", "18/01/2023") * 3
    found = guesses(
        table(**{"Prénom": NAMES, "Courriel": ("",) * 6, "Date d'achat": bought, "Dern. entretien": served})
    )

    assert (found["Date d'achat"].target, found["Dern. entretien"].target) == ("first_seen", "last_activity")


def test_a_municipality_beside_the_town_of_the_post_is_a_district_and_a_city_without_it() -> None:
    towns = ("Espoo", "Tampere", "Oulu", "Turku", "Lahti", "Kuopio")
    names = {"Sukunimi": NAMES, "Puhelin": ("",) * 6}

    both = guesses(table(**names, Postitoimipaikka=towns, Kotikunta=towns))
    alone = guesses(table(**names, Kotikunta=towns))

    assert (both["Postitoimipaikka"].target, both["Kotikunta"].target) == ("city", "district")
    assert alone["Kotikunta"].target == "city"


def test_a_day_of_entry_is_a_visit_where_nights_are_told_and_a_first_day_elsewhere() -> None:
    guests = {"nama_tetamu": NAMES, "tel_bimbit": ("",) * 6, "tarikh_masuk": ("18/03/2024", "23/09/2026") * 3}

    assert guesses(table(**guests))["tarikh masuk"].target == "first_seen"
    assert guesses(table(**guests, bil_malam=("1", "3") * 3))["tarikh masuk"].target == "last_activity"


def test_a_word_for_a_body_or_a_state_is_a_state_where_the_same_few_stand_again_and_again() -> None:
    columns = {"Nombre completo": MANY, "Correo": _repeated(""), "Entidad": _repeated("CDMX", "Jalisco", "Edo. Méx.")}

    assert guesses(table(**columns))["Entidad"].target == "province"


def test_words_with_the_ending_of_the_other_sex_beside_them_are_known() -> None:
    stand = ("Soltero(a)", "Casado/a", "Unión libre", "Viudo(a)", "Casado/a", "Soltero(a)")

    assert guesses(table(**{"Apellidos": NAMES, "Edo. Civil": stand}))["Edo. Civil"].target == "marital_status"


def test_kinds_of_persons_and_of_documents_are_known_by_letters_where_the_header_says_so() -> None:
    slovak = guesses(table(**{"Meno a priezvisko": NAMES, "Mesto": ("Nitra",) * 6, "FO/PO": ("FO", "PO") * 3}))
    malay = guesses(table(nama_tetamu=NAMES, tel_bimbit=("",) * 6, jenis_dokumen=("MyKad", "Pasport") * 3))

    assert slovak["FO/PO"].target == "customer_type"
    assert malay["jenis dokumen"].target == "id_type"


def test_a_running_number_is_no_short_word_for_something_else() -> None:
    found = guesses(table(**{"Nr. crt.": ("1", "2", "3", "4", "5", "6"), "Cod client": codes(), "Numele": NAMES}))

    assert found["Nr. crt."].target == ""


def test_cards_that_somebody_drew_up_are_the_key_where_nothing_else_is() -> None:
    cards = tuple(f"GYM0{number}" for number in (8667, 2681, 2403, 7719, 1120, 5504))
    found = guesses(table(**{"Kart Numarası": cards, "Adı Soyadı": NAMES, "Şehir": ("Ankara", "İzmir") * 3}))

    assert found["Kart Numarası"].target == "source_key"


def test_kinds_of_what_no_language_has_a_word_for_are_wares() -> None:
    farms = {"Họ và tên": MANY, "Điện thoại": _repeated(""), "Loại tôm": _repeated("Sú", "Thẻ", "Càng xanh")}

    assert guesses(table(**farms))["Loại tôm"].target == "products"


def test_yes_and_no_under_a_way_to_reach_somebody_are_its_consent_in_any_language() -> None:
    owners = {"اسم العميل": MANY, "المدينة": _repeated(""), "واتساب؟": _repeated("نعم", "لا")}

    assert guesses(table(**owners))["واتساب؟"].target == "consent_whatsapp"


def test_what_somebody_is_called_by_a_child_is_no_family_name() -> None:
    lists = {"اسم العميل": MANY, "المدينة": _repeated("")}

    kunyas = guesses(table(**lists, الكنية=_repeated("أبو محمد", "أم علي", "أبو خالد")))
    families = guesses(table(**lists, الكنية=_repeated("حداد", "خوري", "نجار")))

    assert (kunyas["الكنية"].target, families["الكنية"].target) == ("nickname", "family_name")


def test_letters_for_men_and_women_are_known_by_both() -> None:
    names = {"Soyad": NAMES, "Mobil nömrə": ("",) * 6}

    assert guesses(table(**names, Cinsi=("K", "Q") * 3))["Cinsi"].target == "gender"


def test_two_signs_are_a_word_where_two_letters_are_not() -> None:
    residents = {"户主姓名": MANY, "联系方式": _repeated(""), "婚姻状况": _repeated("已婚", "未婚", "离异")}

    assert guesses(table(**residents))["婚姻状况"].target == "marital_status"


def test_a_building_or_a_flat_goes_on_with_the_address_beside_it() -> None:
    streets, flats = _repeated("중앙로 12", "한강대로 5"), _repeated("3층", "101동 202호")
    found = guesses(table(**{"성명": MANY, "휴대폰": _repeated(""), "기본주소": streets, "상세주소": flats}))

    assert (found["기본주소"].target, found["상세주소"].target) == ("address", "address")


def test_a_hamlet_is_a_village_only_where_no_village_is() -> None:
    farms = {"Họ và tên": MANY, "Điện thoại": _repeated(""), "Ấp": _repeated("Tân Phú", "Long Hòa")}

    assert guesses(table(**farms))["Ấp"].target == "village"
    assert guesses(table(**farms, Xã=_repeated("Hiệp Thạnh")))["Xã"].target == "village"


def test_a_tax_number_of_another_country_is_one_of_other_papers() -> None:
    abroad = ("GOMJ850101AB1", "PEHL900215KT4", "RASM781130QW9", "TOVA660704ZX2", "LUCA950823MN7", "DIHE720911PL5")
    at_home = ("01.468.145.6-530.000", "0844156489018001", "81.149.213.1-454.000") * 2

    assert guesses(table(**{"Nombre completo": NAMES, "RFC": abroad}))["RFC"].target == "other_id"
    assert guesses(table(Nama=NAMES, **{"Tax ID": at_home}))["Tax ID"].target == "npwp"
    assert guesses(table(Nama=NAMES, NPWP=abroad))["NPWP"].target == "npwp"


def test_a_yes_or_no_for_what_is_sent_by_a_channel_is_a_consent_for_it() -> None:
    answers = ("oui", "non") * 3
    found = guesses(table(Prénom=NAMES, Courriel=("",) * 6, **{"Rappel SMS": answers, "SMS envoyé": answers}))

    assert (found["Rappel SMS"].target, found["SMS envoyé"].target) == ("consent_sms", "")


def test_a_word_for_a_family_name_or_a_nickname_is_the_latter_beside_whole_names() -> None:
    called = ("Zé", "", "Guto", "", "Duda", "Leo")
    whole = guesses(table(**{"Nome completo": NAMES, "Apelido": called, "Telemóvel": ("",) * 6}))
    parts = guesses(table(**{"Nome próprio": NAMES, "Apelido": FAMILIES, "Telemóvel": ("",) * 6}))

    assert (whole["Apelido"].target, parts["Apelido"].target) == ("nickname", "family_name")


def test_what_completes_an_address_is_one_with_the_street_near_it() -> None:
    streets = tuple(f"Rua das Flores {number}" for number in (3, 14, 25, 36, 47, 58))
    complements = ("fundos", "", "casa", "frente", "", "térreo")
    names = {"Nome completo": NAMES, "Telemóvel": ("",) * 6}

    assert guesses(table(**names, Morada=streets, Compl=complements))["Compl"].target == "address"


def test_a_house_and_a_flat_in_columns_of_their_own_go_on_with_the_street_before_them() -> None:
    people = {"ФИО": MANY, "Телефон": _repeated(""), "Город": _repeated("Пермь", "Омск", "Тула")}
    parts = {"Дом/корп.": _repeated("5", "12/1", "7"), "Кв.": _repeated("31", "8", "104")}

    apart = guesses(table(**people, **{"Улица": _repeated("Ленина", "Мира"), **parts}))
    alone = guesses(table(**people, **{"Кв.": parts["Кв."]}))

    assert {apart[header].target for header in ("Улица", *parts)} == {"address"}
    assert alone["Кв."].target == ""


def test_a_floor_is_no_part_of_an_address_that_is_written_out() -> None:
    whole = tuple(f"ул. Ленина, д. {at}, кв. {at + 7}" for at in range(LONG))
    found = guesses(table(**{"ФИО": MANY, "Телефон": _repeated(""), "Адрес": whole, "Этаж": _repeated("3", "5", "1")}))

    assert (found["Адрес"].target, found["Этаж"].target) == ("address", "")


def test_a_type_over_persons_and_firms_is_that_of_the_customer() -> None:
    names = {"ชื่อ-สกุล": MANY, "โทรศัพท์": _repeated("")}

    of_customers = guesses(table(**names, ประเภท=_repeated("บุคคลธรรมดา", "นิติบุคคล")))
    of_others = guesses(table(**names, ประเภท=_repeated("ทอง", "เงิน")))

    assert of_customers["ประเภท"].target == "customer_type"
    assert of_others["ประเภท"].target != "customer_type"


def test_the_number_of_a_licence_is_the_key_before_the_numbers_of_the_rows() -> None:
    licences = tuple(f"ขก.{at % 7}/{at:04}" for at in range(LONG))
    rows = tuple(str(at + 1) for at in range(LONG))
    found = guesses(table(**{"ที่": rows, "เลขที่ใบอนุญาต": licences, "ชื่อ-สกุล": MANY, "โทรศัพท์": _repeated("")}))

    assert (found["เลขที่ใบอนุญาต"].target, found["ที่"].target) == ("source_key", "")
