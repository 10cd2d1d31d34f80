"""Guessing what columns say of the business: products, money, days, consents, remarks and who serves whom."""

from __future__ import annotations

import pytest

from tests.guessed_columns import BIRTHS, FAMILIES, MANY, NAMES, NIKS, codes, guesses, numbers, table


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("FLAG_SMS", "consent_sms"),
        ("WhatsApp", "consent_whatsapp"),
        ("May we contact you by email about offers?", "consent_email"),
        ("cust.prefs.marketing.sms", "consent_sms"),
        ("Email verified", ""),
        ("WA aktif", ""),
        ("Diingatkan lwt WA", "consent_whatsapp"),
        ("BSZ via WA?", "consent_whatsapp"),
        ("Notif SMS", "consent_sms"),
        ("WA terkirim", ""),
    ],
)
def test_yes_and_no_under_the_name_of_a_channel_are_a_consent_unless_they_say_something_of_the_channel(
    header: str, target: str
) -> None:
    columns = {"Nama": NAMES, header: ("Ya", "Tidak", "Ya", "Ya", "Tidak", "Ya")}

    assert guesses(table(**columns))[header.replace("_", " ")].target == target


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Jasa+part", "revenue"),
        ("DP+cicilan", "revenue"),
        ("Sisa+denda", ""),
        ("Rek Listrik", "revenue"),
        ("Pemakaian (Rp)", "revenue"),
        ("Cicilan masuk", "revenue"),
        ("Cicilan", ""),
        ("Jasa", "revenue"),
        ("Ongkos cukur", "revenue"),
        ("Belum bayar", ""),
        ("Kurang bayar", ""),
    ],
)
def test_sums_by_what_is_paid_for_are_revenue_unless_they_are_owed(header: str, target: str) -> None:
    sums = ("2977500", "1443000", "2990000", "775000", "1020000", "350000")
    assert guesses(table(ID=codes(), Nama=NAMES, **{header: sums}))[header].target == target


@pytest.mark.parametrize("header", ["Struk", "Cukur ke", "Byk order", "Jumlah pinjaman buku"])
def test_how_often_customers_did_something_is_counted_whatever_they_did(header: str) -> None:
    found = guesses(table(ID=codes(), Nama=NAMES, **{header: ("3", "12", "7", "3", "25", "1")}))
    assert found[header].target == "purchases"


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Panen akhir", "last_activity"),
        ("Akhir sewa", ""),
        ("Kontrak akhir", ""),
        ("Akad", "first_seen"),
        ("UTJ tgl", "first_seen"),
        ("Keberangkatan", ""),
    ],
)
def test_days_are_told_by_what_happened_on_them_with_and_without_a_word_for_a_day(header: str, target: str) -> None:
    days = ("04/03/2025", "15/07/2025", "22/07/2025", "02/10/2024", "11/11/2024", "30/01/2025")
    assert guesses(table(ID=codes(), Nama=NAMES, **{header: days}))[header].target == target


@pytest.mark.parametrize("header", ["Warung / usaha", "Kedai", "Nama Bisnis"])
def test_a_shop_has_a_name_whatever_it_is_called(header: str) -> None:
    shops = ("Warmindo Kuningan", "Seblak Teh Neng", "Kopi Senja", "Es Teler 77", "Laundry Kilat", "Warteg Bahari")
    assert guesses(table(ID=codes(), Nama=NAMES, **{header: shops}))[header].target == "organization"


@pytest.mark.parametrize(("cells", "target"), [(("R1", "R2", "B1"), "segment"), (("2500", "3750", "5000"), "")])
def test_a_tariff_is_a_class_of_customers_unless_it_is_what_they_pay(cells: tuple[str, ...], target: str) -> None:
    tariffs = tuple(cells[number % 3] for number in range(len(MANY)))
    assert guesses(table(Nama=MANY, Tarif=tariffs))["Tarif"].target == target


def test_what_one_thing_costs_is_revenue_where_nobody_says_what_was_paid_for_all() -> None:
    prices = tuple(str(6000 + 25 * number) for number in range(len(MANY)))
    sums = tuple(str(1_250_500 + 7_500 * number) for number in range(len(MANY)))
    assert guesses(table(Nama=MANY, Hrg=prices))["Hrg"].target == "revenue"
    assert guesses(table(Nama=MANY, Tarif=sums))["Tarif"].target == "revenue"
    found = guesses(table(Nama=MANY, Harga=prices, Terima_bersih=sums))
    assert (found["Harga"].target, found["Terima bersih"].target) == ("", "revenue")


