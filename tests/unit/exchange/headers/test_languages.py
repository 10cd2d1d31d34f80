"""Headers in lists of other countries: their language, and what they mean in it."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from steward.exchange.headers.abroad import languages_of, read_abroad
from steward.exchange.headers.keys import is_order_header, is_running_header, key_rank
from steward.exchange.headers.languages import KINDS, header_languages
from steward.exchange.headers.words import read_header
from steward.exchange.targets import is_target
from steward.resources import read_rows, resource_path

HEADERS = Path(__file__).parents[3] / "data" / "headers_of_departments.csv"
NONE = "-"
#: Countries where departments write English and words of their own.
ENGLISH = {"fil", "hi", "ms", "sw"}


def _lists() -> dict[tuple[str, str], dict[str, set[str]]]:
    lists: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(dict)
    rows = csv.DictReader(line for line in HEADERS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    for row in rows:
        lists[row["language"], row["list"]][row["header"]] = set(row["attributes"].split("|"))
    return lists


LISTS = _lists()
NAMED = [pytest.param(*key, id=" ".join(key)) for key in LISTS]


def _told(header: str, languages: tuple[str, ...]) -> set[str]:
    """What a header says first, and the source key where it names that, too."""
    meaning = read_header(header, languages)
    first = {meaning.targets[0] or NONE} if meaning else {NONE}
    return first if key_rank(header, languages) is None else first - {NONE} | {"source_key"}


@pytest.mark.parametrize(("language", "name"), NAMED)
def test_the_language_of_a_list_is_told_by_its_headers(language: str, name: str) -> None:
    told = languages_of(tuple(LISTS[language, name]))

    assert told == (language,) or (language == "en" and ENGLISH.issuperset(told))


@pytest.mark.parametrize(("language", "name"), NAMED)
def test_headers_mean_what_departments_of_a_country_mean(language: str, name: str) -> None:
    headers = LISTS[language, name]
    languages = languages_of(tuple(headers))

    assert {header: told for header, wanted in headers.items() if not (told := _told(header, languages)) & wanted} == {}


@pytest.mark.parametrize("path", sorted(resource_path("reference/headers").glob("*.csv")), ids=lambda path: path.stem)
def test_files_of_languages_say_what_their_words_are_of_and_nothing_twice(path: Path) -> None:
    rows = read_rows(f"reference/headers/{path.name}")
    about = {row["about"] for row in rows}
    told = [
        (row["about"], header)
        for row in rows
        for column in ("headers", "there")
        for header in row[column].split("|")
        if header
    ]

    assert [name for name in about if not is_target(name) and name not in KINDS] == []
    assert len(told) == len(set(told))


def test_a_short_word_means_something_only_in_lists_of_its_language() -> None:
    turkish = read_header("PK", ("tr",))

    assert turkish is not None
    assert turkish.targets == ("postcode",)
    assert read_header("PK") is None


def test_what_is_known_at_home_is_something_else_in_lists_of_another_language() -> None:
    czech, polish = read_header("Kraj", ("cs",)), read_header("Kraj", ("pl",))

    assert czech is not None
    assert polish is not None
    assert (czech.targets[0], polish.targets[0]) == ("province", "country")


@pytest.mark.parametrize(
    ("headers", "languages"),
    [
        (("Nama", "Alamat", "No HP", "Kota", "Tgl Lahir"), ()),
        (("Name", "Address", "Phone", "City", "Tel.", "Status"), ()),
        # One word of another language is a chance, and so are two among many at home.
        (("Nama", "Alamat", "Kunde"), ()),
        (("Nama", "Alamat", "HP", "Kota", "Email", "NIK", "NPWP", "RT", "RW", "Kode Pos", "Kunde", "Umsatz"), ()),
        (("Klantnr/N° client", "Naam", "Straat", "Gemeente", "Nom", "Prénom", "Adresse", "Ville"), ("fr", "nl")),
    ],
)
def test_a_list_has_the_languages_of_which_it_has_several_headers(
    headers: tuple[str, ...], languages: tuple[str, ...]
) -> None:
    assert set(languages_of(headers)) == set(languages)


@pytest.mark.parametrize(
    ("language", "header", "target"),
    [
        # Without the words that change nothing, in any order and number.
        ("es", "N.º de teléfono del cliente", "phone"),
        ("it", "Indirizzo di residenza del cliente", "address"),
        ("pl", "Adres zamieszkania klienta", "address"),
        ("nl", "Naam en adres klant", "address"),
        # Cut down, with a dot, to a beginning or to the first and last letters.
        ("es", "Pcia.", "province"),
        ("es", "Mpio.", "city"),
        ("pt", "Telem.", "phone"),
        ("pt", "Enc. Educação", "name"),
        ("pl", "Ul. i nr domu", "address"),
        # By what happened when, how often, and what was paid.
        ("de", "Datum der letzten Bestellung", "last_activity"),
        ("ja", "最終受注日", "last_activity"),
        ("zh", "首次下单日期", "first_seen"),
        ("ko", "누적 결제 금액", "revenue"),
        ("sv", "Antal beställningar", "purchases"),
        ("ru", "Согласие на e-mail рассылку", "consent_email"),
        # Whatever was done, it was so many times.
        ("ja", "入庫回数", "purchases"),
        ("tr", "Kaç kez taşındı", "purchases"),
        # By the word that all others say more of.
        ("vi", "ĐC thu phí", "address"),
        ("ko", "최근구매상품", "products"),
        ("fa", "نام درمانگاه", "organization"),
        ("zh", "能否短信通知", "consent_sms"),
        # What an address is made of is told by where it stands.
        ("ru", "Кв./офис", ""),
        ("ja", "棟・号室", ""),
        # Whatever a list calls its customers, they have names and are of some kind.
        ("ja", "納品先名", "name"),
        ("tr", "Arıcı Adı Soyadı", "name"),
        ("ar", "نوع المستفيد", "customer_type"),
        # From where or how, in any form of what somebody did.
        ("tr", "Nereden gelmiş", "channel"),
        ("uk", "Звідки прийшли", "channel"),
        # One paper or another.
        ("tr", "TC-Vergi No", "other_id"),
        # How a name is read is no other name.
        ("ja", "フリガナ", ""),
        # In one word.
        ("de", "KUNDENTELEFON", "phone"),
        ("pt", "DTNASC", "birth_date"),
        # Of somebody else, or of no day in the customer's past.
        ("es", "Teléfono del vendedor", ""),
        ("fr", "Date de naissance du chien", ""),
        ("it", "Data scadenza certificato", ""),
        ("es", "Línea créd. MXN", ""),
        # Money named behind the words.
        ("cs", "Útrata Kč", "revenue"),
        ("sv", "Belopp kr", "revenue"),
        ("sv", "Avg. kr", "revenue"),
        ("sv", "Medl.typ", "segment"),
        ("th", "จ.", "province"),
        ("th", "คอร์สล่าสุด", "products"),
        ("th", "เลข ปชช.", "other_id"),
        ("fr", "achat", "products"),
    ],
)
def test_headers_of_other_languages_are_understood_by_their_words(language: str, header: str, target: str) -> None:
    meaning = read_abroad(header, language)

    assert meaning is not None
    assert meaning.targets[0] == target


def test_a_word_for_customers_in_front_of_another_is_not_what_they_are_called() -> None:
    assert read_abroad("客户档口", "zh") is None


@pytest.mark.parametrize(
    ("header", "target"),
    [
        *(("Şahıs/Tüzel", "customer_type"), ("개인·법인", "customer_type"), ("Binafsi/Kampuni", "customer_type")),
        # Both sides must be there, and nothing else.
        *(("Syarikat/Firma", "organization"), ("Perusahaan/Nama", "organization")),
    ],
)
def test_a_header_that_lists_persons_and_firms_is_of_the_type_of_customer(header: str, target: str) -> None:
    meaning = read_header(header)

    assert meaning is not None
    assert meaning.targets[0] == target


def test_a_word_whose_letters_stand_inside_a_longer_one_is_not_cut_down_from_it() -> None:
    assert read_abroad("Pcia", "es") is not None
    assert read_abroad("Ncia", "es") is None


@pytest.mark.parametrize(
    ("language", "header"),
    [("cs", "Č. zákazníka"), ("es", "Nro. de socio"), ("fr", "Réf. abonné"), ("vi", "Mã KH"), ("ar", "رقم العميل")],
)
def test_the_number_of_a_customer_is_the_key_in_any_language(language: str, header: str) -> None:
    assert key_rank(header, (language,)) is not None


def test_a_key_may_be_named_in_two_languages() -> None:
    assert key_rank("Klantnr/N° client", ("nl", "fr")) is not None


@pytest.mark.parametrize(("language", "header"), [("pl", "nr_zam"), ("de", "Bestell-Nr."), ("cs", "č. zakázky")])
def test_numbers_of_orders_are_known_in_any_language(language: str, header: str) -> None:
    assert is_order_header(header, (language,)) or key_rank(header, (language,)) is not None


def test_running_numbers_are_known_in_any_language() -> None:
    told = [("de", "lfd. Nr."), ("pl", "L.p."), ("tr", "Sıra No"), ("ru", "№ п/п"), ("zh", "序号")]

    assert [header for language, header in told if not is_running_header(header, (language,))] == []


def test_every_language_names_whom_and_how_to_reach_a_customer() -> None:
    basics = {"name", "phone", "address", "birth_date", "revenue", "last_activity"}

    for language in header_languages():
        assert basics <= {targets[0] for targets in language.meanings.values()}, language.code


@pytest.mark.parametrize(
    ("header", "code", "target"),
    [
        ("Umowa od", "pl", "first_seen"),
        ("Umowa do", "pl", ""),
        ("Vertrag bis", "de", ""),
        ("Ruhsat Bitiş", "tr", ""),
        ("Ruhsat Tarihi", "tr", "first_seen"),
        ("Omzet tot.", "nl", "revenue"),
        ("Lug. nac.", "es", "birth_place"),
        ("# jagte", "af", "purchases"),
    ],
)
def test_what_stands_around_a_word_says_what_of_it_is_meant(header: str, code: str, target: str) -> None:
    found = read_header(header, (code,))

    assert found is not None
    assert found.targets[0] == target


@pytest.mark.parametrize(
    ("language", "header", "target"),
    [
        *(("no", "Kontrakt til", ""), ("no", "Gyldig fra", "first_seen"), ("fr", "Contrat du", "first_seen")),
        *(("de", "Vertrag bis", ""), ("pl", "Umowa od", "first_seen"), ("es", "Contrato hasta", "")),
        *(("no", "E-post til", "email"), ("da", "Navn til", "name"), ("fr", "Adresse du", "address")),
        *(("de", "Umsatz bis", "revenue"), ("de", "Ort von", "city"), ("nl", "Omzet tot", "revenue")),
        *(("es", "Ventas hasta", "revenue"), ("it", "Fatturato al", "revenue"), ("pl", "Cena od", "revenue")),
    ],
)
def test_what_is_begun_and_ended_has_bounds_and_nothing_else(language: str, header: str, target: str) -> None:
    meaning = read_abroad(header, language)
    assert meaning is not None
    assert meaning.targets == (target,)


def test_few_letters_of_a_long_word_are_no_short_form_of_it() -> None:
    assert read_abroad("Mek.", "sv") is None
    assert read_abroad("Zuzug am", "de") is None


def test_a_key_is_known_by_the_beginnings_of_its_words_after_those_that_are_whole() -> None:
    cut, whole = key_rank("Kod kontrah.", ("pl",)), key_rank("Kod kontrahenta", ("pl",))

    assert cut is not None
    assert whole is not None
    assert whole < cut


def test_short_words_tell_a_language_where_many_of_them_stand_together() -> None:
    headers = ("Pacjent", "D. ur.", "Tyt.", "Ost. wizyta", "Uw.", "Ul.", "NFZ")

    assert languages_of(headers) == ("pl",)
