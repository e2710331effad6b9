"""Currencies of news prose, by the sign before a sum or the word after it: a closed table."""

from __future__ import annotations

import re

_SYMBOLS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW"}
_DOLLARS = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "aus": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
}
_CODES = ("USD", "EUR", "GBP", "INR", "JPY", "AUD", "CAD", "NZD", "CHF", "CNY", "RUB", "SEK", "NOK", "DKK")
_BEFORE = re.compile(
    r"(?:(?P<prefix>\b(?:US|AUS?|CAN?|NZ|HK|A|C|S))?\s?(?P<symbol>[$£€¥₹₽₩])\s?(?P<glued>US|AU|NZ|CA)?\s?"
    rf"|\b(?P<rupees>Rs\.?|INR)\s?|\b(?P<code>{'|'.join(_CODES)})\s?)$"
)
_AFTER = re.compile(
    r"[\s-]?(?:(?P<nation>US|U\.S\.|American|Australian|Canadian|New Zealand|Hong Kong|Singapore)\s)?"
    r"(?P<word>dollars?|bucks|euros?|pounds sterling|pounds?|pence|cents|rupees|rubles?|roubles?|yen|yuan|renminbi"
    rf"|pesos?|francs?|kronor|kroner|zlotys?|shekels?|rand|naira|{'|'.join(_CODES)})\b",
    re.IGNORECASE,
)
_NAMES = {
    "dollar": "USD",
    "buck": "USD",
    "euro": "EUR",
    "pounds sterling": "GBP",
    "pound": "GBP",
    "rupee": "INR",
    "ruble": "RUB",
    "rouble": "RUB",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "peso": "peso",
    "franc": "franc",
    "kronor": "SEK",
    "kroner": "krone",
    "zloty": "PLN",
    "shekel": "ILS",
    "rand": "ZAR",
    "naira": "NGN",
}
_NATIONS = {
    "us": "USD",
    "u.s.": "USD",
    "american": "USD",
    "australian": "AUD",
    "canadian": "CAD",
    "new zealand": "NZD",
    "hong kong": "HKD",
    "singapore": "SGD",
}
_CENTS = {"cents": ("USD", 0.01), "pence": ("GBP", 0.01)}


def currency_before(text: str, start: int) -> tuple[str, int, bool] | None:
    """The currency whose sign ends at `start`: its code, where it begins, whether the country is named.

    A bare "$" is read as US dollars and `named` is False.
    """
    match = _BEFORE.search(text, max(0, start - 8), start)
    if not match:
        return None
    begin = match.start() + len(match.group()) - len(match.group().lstrip())
    if match["rupees"]:
        return "INR", begin, True
    if match["code"]:
        return match["code"], begin, True
    nation = (match["prefix"] or match["glued"] or "").lower()
    named = match["symbol"] != "$" or bool(nation)
    return (
        _DOLLARS.get(nation, _SYMBOLS[match["symbol"]]) if match["symbol"] == "$" else _SYMBOLS[match["symbol"]],
        begin,
        named,
    )


_PAYS = re.compile(
    r"\b(?:pay|pays|paid|paying|cost|costs|costing|spend|spends|spent|spending|earn|earns|earned|earning|fined|owe|owes"
    r"|owed|donated|fine of|price of|bill of|fee of|prize of|priced at|worth|for just|sold for|bought for)\s"
    r"(?:about\s|around\s|nearly\s|almost\s|over\s|only\s|just\s|up to\s|at least\s|more than\s|an extra\s)?"
    r"[\w,.-]{1,12}$",
    re.IGNORECASE,
)
_PAID = re.compile(r"[\s-](?:fine|fee|note|bill|ticket|deposit)\b", re.IGNORECASE)


def _is_paid(text: str, start: int, end: int) -> bool:
    """Whether pounds change hands, by the words next to the number that ends at `start`."""
    return bool(_PAYS.search(text, max(0, start - 60), start) or _PAID.match(text, end))


def currency_after(text: str, end: int, *, scaled: bool) -> tuple[str, float, int] | None:
    """The currency named after the number: its code, the factor to whole units, where it ends.

    "pounds" are money only after a scale word ("3 million pounds") or where something is
    paid ("cost 12 pounds", "a fine of 50 pounds"); else they weigh.
    """
    match = _AFTER.match(text, end)
    if not match:
        return None
    word = match["word"].lower()
    if word in _CENTS:
        return (*_CENTS[word], match.end())
    if word.startswith("pound") and word != "pounds sterling" and not (scaled or _is_paid(text, end, match.end())):
        return None
    if word.upper() in _CODES:
        return word.upper(), 1.0, match.end()
    code = _NAMES.get(word) or _NAMES[word.removesuffix("s")]
    return _NATIONS.get((match["nation"] or "").lower(), code) if code == "USD" else code, 1.0, match.end()
