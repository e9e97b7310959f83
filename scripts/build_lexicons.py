"""Write the lexicons that are worked out from others, so that no request waits for it; with --check fail if a file is
not what would be written.

    addressing_forms  every verb form that says how Spanish addresses its reader, and the words in `address_words.json`
    beginnings        with which words the patterns of other lexicons can begin
    telling_words     the words that `directives.json` calls tellings, and the pronouns behind them
    verbs             what else is known of the verbs
    orders_needs, possible_orders_needs
                      what a text must hold for each pattern of `orders.txt` to be worth trying
    towns             towns with their other names, countries and regions
    town_names        every name of a town
    town_regions      what regions are called
    ordinary          the ordinary words of Spanish and English
    first_words       ordinary words that are also small towns
    place_names       what the lines of a pasted profile call a place; for the reader of profiles
"""

import json
import sys
from typing import Any

from scripts.address_forms import forms_by_address, known_of_verbs
from scripts.deployed import ROOT
from scripts.order_needs import needs_of, starts_of
from scripts.place_table import place_names, regions, town_names, towns
from scripts.word_starts import beginnings_of, certain_words_of
from scripts.word_table import by_first_letters, first_words, grouped_by_first_letters, ordinary_words
from shared.gate.directives import TOLD_BY_WORDS
from shared.gate.lexicon import table, word_list

FOLDER = ROOT / "shared" / "gate" / "lexicons"
OF_PROFILES = ROOT / "shared" / "importing" / "profiles"


_BEGINNINGS = {
    "cliches": "spam flattery stock",
    "directives": " ".join(TOLD_BY_WORDS),
    "sensitive": "states matters acts wishes family strong",
}
"""The groups of lexicons that are told by the words in a text before they are searched for."""


def main() -> int:
    """Write the files, or check them."""
    texts = {FOLDER / file: text for file, text in written().items()}
    texts[OF_PROFILES / "place_names.txt"] = "\n".join(place_names()) + "\n"
    if "--check" not in sys.argv[1:]:
        for file, text in texts.items():
            file.write_text(text, encoding="utf-8")
        return 0
    stale = [file for file, text in texts.items() if not file.exists() or file.read_text(encoding="utf-8") != text]
    for file in stale:
        print(f"{file.relative_to(ROOT)} is stale; run `python -m scripts.build_lexicons`.", file=sys.stderr)
    return 1 if stale else 0


def built() -> dict[str, Any]:
    """The value of each file, by the lexicon's name."""
    return {
        "beginnings": {name: _beginnings(name, groups.split()) for name, groups in _BEGINNINGS.items()},
        "telling_words": _telling_words(),
        "verbs": known_of_verbs(),
        **{f"{name}_needs": list(map(_order_needs, word_list(name))) for name in ("orders", "possible_orders")},
        "town_regions": regions(),
    }


def written() -> dict[str, str]:
    """The text of each file, by the file's name."""
    lists = {
        "addressing_forms": grouped_by_first_letters(forms_by_address()),
        "towns": towns(),
        "town_names": by_first_letters(name.replace(" ", "_") for name in town_names()),
        "ordinary": ordinary_words(),
        "first_words": first_words(),
    }
    return {f"{name}.json": text_of(value) for name, value in built().items()} | {
        f"{name}.txt": "\n".join(lines) + "\n" for name, lines in lists.items()
    }


def text_of(value: Any) -> str:
    """A lexicon as it is written: an entry a line."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _order_needs(line: str) -> dict[str, Any]:
    return {"starts": " ".join(starts_of(line)), "needs": list(map(" ".join, needs_of(line)))}


def _beginnings(name: str, groups: list[str]) -> dict[str, str]:
    return {group: " ".join(sorted(beginnings_of(table(name)[group]))) for group in groups}


def _telling_words() -> dict[str, str]:
    words = table("directives")
    return {
        "verbs": " ".join(sorted(certain_words_of(words["tellings"]))),
        "pronouns": " ".join(sorted(certain_words_of([f"verb{words['clitics']}"]))).replace("verb", "-"),
    }


if __name__ == "__main__":
    sys.exit(main())