def test_freight_is_what_carriers_are_paid_and_else_only_comes_on_top() -> None:
    paid = tuple(str(15_500 + 2_500 * number) for number in range(len(MANY)))
    sums = tuple(str(1_250_500 + 7_500 * number) for number in range(len(MANY)))
    assert guesses(table(Nama=MANY, Ongkos_Kirim=paid))["Ongkos Kirim"].target == "revenue"
    found = guesses(table(Nama=MANY, Ongkos_Kirim=paid, Total_Belanja=sums))
    assert (found["Ongkos Kirim"].target, found["Total Belanja"].target) == ("", "revenue")


def test_how_somebody_wants_to_be_reached_says_more_than_how_they_came() -> None:
    ways = ("Email", "WhatsApp", "SMS") * 12
    heard = guesses(table(Name=MANY, How_did_you_hear_about_us=ways, Preferred_contact_method=ways))
    assert (heard["How did you hear about us"].target, heard["Preferred contact method"].target) == ("", "channel")


def test_the_account_of_a_seller_is_a_firm_where_people_have_names_of_their_own() -> None:
    firms = tuple(f"{one} {kind}" for one in ("Kestrel", "Orchid", "Mason") for kind in ("Group", "Systems")) * 6
    found = guesses(table(Account_Name=firms, Contact_Full_Name=MANY))
    assert (found["Account Name"].target, found["Contact Full Name"].target) == ("organization", "name")


def test_numbers_are_no_notes_whatever_slips_are_called() -> None:
    assert guesses(table(Nama=NAMES, Nota=("32", "15", "7", "1", "88", "4")))["Nota"].target != "notes"


@pytest.mark.parametrize(
    ("header", "target"),
    [("Tgl serah terima", "first_seen"), ("Tgl booking fee", "first_seen"), ("Tgl terima", "last_activity")],
)
def test_what_begins_in_two_words_is_no_act_by_one_of_them(header: str, target: str) -> None:
    days = ("04/03/2025", "15/07/2025", "22/07/2025", "02/10/2024", "11/11/2024", "30/01/2025")
    assert guesses(table(ID=codes(), Nama=NAMES, **{header: days}))[header].target == target


def test_work_that_has_a_price_was_done_for_customers_and_is_none_of_their_jobs() -> None:
    paid = tuple(("150.000", "75.000", "1.250.000", "90.000")[number % 4] for number in range(len(MANY)))
    assert guesses(table(Nama=MANY, Pekerjaan=paid))["Pekerjaan"].target == "revenue"
    jobs = tuple(("Petani", "PNS", "Nelayan", "Guru")[number % 4] for number in range(len(MANY)))
    assert guesses(table(Nama=MANY, Pekerjaan=jobs))["Pekerjaan"].target == "occupation"


def test_a_class_that_was_chosen_is_what_customers_buy() -> None:
    classes = tuple(("Yoga", "Zumba", "Renang")[number % 3] for number in range(len(MANY)))
    assert guesses(table(Nama=MANY, Kelas_dipilih=classes))["Kelas dipilih"].target == "products"
    assert guesses(table(Nama=MANY, Kelas_pelanggan=classes))["Kelas pelanggan"].target == "segment"


def test_what_names_an_identity_card_is_of_niks_where_nothing_else_stands_there() -> None:
    assert guesses(table(Nama=NAMES, **{"KTP/KITAS": NIKS}))["KTP/KITAS"].target == "nik"


def test_birthdays_without_a_year_are_birthdays() -> None:
    days = ("18-Mei", "08-Apr", "7 Maret", "21-Des", "02-Jan", "30-Agt")
    assert guesses(table(ID=codes(), Nama=NAMES, Ultah=days))["Ultah"].target == "birth_date"


def test_a_contact_who_is_the_same_few_everywhere_is_none_of_the_customers() -> None:
    agents = tuple(f"Ust. Hakim {number % 3}" for number in range(len(MANY)))
    assert guesses(table(Nama=MANY, Perwakilan=agents))["Perwakilan"].target == ""


def test_when_somebody_comes_is_nothing_that_they_buy() -> None:
    days = tuple(("Sabtu 10.00", "Minggu 08.00", "Rabu 15.30")[number % 3] for number in range(len(MANY)))
    assert guesses(table(Nama=MANY, Latihan_rutin=days))["Latihan rutin"].target == ""
    short = tuple(("Sen & Kam sore", "Sab, 08.00", "Rab-Jum")[number % 3] for number in range(len(MANY)))
    assert guesses(table(Nama=MANY, Produk=short))["Produk"].target == ""
    wares = tuple(("Sun Medical", "Sun Fortuna", "Min. Wax")[number % 3] for number in range(len(MANY)))
    assert guesses(table(Nama=MANY, Produk=wares))["Produk"].target == "products"


