"""The words of headers in Indonesian and English, as they stand in reference/headers.json."""

from __future__ import annotations

import json
from functools import cache
from typing import TypedDict

from steward.resources import read_text


class HeaderParts(TypedDict):
    """The words by what they tell, wherever they stand in a header.

    ``channels`` and ``events`` by target; ``promotions``: what a consent is for; a consent is refused where ``denials``
    stand beside it and ended where ``withdrawals`` do, unless ``assents`` say that answers are listed; of days:
    ``latest``, ``ends`` and ``activities`` are of what a customer did, ``beginnings`` of how it began, ``dates`` say no
    more than that it is a day and ``other_dates`` that it is none of the customer's past, or that of one of the
    ``documents``; ``amounts`` of money, ``other_amounts`` of what a customer has or owes and not of what was bought;
    ``freights`` are among those, but not beside ``turnovers``; ``counts`` say how often something was done unless
    ``measures`` do what it weighed or cost or it is ``undone``, as ``times`` do of whatever; ``places`` where,
    ``untils`` how long, but for ``so_far``; ``numbers`` begin what something is known by, ``terms`` have an end,
    ``own_costs`` are not what customers pay; ``instalments`` are none but where they were ``settled``; ``notices`` are
    what somebody is told ``by`` a channel, whose words ``ways`` are, unless ``checks`` say that it works; ``names`` are
    of whomever.
    """

    consents: list[str]
    refusals: list[str]
    denials: list[str]
    withdrawals: list[str]
    assents: list[str]
    promotions: list[str]
    channels: dict[str, list[str]]
    events: dict[str, list[str]]
    latest: list[str]
    ends: list[str]
    activities: list[str]
    beginnings: list[str]
    dates: list[str]
    other_dates: list[str]
    documents: list[str]
    amounts: list[str]
    other_amounts: list[str]
    counts: list[str]
    measures: list[str]
    times: list[str]
    undone: list[str]
    so_far: list[str]
    untils: list[str]
    numbers: list[str]
    terms: list[str]
    own_costs: list[str]
    turnovers: list[str]
    freights: list[str]
    instalments: list[str]
    settled: list[str]
    notices: list[str]
    ways: list[str]
    by: list[str]
    checks: list[str]
    places: list[str]
    names: list[str]


class GrammarWords(TypedDict):
    """Words that headers are built with around what nobody listed.

    ``sorts`` are kinds of wares and ``ranks`` groups of customers, unless they are ``chosen`` by them, of what is
    ``not_sorted`` or of a ``school``; kinds of ``bearers`` are of customers. ``origins`` are of ways that customers
    came, beside ``arrivals``, or beside those who did; so is ``learning`` beside what it was ``learnt_from``.
    ``sums`` and what is ``regular`` are paid, but for ``no_sums``; ``prices`` are of one thing, ``lesser_sums`` less
    than what is paid, or none of it; ``bills`` of ``utilities`` are sums, and ``extras`` are paid beside others.
    ``businesses`` have names of their own, and so have ``accounts`` beside the people there; ``models`` alone are of
    wares, unless they are of ``sellers``. The total of a few is of what customers did, but for ``no_totals``.
    ``relatives`` have a job of their own. ``favorites``: of what somebody likes most, in any language.
    """

    sorts: list[str]
    ranks: list[str]
    not_sorted: list[str]
    bearers: list[str]
    origins: list[str]
    learning: list[str]
    learnt_from: list[str]
    arrivals: list[str]
    school: list[str]
    sums: list[str]
    regular: list[str]
    no_sums: list[str]
    prices: list[str]
    lesser_sums: list[str]
    models: list[str]
    sellers: list[str]
    accounts: list[str]
    businesses: list[str]
    chosen: list[str]
    bills: list[str]
    utilities: list[str]
    extras: list[str]
    no_totals: list[str]
    relatives: list[str]
    favorites: list[str]


class GluedWords(TypedDict):
    """Words that headers without blanks are made of.

    ``short``: abbreviations of two letters that they begin or end with; others would be found in any word. ``labels``
    are what they begin with: two short words behind each other are no chance then. ``ends`` are what codes are called
    behind the word for whose they are: "CIFNO". ``starts`` are long enough to be told from what nobody knows behind
    them: "RTRWPNJ".
    """

    short: list[str]
    labels: list[str]
    ends: list[str]
    starts: list[str]


class HeaderFile(TypedDict):
    """Headers in Indonesian and English, and the words in them.

    ``meanings``: target -> headers; a header may stand under several targets, the first is the likeliest; those under
    "" are known and on purpose no attribute. ``keys``: headers of the source key, the surest first; ``bare_keys`` say
    no more than that something has a code. ``heads``: words that, first in a header, say what it is whatever follows;
    ``tails`` do so at its end. ``signs``: words -> what is written for them with other characters than letters.
    ``rates`` say that a column holds no value but a part of one.
    ``same_words`` stand for others, ``short_words`` are what they are cut down to. ``owners`` say whose value it is and
    change nothing else; so do people of one word among the names. ``others`` say that it is of no customer, such as a
    pet. ``qualifiers`` may stand beside a header without changing it. ``only_whole``: headers too short or too general
    to be looked for inside a longer one. ``currencies``: names of money, in brackets behind
    what it was paid for, besides those of reference/currencies.txt.

    Headers of a kind: ``origins`` tell of the row and not of the customer, ``scopes`` are what customers are numbered
    in, such as a branch, ``leaders`` who leads a firm or owns what the list is about, ``areas`` are of the customers or
    of the sellers, ``houses`` are of numbers of houses, but for what lies ``around_houses`` or in them, ``departures``
    the last days of stays, ``boxes`` of those at a post office, ``dial_codes`` the country codes of the phones beside
    them, ``totals`` are words for all that was spent. Words in headers: ``holdings`` of what somebody owns, buys or
    learns, ``wishes`` of how they want it, ``stays`` of nights and rooms of guests, in any language, ``averages`` and
    ``spans`` of what was spent in a time, ``units`` of anything but money, ``devices`` of what is counted with,
    ``starts`` stand before or after what happened on a day.
    ``full_lengths`` are of numbers that are handed out with so many digits, zeros in front. ``within_addresses`` are of
    what an address goes on with in a column of its own, in any language: a building, a flat.
    """

    meanings: dict[str, list[str]]
    keys: list[str]
    bare_keys: list[str]
    running_numbers: list[str]
    heads: list[str]
    tails: list[str]
    holdings: list[str]
    wishes: list[str]
    spans: list[str]
    units: list[str]
    devices: list[str]
    stays: list[str]
    averages: list[str]
    starts: list[str]
    signs: dict[str, list[str]]
    rates: list[str]
    same_words: dict[str, list[str]]
    short_words: dict[str, list[str]]
    owners: list[str]
    others: list[str]
    qualifiers: list[str]
    only_whole: list[str]
    currencies: list[str]
    grammar: GrammarWords
    parts: HeaderParts
    glued: GluedWords
    origins: list[str]
    scopes: list[str]
    leaders: list[str]
    areas: list[str]
    houses: list[str]
    within_addresses: list[str]
    around_houses: list[str]
    departures: list[str]
    boxes: list[str]
    dial_codes: list[str]
    totals: list[str]
    full_lengths: dict[str, list[str]]


@cache
def header_file() -> HeaderFile:
    """The words, read once."""
    content: HeaderFile = json.loads(read_text("reference/headers.json"))
    return content
