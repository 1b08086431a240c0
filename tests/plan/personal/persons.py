"""Invented personal data in the ways people in the Netherlands write it, from a seed."""

# ruff: noqa: SIM905 - words read better as words

from __future__ import annotations

from random import Random

STREETS = (
    "Kastanjelaan Dorpsstraat Stationsweg Kerkplein Julianastraat Molendijk Havenkade Lindenhof "
    "Bosweg Prinsengracht Wilhelminasingel Schoolsteeg Eikendreef Marktplein Parkweg Oudewal "
    "Rozenstraat Waterpad Brinkweg Hoofdstraat"
).split()
NAMES = "Jansen Bakker Yilmaz Visser Smit Mulder Haddad Bos Vos Peters Hendriks Kok".split()
PARTICLES = ("", "", "", "de ", "van den ", "van der ", "El ")
MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
MAILS = (
    "gmail.com hotmail.com outlook.com live.nl ziggo.nl kpnmail.nl icloud.com hotmail.nl".split()
)
LETTERS = "BDFGHJKLNPRSTVXZ"


def address(chance: Random) -> str:
    number = str(chance.randint(1, 399)) + chance.choice(("", "", "", "a", "B", "-2"))
    street = chance.choice(STREETS)
    if chance.random() < 0.2:
        street = street.lower()
    return chance.choice(("{} {}", "{} {}", "{} nr. {}")).format(street, number)


def family(chance: Random) -> str:
    word = chance.choice(("familie", "Familie", "fam.", "het gezin"))
    name = chance.choice(PARTICLES) + chance.choice(NAMES)
    return f"{word} {chance.choice((name, name[0].upper() + '.'))}"


def birth_date(chance: Random) -> str:
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1940, 2012)
    numeric = f"{day:02}-{month:02}-{year}", f"{day}/{month}/{year}", f"{day}.{month}.{year}"
    words = f"{day} {MONTHS[month - 1]} {year}"
    return chance.choice(
        (
            f"geboren {chance.choice(numeric)}",
            f"geboren op {words}",
            f"geb. {words}",
            f"geboortedatum: {chance.choice(numeric)}",
            f"({numeric[0]})",
        )
    )


def phone(chance: Random) -> str:
    mobile = "".join(str(chance.randint(0, 9)) for _ in range(8))
    pairs = " ".join(mobile[n : n + 2] for n in range(0, 8, 2))
    area = f"0{chance.randint(10, 79)}-{chance.randint(1000000, 9999999)}"
    shapes = (
        f"06-{mobile}",
        f"06 {pairs}",
        f"06{mobile}",
        f"+31 6 {pairs}",
        f"+316{mobile}",
        area,
    )
    return chance.choice(shapes)


def bsn(chance: Random) -> str:
    while True:
        digits = [chance.randint(1, 9), *(chance.randint(0, 9) for _ in range(7))]
        check = sum(d * w for d, w in zip(digits, range(9, 1, -1), strict=True)) % 11
        if check < 10:
            whole = "".join(map(str, (*digits, check)))
            dotted = f"{whole[:3]}.{whole[3:6]}.{whole[6:]}"
            return chance.choice((whole, whole, dotted, f"{whole[:4]} {whole[4:6]} {whole[6:]}"))


def plate(chance: Random) -> str:
    shape = chance.choice(("LL-DD-LL", "DD-LL-DD", "DD-LLL-D", "L-DDD-LL", "LL-DDD-L", "DDD-LL-D"))
    signs = {"L": LETTERS, "D": "0123456789", "-": "-"}
    made = "".join(chance.choice(signs[sign]) for sign in shape)
    return chance.choice((made, made, made.lower(), made.replace("-", "")))


def iban(chance: Random) -> str:
    bank = chance.choice(("ABNA", "INGB", "RABO", "TRIO", "ASNB"))
    account = bank + "".join(str(chance.randint(0, 9)) for _ in range(10))
    check = 98 - int("".join(str(int(sign, 36)) for sign in account + "NL00")) % 97
    whole = f"NL{check:02}{account}"
    grouped = " ".join(whole[n : n + 4] for n in range(0, 18, 4))
    return chance.choice((whole, grouped))


def email(chance: Random) -> str:
    name = chance.choice(NAMES).lower()
    box = chance.choice((f"{name}{chance.randint(1, 99)}", f"j.{name}", f"{name}_thuis"))
    return f"{box}@{chance.choice(MAILS)}"


def initials_age(chance: Random) -> str:
    first, second = chance.choice(LETTERS), chance.choice(LETTERS)
    who = chance.choice((f"{first}.", f"{first}.{second}.", f"{first}. {second}."))
    age = chance.randint(9, 88)
    return chance.choice(
        (f"{who} ({age})", f"{who}, {age} jaar", f"{who} ({age} jaar)", f"{who} van {age} jaar")
    )


MAKERS = {
    "address": address,
    "family": family,
    "birth_date": birth_date,
    "phone": phone,
    "bsn": bsn,
    "plate": plate,
    "iban": iban,
    "email": email,
    "initials_age": initials_age,
}
AROUND = (
    "Het gaat vooral om {}, daar komt het steeds vandaan.",
    "De melder noemt {} en vraagt wat wij eraan doen.",
    "Volgens de wijkagent is {} het bekendste voorbeeld.",
    "Vorige maand nog: {}.",
    "{} is inmiddels bij alle partners bekend.",
    "We kregen twaalf meldingen in 2026, de laatste over {} in september.",
)


def samples(number: int, seed: int) -> list[tuple[str, str, str]]:
    """Kind, the personal data, and a sentence around it; every kind about as often."""
    chance = Random(seed)  # noqa: S311 - data for tests
    kinds = tuple(MAKERS)
    made = []
    for n in range(number):
        kind = kinds[n % len(kinds)]
        data = MAKERS[kind](chance)
        made.append((kind, data, chance.choice(AROUND).format(data)))
    return made