def test_a_policy_and_the_plate_of_a_car_are_told_apart_under_the_word_that_they_share() -> None:
    policies = tuple(f"SDK/{number}/VII/000{number}" for number in range(1, 7))
    plates = ("N 5581 AKT", "DD 3574 JL", "B 33 VV", "L8341DY", "AD 3499 CQ", "DK 1176 AD")
    assert guesses(table(ID=codes(), Nama=NAMES, Nopol=policies))["Nopol"].target == "account_number"
    assert guesses(table(ID=codes(), Nama=NAMES, Nopol=plates))["Nopol"].target == ""


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


def test_channels_under_a_consent_say_which_one_is_preferred() -> None:
    channels = ("WhatsApp", "Email", "Telepon") * 4
    names = tuple(f"{name} {letter}" for name in NAMES for letter in "AB")

    assert guesses(table(Nama=names, Bersedia_dihubungi_via=channels))["Bersedia dihubungi via"].target == "channel"


def test_money_is_told_by_its_names() -> None:
    assert guesses(table(Nama=NAMES, Data16=("IDR", "USD", "IDR", "SGD", "IDR", "IDR")))["Data16"].target == "currency"


def test_round_amounts_are_no_postcodes() -> None:
    amounts = ("38000", "12000", "25000", "90000", "14500", "76000")
    assert guesses(table(ID=codes(), Nama=NAMES, Bon=amounts))["Bon"].target != "postcode"


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


def test_people_are_no_products_whatever_their_header_hints_at() -> None:
    assert guesses(table(ID=codes(), Penerima_Paket=NAMES))["Penerima Paket"].target == "name"


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


def test_kinds_of_customers_that_are_neither_persons_nor_firms_are_segments() -> None:
    kinds = ("Grosir", "Eceran", "Agen") * 12
    assert guesses(table(Nama=MANY, Jenis_Pelanggan=kinds))["Jenis Pelanggan"].target == "segment"
    assert guesses(table(Nama=MANY, Jenis=("Motor", "Mobil", "Truk") * 12))["Jenis"].target == "segment"
    assert guesses(table(Nama=MANY, Tipe=("Vario", "Beat", "Scoopy") * 12))["Tipe"].target == "products"
    assert guesses(table(Nama=MANY, Tipe=("Sub Agen", "Agen", "Drop Box") * 12))["Tipe"].target == "segment"
    assert guesses(table(Nama=MANY, Jenis=("Kucing", "Anjing", "Kucing") * 12))["Jenis"].target == ""
    assert guesses(table(Nama=MANY, Jenis=("Perorangan", "Perusahaan") * 18))["Jenis"].target == "customer_type"
    assert guesses(table(Nama=MANY, Jenis=("Laki-laki", "Perempuan") * 18))["Jenis"].target == "gender"


def test_how_often_somebody_bought_is_an_answer_and_no_ware() -> None:
    assert guesses(table(Nama=MANY, udah_beli=("udah", "blm", "blm pernah") * 12))["udah beli"].target == ""


def test_groups_of_accounts_are_no_handles() -> None:
    assert guesses(table(Nama=MANY, Nama_akun_grup=("Z001", "Z002", "ZCPD") * 12))["Nama akun grup"].target != "handle"


def test_texts_that_a_computer_made_are_no_remarks() -> None:
    made = tuple(f"kDic{number}BY/kUG{number * 7}RY+Yaa{number * 3}Qzbb==" for number in range(36))
    assert guesses(table(Nama=MANY, Checksum=made))["Checksum"].target != "notes"


def test_the_name_and_the_sign_of_any_money_are_read() -> None:
    spent, turnover = (tuple(f"R$ {n}.085,99" for n in numbers()), tuple(f"{n}3580,81 zł" for n in numbers()))
    assert guesses(table(Nama=NAMES, Total_gasto=spent))["Total gasto"].target == "revenue"
    assert guesses(table(Nama=NAMES, Umsatz=turnover))["Umsatz"].target == "revenue"


def test_days_under_the_header_of_houses_say_nothing_of_when_somebody_came() -> None:
    days = tuple(f"2025-0{month}-11" for month in range(3, 9))
    assert guesses(table(Nama=NAMES, Blok_No=days))["Blok No"].target == ""


def test_letters_for_yes_and_no_are_answers_by_what_stands_beside_them() -> None:
    assert guesses(table(Nama=NAMES, WhatsApp=tuple("YTYYTT")))["WhatsApp"].target == "consent_whatsapp"
    assert guesses(table(Nama=NAMES, WhatsApp=tuple("EHEEHE")))["WhatsApp"].target == "consent_whatsapp"
    assert guesses(table(Nama=NAMES, Gender=tuple("EKEEKE")))["Gender"].target == "gender"


