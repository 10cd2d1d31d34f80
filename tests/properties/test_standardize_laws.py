"""Laws of standardizing: it never raises, its result is clean, and doing it twice changes nothing."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from steward.domain.attributes import ATTRIBUTES, Attribute
from steward.standardize.addresses import address_parts, address_tokens, house_number
from steward.standardize.emails import email_key, is_role_address
from steward.standardize.names import (
    fold_spelling,
    name_tokens,
)
from steward.standardize.organizations import organization_core
from steward.standardize.titles import title_words
from steward.standardize.values import (
    ValueStatus,
    better_attribute,
    detect_hints,
    split_values,
    standardize,
    standardize_column,
)

#: Pieces that mean something to some standardizer, glued together in ways nobody planned.
_PIECES = st.sampled_from(
    """
    PT CV UD Tbk (Persero) Ltd Cabang cab. - ( ) , . / ; & ' " Dr. H. Hj. Ibu Bpk S.E. S.Pd. M.M. bin binti alias
    d/h I Ni Made Wy. Moh. Budi SANTOSO sri wahyuni O'Brien McArthur Ma'ruf KARO-KARO van der R.A. M. pray0ga Jl.
    jln Jalan Gg. No. no: 12 12A 12-B IV Blok C3/12 RT 006 RW/014 003/005 rt.1/7 Kel. Desa Kec. Kab. Kota Prov.
    Jawa Barat BDG Jaksel Jambi 40559 Perum. Komp. H19-27 Dsn. Kp. Indonesia +62 0812 812345067 021 5551234 /35
    O812 ext psw. 8.12E+10 310/246-1501 00 62 budi@gmail.com @ [at] gmail,com mailto: info@maju.co.id 17/08/1985
    1985 Agustus 17 31276 00/00/0000 '85 3273015507850010 3171.0117.0845.0001 81.149.213.1-454.000 ? KTP SIM
    1.250.000,50 1,250.00 Rp jt rb 1.125 -5 (500) % L P Y TIDAK tidak ada N/A xxx sda &amp; &nbsp; ß İ ﬁ ٣ 李 🌻 ½ é
    """.split()
)
_GAPS = st.sampled_from(["", " ", " ", " ", ", ", "\n", "\u00a0", "."])
_LIKELY = st.lists(st.tuples(_PIECES, _GAPS), min_size=1, max_size=8).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)
_TEXTS = st.one_of(st.text(max_size=40), _LIKELY)
_ATTRIBUTES = pytest.mark.parametrize("attribute", ATTRIBUTES.values(), ids=ATTRIBUTES.keys())


@_ATTRIBUTES
@settings(max_examples=40)
@given(raw=_TEXTS)
@example(raw="")
@example(raw="\x00")
def test_any_text_gives_a_clean_value_that_standardizes_to_itself(attribute: Attribute, raw: str) -> None:
    found = standardize(attribute, raw)

    assert found.value == found.value.strip()
    assert "  " not in found.value
    assert found.value == "" or found.status not in {ValueStatus.EMPTY, ValueStatus.PLACEHOLDER}
    if found.status is not ValueStatus.INVALID:
        assert standardize(attribute, found.value).value == found.value


@_ATTRIBUTES
@settings(max_examples=20)
@given(raws=st.lists(_TEXTS, max_size=6))
def test_a_column_gives_the_same_as_its_cells_with_the_columns_hints(attribute: Attribute, raws: list[str]) -> None:
    hints = detect_hints(attribute, raws)

    assert standardize_column(attribute, raws) == [standardize(attribute, raw, hints) for raw in raws]


@_ATTRIBUTES
@settings(max_examples=20)
@given(raws=st.lists(_TEXTS, max_size=6), order=st.randoms(use_true_random=False))
def test_hints_do_not_depend_on_the_order_of_the_rows(attribute: Attribute, raws: list[str], order: object) -> None:
    shuffled = list(raws)
    order.shuffle(shuffled)  # type: ignore[attr-defined]

    assert detect_hints(attribute, shuffled) == detect_hints(attribute, raws)


@_ATTRIBUTES
@settings(max_examples=20)
@given(raw=_TEXTS)
def test_a_cell_splits_into_parts_and_a_single_attribute_into_at_most_one(attribute: Attribute, raw: str) -> None:
    parts = split_values(attribute, raw)

    assert all(parts)
    assert attribute.is_multiple or len(parts) <= 1
    assert better_attribute(attribute, raw) in ATTRIBUTES


@settings(max_examples=150)
@given(text=_TEXTS)
def test_keys_for_matching_exist_for_any_text(text: str) -> None:
    tokens = name_tokens(text) + organization_core(text) + address_tokens(text)

    assert all(token and token == token.lower() for token in tokens)
    assert all(isinstance(fold_spelling(token), str) for token in tokens)
    assert address_parts(text).postcode.isdigit() or not address_parts(text).postcode
    assert all(isinstance(key, str) for key in (house_number(text), email_key(text)))
    assert is_role_address(text) in {True, False}


@settings(max_examples=100)
@given(token=st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_folding_the_spelling_of_a_skeleton_again_does_not_make_it_longer(token: str) -> None:
    assert len(fold_spelling(fold_spelling(token))) <= len(fold_spelling(token)) + token.count("x")


_LETTERS_ALONE = st.lists(
    st.one_of(st.from_regex(r"[A-Za-z]{2,6}", fullmatch=True), _PIECES, st.sampled_from(sorted(title_words()))),
    min_size=1,
    max_size=4,
).map(" ".join)
_CLEAN = {
    "name": _LETTERS_ALONE,
    "phone": st.from_regex(r"(\+62|62|0)?[0-9]{6,13}", fullmatch=True)
    | st.from_regex(r"(\+62|62|0)?8[0-9]([0-9])\1{5,9}[0-9]?", fullmatch=True)
    | st.sampled_from(["081234567890", "+6281234567", "812345678", "62080000000", "08123456789012"]),
    "email": st.from_regex(
        r"[a-z0-9._+-]{1,8}@(gmail|gmial|maju-jaya|x-|test|mail)(\.(co|com|con|id)){1,2}", fullmatch=True
    ),
    "birth_date": st.from_regex(r"(0000|1850|1900|19[0-9]{2}|20[0-4][0-9]|2999)-[0-3][0-9]-[0-3][0-9]", fullmatch=True),
    "nik": st.from_regex(r"[0-9]{6}[0-7][0-9][01][0-9][0-9]{6}", fullmatch=True)
    | st.from_regex(r"(31|32|73)[0-9]{4}[0-7][0-9][01][0-9]{3}(000)?[0-9]{3,4}", fullmatch=True)
    | st.sampled_from([digit * 16 for digit in "0123456789"] + ["1234567890123456", "3100111108450001"]),
    "postcode": st.from_regex(r"[0-9]{4,6}", fullmatch=True) | st.sampled_from(["11111", "12345", "00000"]),
    "revenue": st.from_regex(r"[0-9]{1,29}", fullmatch=True),
    "last_activity": st.from_regex(r"(1[0-9]{3}|20[0-9]{2})-[0-3][0-9]-[0-3][0-9]", fullmatch=True),
}


@pytest.mark.parametrize("name", _CLEAN)
@settings(max_examples=150)
@given(data=st.data())
def test_a_value_that_needs_no_cleaning_means_what_it_means_after_cleaning(name: str, data: st.DataObject) -> None:
    raw = data.draw(_CLEAN[name])

    # The blank in front is cleaned off, so this one goes the long way.
    assert standardize(ATTRIBUTES[name], raw) == standardize(ATTRIBUTES[name], f" {raw}")
    assert split_values(ATTRIBUTES[name], raw) == tuple(map(str.strip, split_values(ATTRIBUTES[name], f" {raw}")))


@settings(max_examples=200)
@given(national=st.from_regex(r"[1-9][0-9]{5,12}", fullmatch=True))
def test_a_number_can_be_dialled_in_indonesia_when_the_library_says_so(national: str) -> None:
    found = standardize(ATTRIBUTES["phone"], f"+62 {national}")

    if found.status in {ValueStatus.VALID, ValueStatus.DOUBTFUL} and found.value == f"+62{national}":
        is_valid = phonenumbers.is_valid_number(phonenumbers.parse(f"+62{national}"))
        assert (found.status is ValueStatus.VALID) == is_valid


@pytest.mark.parametrize("name", ["birth_date", "phone"])
@settings(max_examples=60)
@given(data=st.data())
def test_the_hints_of_a_column_are_the_same_for_clean_and_for_decorated_cells(name: str, data: st.DataObject) -> None:
    numeric = st.from_regex(r"[0-3]?[0-9][-/.][0-3]?[0-9][-/.](19|20)[0-9]{2}", fullmatch=True)
    raws = data.draw(st.lists(numeric | _CLEAN[name], max_size=6))

    assert detect_hints(ATTRIBUTES[name], raws) == detect_hints(ATTRIBUTES[name], [f" {raw}" for raw in raws])


_STREET_WORDS = st.sampled_from(
    "Mawar Sako Kartini Rwanda Rt Ix Vi Xii Pln Kota Kec Kel Desa Taman Ruko Blok No Km Jalan Gang Ds Pasar".split()
)


@settings(max_examples=200)
@given(
    opening=st.sampled_from(["", "", "Jl. ", "Gg. ", "Perum. ", "Komp. "]),
    words=st.lists(_STREET_WORDS, min_size=1, max_size=3),
    end=st.sampled_from(
        ["", " No. 12", " 84", " Blok A No. 3", " Blok AB12 No. 4", " Blok C3 12", " Blok IX", " B1 No. 1"]
    ),
)
def test_an_address_that_may_be_standard_means_what_it_means_in_small_letters(
    opening: str, words: list[str], end: str
) -> None:
    # In small letters no part of it is taken for standard at once.
    address = f"{opening}{' '.join(words)}{end}"
    assert standardize(ATTRIBUTES["address"], address) == standardize(ATTRIBUTES["address"], address.lower())
