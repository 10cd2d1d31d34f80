"""The true customers of the sample lists: ordinary ones, and every trap that makes stewards careful."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.samples import vocabulary as words
from tests.samples.customers import Case, Customer, Inventor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

PLAIN_PERSONS = 296
PLAIN_COMPANIES = 72


def invent_customers(rng: Random) -> list[Customer]:
    """About 700 customers, relatives and namesakes side by side."""
    invent = Inventor(rng)
    customers = [invent.person(Case.PLAIN) for _ in range(PLAIN_PERSONS)]
    customers += [invent.company(Case.COMPANY) for _ in range(PLAIN_COMPANIES)]
    for trap, group_size in RELATED.items():
        related = list(trap(invent, rng))
        customers += [
            replace(customer, group=f"{customer.case}-{number // group_size + 1}")
            for number, customer in enumerate(related)
        ]
    for trap in VARIED:
        customers += trap(invent, rng)
    return customers


def twins(invent: Inventor, rng: Random) -> Iterator[Customer]:
    """One birth date, one address, the mother's phone, and names that differ in a letter."""
    for first, second, genders in words.TWIN_NAMES:
        family_name = rng.choice(words.FAMILY_NAMES)
        born = invent.birth_date(1996, 2004)
        address = invent.address()
        birth_place = rng.choice(words.PLACES)
        phone = invent.mobile()
        for given_name, gender in zip((first, second), genders, strict=True):
            name = f"{given_name} {family_name}"
            twin = invent.person(
                Case.TWINS, name=name, gender=gender, born=born, birth_place=birth_place, address=address
            )
            yield replace(twin, other_phone=phone)


def fathers_and_sons(invent: Inventor, rng: Random) -> Iterator[Customer]:
    """One name, one address, one telephone in the house; a generation apart."""
    for _ in range(8):
        name = invent.person_name("M")
        address = invent.address()
        phone = invent.landline(address.place)
        for years in ((1950, 1964), (1980, 1996)):
            born = invent.birth_date(*years)
            person = invent.person(Case.FATHER_SON, name=name, gender="M", born=born, address=address)
            yield replace(person, other_phone=phone)


def households(invent: Inventor, rng: Random) -> Iterator[Customer]:
    """Husband and wife; some lists know both by the same phone."""
    for _ in range(20):
        address = invent.address()
        husband = invent.person(Case.HOUSEHOLD, gender="M", born=invent.birth_date(1965, 1992), address=address)
        wife = invent.person(Case.HOUSEHOLD, gender="F", born=invent.birth_date(1967, 1995), address=address)
        yield husband
        yield replace(wife, other_phone=husband.phone)


def namesakes(invent: Inventor, rng: Random) -> Iterator[Customer]:
    """Strangers with a name that thousands bear."""
    for name, gender in words.COMMON_NAMES:
        for place in rng.sample(words.PLACES, 2):
            yield invent.person(Case.NAMESAKE, name=name, gender=gender, address=invent.address(place))


def colleagues(invent: Inventor, rng: Random) -> Iterator[Customer]:
    """Twelve people who all gave the number of their office."""
    office = invent.address()
    phone = invent.landline(office.place)
    for _ in range(12):
        yield replace(invent.person(Case.OFFICE_PHONE), other_phone=phone, other_address=office)


def recycled_phones(invent: Inventor, rng: Random) -> Iterator[Customer]:
    """A number that belonged to somebody else some years ago."""
    for _ in range(8):
        present_owner = invent.person(Case.RECYCLED_PHONE)
        yield replace(invent.person(Case.RECYCLED_PHONE), other_phone=present_owner.phone)
        yield present_owner


def branches(invent: Inventor, rng: Random) -> Iterator[Customer]:
    """Head office and branch: one tax number but for the last three digits, and two customers."""
    for _ in range(6):
        head = invent.company(Case.BRANCH)
        place = rng.choice([place for place in words.PLACES if place.city != head.address.place.city])
        town = place.city.split(" ", 1)[1]
        branch = invent.company(
            Case.BRANCH, name=f"{head.name} Cabang {town}", npwp=f"{head.npwp[:12]}001", address=invent.address(place)
        )
        yield head
        yield replace(branch, email=f"cabang.{town.lower().replace(' ', '')}@{head.email.split('@')[1]}")


def similar_companies(invent: Inventor, rng: Random) -> Iterator[Customer]:
    """Companies that a careless eye takes for one."""
    for pair in words.SIMILAR_COMPANIES:
        form = rng.choice(words.COMPANY_FORMS)
        for name in pair:
            yield invent.company(Case.SIMILAR_COMPANY, name=f"{form} {name}")