@pytest.mark.parametrize("header", ["No Meter", "Nomor Meter", "No. Meteran", "Meter No"])
def test_a_meter_is_a_device_where_an_account_or_a_customer_has_a_number(header: str) -> None:
    meters = ("49128465", "26482717", "74031054", "38105527", "91746230", "60238914")
    for beside in ("No Sambungan", "ID Pelanggan"):
        columns = {"Nama": NAMES, beside: codes(), header: meters}
        assert guesses(table(**columns))[header].target == ""
    columns = {"Kode": codes(), "Nama": NAMES, header: meters}
    assert guesses(table(**columns))[header].target == "account_number"


@pytest.mark.parametrize("header", ["Beneficiary", "Parent/Guardian", "Nm. Ahli Waris"])
def test_who_stands_for_a_customer_is_one_only_where_nobody_else_is(header: str) -> None:
    alone = guesses(table(Kode=codes(), **{header: NAMES}))
    assert alone[header].target == "name"
    for member in ({"Member_(Surname,_Name)": NAMES[::-1]}, {"First_name": FAMILIES, "Last_name": FAMILIES[::-1]}):
        beside = guesses(table(Kode=codes(), **{header: NAMES}, **member))
        assert beside[header].target in ("", "contact_person")
        assert {"name", "given_name"} & {guess.target for guess in beside.values()}


def test_salutations_under_a_short_word_for_something_else_are_titles() -> None:
    found = guesses(table(Ttl=("Mr", "Mrs", "Ms", "Mr", "Dr", "Mr") * 4, Name=MANY[:24]))
    assert found["Ttl"].target == "title"
    births = tuple(f"Medan, {day}" for day in BIRTHS)
    assert guesses(table(TTL=births, Nama=NAMES))["TTL"].target == "birth_place_and_date"


def test_a_yes_to_the_processing_of_ones_data_is_a_consent() -> None:
    header = "Dengan ini saya MENYETUJUI data pribadi saya diproses panitia"
    assert guesses(table(Nama=NAMES, **{header: ("Setuju",) * 6}))[header].target == "consent"


def test_seconds_since_1970_are_days() -> None:
    seconds = tuple(str(1_700_000_000 + 86_400 * day) for day in range(6))
    found = guesses(table(Nama=NAMES, created_at=seconds, last_login=tuple(f"{one}000" for one in seconds)))
    assert (found["created at"].target, found["last login"].target) == ("first_seen", "last_activity")


def test_what_is_paid_for_a_day_is_paid() -> None:
    paid = tuple(str(5_000 + 500 * number) for number in range(len(MANY)))
    assert guesses(table(Nama=MANY, **{"Retribusi/hr": paid}))["Retribusi/hr"].target == "revenue"


def test_what_is_paid_for_a_month_is_paid_and_what_is_paid_for_a_metre_is_a_price() -> None:
    paid = tuple(f"{12 + number}.50" for number in range(len(MANY)))
    assert guesses(table(Nama=MANY, **{"Plan £/m": paid}))["Plan £/m"].target == "revenue"
    assert guesses(table(Nama=MANY, **{"Harga/m": paid}))["Harga/m"].target == ""


def test_days_of_departure_are_nobodys_first() -> None:
    came = tuple(f"{1 + number % 28:02}/06/2026" for number in range(len(MANY)))
    left = tuple(f"{2 + number % 28:02}/06/2026" for number in range(len(MANY)))
    found = guesses(table(Gość=MANY, Przyjazd=came, Wyjazd=left))
    assert (found["Przyjazd"].target, found["Wyjazd"].target) == ("last_activity", "")


def test_what_somebody_likes_most_is_bought_in_one_word_as_well() -> None:
    wines = ("Riesling", "Silvaner", "Dornfelder") * 12
    assert guesses(table(Name=MANY, Lieblingswein=wines))["Lieblingswein"].target == "products"


def test_owners_may_be_numbered() -> None:
    assert guesses(table(ID=codes(len(MANY)), **{"Owner 1": MANY}))["Owner 1"].target == "name"


def test_many_numbers_under_a_word_for_a_refusal_refuse_nothing() -> None:
    assert guesses(table(ID=codes(len(MANY)), Nama=MANY, Stop=numbers(len(MANY))))["Stop"].target == ""


def test_money_under_a_short_word_for_a_birth_is_a_fee() -> None:
    sums = ("76,66", "237,80", "250,73", "109,64", "196,64", "43,75")
    assert guesses(table(ID=codes(), Name=NAMES, **{"Geb.": sums}))["Geb."].target == "revenue"
