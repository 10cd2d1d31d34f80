"""What a true customer of the sample lists is, and how one is invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from tests.samples import vocabulary as words

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random


class Case(StrEnum):
    """What makes a customer hard to recognize, or easy to mistake for another."""

    PLAIN = "plain"
    COMPANY = "company"
    TWINS = "twins"
    FATHER_SON = "father_son"
    HOUSEHOLD = "household"
    NAMESAKE = "namesake"
    OFFICE_PHONE = "office_phone"
    PLACEHOLDER = "placeholder"
    OLD_SPELLING = "old_spelling"
    TITLE = "title"
    MUHAMMAD = "muhammad"
    NICKNAME = "nickname"
    DAMAGED_NIK = "damaged_nik"
    LOST_ZERO = "lost_zero"
    MOVED = "moved"
    MARRIED_NAME = "married_name"
    BRANCH = "branch"
    SIMILAR_COMPANY = "similar_company"
    RECYCLED_PHONE = "recycled_phone"


@dataclass(frozen=True, slots=True)
class Address:
    """A house or office."""

    street: str
    number: int
    rt: int
    rw: int
    place: words.Place


@dataclass(frozen=True, slots=True)
class Customer:
    """One person or company. What ``other_...`` holds is what some departments know instead.

    Customers of one ``group`` are related, or only look so, and are not the same.
    """

    id: str
    case: Case
    name: str
    address: Address
    phone: str
    email: str
    is_company: bool = False
    gender: str = ""
    birth_date: date | None = None
    birth_place: str = ""
    nik: str = ""
    npwp: str = ""
    contact: str = ""
    other_names: tuple[str, ...] = ()
    other_phone: str = ""
    other_address: Address | None = None
    group: str = ""


class Inventor:
    """Invents customers one at a time; phones, e-mails and serial numbers are never given twice."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._phones: set[str] = set()
        self._names: set[str] = set()
        self._emails: set[str] = set()
        self._serials: dict[str, int] = {}
        self._count = 0

    def person(
        self,
        case: Case,
        *,
        name: str = "",
        gender: str = "",
        born: date | None = None,
        birth_place: words.Place | None = None,
        address: Address | None = None,
    ) -> Customer:
        """A person; what is not given is drawn."""
        gender = gender or self._rng.choice("MF")
        name = name or self.person_name(gender)
        born = born or self.birth_date(1955, 2004)
        address = address or self.address()
        birth_place = birth_place or self._rng.choice(words.PLACES)
        return Customer(
            id=self._next_id("P"),
            case=case,
            name=name,
            address=address,
            phone=self.mobile(),
            email=self.email(name, born),
            gender=gender,
            birth_date=born,
            birth_place=birth_place.city.split(" ", 1)[1],
            nik=self.nik(birth_place, born, gender),
        )

    def company(self, case: Case, *, name: str = "", npwp: str = "", address: Address | None = None) -> Customer:
        """A company; what is not given is drawn."""
        name = name or self.company_name()
        address = address or self.address()
        domain = "".join(name.lower().split()[1:]) + ".co.id"
        contact_gender = self._rng.choice("MF")
        return Customer(
            id=self._next_id("C"),
            case=case,
            name=name,
            address=address,
            phone=self.landline(address.place),
            email=f"{self._rng.choice(('info', 'purchasing', 'finance', 'admin'))}@{domain}",
            is_company=True,
            npwp=npwp or self.npwp(),
            contact=self.person_name(contact_gender),
        )

    def person_name(self, gender: str) -> str:
        """A name that nobody else got."""
        first_names = words.MALE_NAMES if gender == "M" else words.FEMALE_NAMES
        while True:
            parts = [self._rng.choice(first_names), self._rng.choice(words.FAMILY_NAMES)]
            if self._rng.random() < 0.35:
                parts.insert(1, self._rng.choice(first_names))
            name = " ".join(dict.fromkeys(parts))
            if name not in self._names:
                self._names.add(name)
                return name

    def company_name(self) -> str:
        """A company name that no other company got."""
        while True:
            form = self._rng.choice(words.COMPANY_FORMS)
            name = f"{self._rng.choice(words.COMPANY_FIRST)} {self._rng.choice(words.COMPANY_SECOND)}"
            if name not in self._names:
                self._names.add(name)
                return f"{form} {name}"

    def birth_date(self, first_year: int, last_year: int) -> date:
        """Any day but the first of January, which lists use for unknown dates."""
        first = date(first_year, 1, 2)
        return first + timedelta(days=self._rng.randrange((date(last_year, 12, 30) - first).days))

    def address(self, place: words.Place | None = None) -> Address:
        return Address(
            street=self._rng.choice(words.STREETS),
            number=self._rng.randint(1, 180),
            rt=self._rng.randint(1, 14),
            rw=self._rng.randint(1, 12),
            place=place or self._rng.choice(words.PLACES),
        )

    def mobile(self) -> str:
        return self._unique_phone(lambda: self._rng.choice(words.MOBILE_PREFIXES) + self._digits(8))

    def landline(self, place: words.Place) -> str:
        length = 7 if len(place.area_code) == 3 else 6
        return self._unique_phone(lambda: f"{place.area_code}{self._rng.randint(2, 8)}{self._digits(length - 1)}")

    def email(self, name: str, born: date) -> str:
        first, last = name.lower().split()[0], name.lower().split()[-1]
        shapes = (
            f"{first}.{last}",
            f"{first}{last}{born:%y}",
            f"{last}.{first}",
            f"{first}_{born:%d%m}",
            f"{first}{last[:3]}{born:%Y}",
        )
        provider = self._rng.choice(words.EMAIL_PROVIDERS)
        base = self._rng.choice(shapes)
        email = f"{base}@{provider}"
        while email in self._emails:
            email = f"{base}{self._rng.randint(2, 99)}@{provider}"
        self._emails.add(email)
        return email

    def nik(self, place: words.Place, born: date, gender: str) -> str:
        """District, birth date (women: day + 40) and a serial number that counts up."""
        day = born.day + (40 if gender == "F" else 0)
        stem = f"{place.nik_prefix}{day:02d}{born:%m%y}"
        self._serials[stem] = self._serials.get(stem, self._rng.randint(0, 4)) + 1
        return f"{stem}{self._serials[stem]:04d}"

    def npwp(self) -> str:
        """A 15-digit tax number; its ninth digit makes the first nine pass the Luhn check."""
        stem = "0" + str(self._rng.randint(1, 3)) + self._digits(6)
        total = 0
        for position, digit in enumerate(stem, start=1):
            value = int(digit) * (2 if position % 2 == 0 else 1)
            total += value - 9 if value > 9 else value
        return f"{stem}{-total % 10}{self._rng.randint(401, 649)}000"

    def _next_id(self, kind: str) -> str:
        self._count += 1
        return f"{kind}{self._count:04d}"

    def _digits(self, count: int) -> str:
        return "".join(self._rng.choice("0123456789") for _ in range(count))

    def _unique_phone(self, draw: Callable[[], str]) -> str:
        phone = draw()
        while phone in self._phones:
            phone = draw()
        self._phones.add(phone)
        return phone