def placeholders(invent: Inventor, rng: Random) -> Iterator[Customer]:
    """People of whom some lists only hold what the form demanded."""
    return (invent.person(Case.PLACEHOLDER) for _ in range(20))


def old_spellings(invent: Inventor, rng: Random) -> Iterator[Customer]:
    """Names written as before the spelling reforms in some lists."""
    for name in words.REFORMED_NAMES:
        person = invent.person(Case.OLD_SPELLING, name=name, born=invent.birth_date(1948, 1972))
        yield replace(person, other_names=(old_spelling(name),))


def titles(invent: Inventor, rng: Random) -> Iterator[Customer]:
    """The same person with and without salutations, degrees and the pilgrim's title."""
    decorations = {
        "M": ("H. {}", "Drs. {}, M.M.", "Bpk {}", "Ir. {}", "dr. {}, Sp.PD", "R. {}, S.H."),
        "F": ("Hj. {}", "Dra. {}", "Ibu {}, S.E.", "Ny. {}", "drg. {}", "{}, S.Pd., M.Pd."),
    }
    for number in range(24):
        person = invent.person(Case.TITLE)
        shapes = decorations[person.gender]
        first, second = shapes[number % len(shapes)], shapes[(number + 2) % len(shapes)]
        yield replace(person, other_names=(first.format(person.name), second.format(person.name)))


def muhammads(invent: Inventor, rng: Random) -> Iterator[Customer]:
    """Muhammad in six spellings, or left out."""
    for _ in range(20):
        rest = invent.person_name("M")
        spellings = rng.sample(words.MUHAMMAD_SPELLINGS[1:], 2)
        person = invent.person(Case.MUHAMMAD, name=f"Muhammad {rest}", gender="M")
        yield replace(person, other_names=(*(f"{spelling} {rest}" for spelling in spellings), rest))


def nicknames(invent: Inventor, rng: Random) -> Iterator[Customer]:
    """The name on the identity card, and what everybody says."""
    for full_name, (nickname, gender) in words.NICKNAMES.items():
        family_name = rng.choice(words.FAMILY_NAMES)
        person = invent.person(Case.NICKNAME, name=f"{full_name} {family_name}", gender=gender)
        yield replace(person, other_names=(f"{nickname} {family_name}",))


def damaged_niks(invent: Inventor, rng: Random) -> Iterator[Customer]:
    """Identity numbers that a spreadsheet rounded to fifteen digits."""
    return (invent.person(Case.DAMAGED_NIK) for _ in range(20))


def lost_zeros(invent: Inventor, rng: Random) -> Iterator[Customer]:
    """Phones that lost their leading zero by becoming numbers."""
    return (invent.person(Case.LOST_ZERO) for _ in range(16))


def movers(invent: Inventor, rng: Random) -> Iterator[Customer]:
    """People who live elsewhere now, and changed their number on the way in half of the cases."""
    for number in range(18):
        person = invent.person(Case.MOVED)
        yield replace(person, other_address=invent.address(), other_phone=invent.mobile() if number % 2 else "")


def married(invent: Inventor, rng: Random) -> Iterator[Customer]:
    """Women whom some lists know by their husband's family name."""
    for _ in range(10):
        person = invent.person(Case.MARRIED_NAME, gender="F", born=invent.birth_date(1970, 1998))
        first_names = person.name.split()[:-1]
        husbands = [name for name in words.FAMILY_NAMES if name not in person.name]
        yield replace(person, other_names=(" ".join([*first_names, rng.choice(husbands)]),))


def old_spelling(name: str) -> str:
    """The name as it was written before 1947.

    >>> old_spelling("Sucipto Wijaya")
    'Soetjipto Widjaja'
    """
    # One pass: the j that stands for y must not become dj, nor the j of tj and nj.
    old = {"j": "dj", "y": "j", "c": "tj", "u": "oe"}
    return " ".join("".join(old.get(letter, letter) for letter in word.lower()).capitalize() for word in name.split())


#: Customers that look like each other and are not one, with how many of them belong together.
RELATED = {
    twins: 2,
    fathers_and_sons: 2,
    households: 2,
    namesakes: 2,
    colleagues: 12,
    recycled_phones: 2,
    branches: 2,
    similar_companies: 2,
}
#: Customers that look different from list to list and are one.
VARIED = (
    placeholders,
    old_spellings,
    titles,
    muhammads,
    nicknames,
    damaged_niks,
    lost_zeros,
    movers,
    married,
)
