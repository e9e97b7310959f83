"""What a month costs at 1,000 to 1,000,000 messages, by formula from the price file and from what a message takes.

    python -m benchmarks.monthly_costs

Beside it an always-on server of the size that the first requirement document asks for, and that document's estimate.
Free quotas are left out, so a small month costs less than is said here.
"""

from collections.abc import Mapping

from benchmarks.message_costs import FORMATS, PRICES, measured, money
from benchmarks.table import print_table

VOLUMES = (1_000, 10_000, 100_000, 1_000_000)
HOURS = 730
SECONDS = HOURS * 3600
_GIB = 2**30

REPAIRS = 0.15
"""Share of messages that the model is asked for twice; assumed, to be replaced by what the dashboard says."""
REQUESTS_BY_PEOPLE = 5
"""Requests of people for a message: lists, an edit with its checks, approval, sent; assumed."""
READS_BY_PEOPLE = 60
"""Documents that those requests read; assumed: one page of 50, and ten single documents."""
ANSWER_BYTES = 4_000
"""What a request sends out; assumed."""
STORED_BYTES = 12_000
"""Of a message with its person, item, events and index entries; assumed."""
LOG_BYTES = 700
"""Of a log line; assumed."""
KEPT_MONTHS = 12
"""How long messages are kept: the twelfth month pays for twelve."""
RULES = 9
SECRETS = 3
WARM = {"processor": 1, "memory_gib": 0.5}

DOCUMENT_ESTIMATE = (150, 290)
"""Infrastructure a month, and USD 0.50 to 2.00 for 1,000 requests of the model: the first requirement document."""
DOCUMENT_MODEL = (0.5, 2.0)
ALWAYS_ON = {"machines": 2, "disk_gib": 150}
"""That document's smallest server and database: 2 processors and 4 GB each, 50 and 100 GB of disk."""


def main() -> None:
    """Print the table."""
    takes = [measured(format_) for format_ in FORMATS]
    a_message = [sum(costs) / len(FORMATS) for costs in zip(*(money(use).values() for use in takes), strict=True)]
    by_name = dict(zip(money(takes[0]), a_message, strict=True))
    months = {volume: month(volume, by_name) for volume in VOLUMES}
    rows = [[name, *(f"{months[volume][name]:,.2f}" for volume in VOLUMES)] for name in months[VOLUMES[0]]]
    rows.append(["all", *(f"{sum(months[volume].values()):,.2f}" for volume in VOLUMES)])
    rows.append(["the same without the model", *(f"{_without_model(months[volume]):,.2f}" for volume in VOLUMES)])
    rows.append(["an always-on server, without the model", *(f"{always_on():,.2f}" for _ in VOLUMES)])
    low, high = (
        [f"{base + model * volume / 1000:,.0f}" for volume in VOLUMES]
        for base, model in zip(DOCUMENT_ESTIMATE, DOCUMENT_MODEL, strict=True)
    )
    rows.append(
        ["the requirement's own estimate", *(f"{one} to {other}" for one, other in zip(low, high, strict=True))]
    )
    title = f"{PRICES['currency']} a month by messages, half notes and half e-mails, in the twelfth month"
    print_table(title, ["", *(f"{volume:,}" for volume in VOLUMES)], rows)


def month(messages: int, a_message: Mapping[str, float]) -> dict[str, float]:
    """What a month with so many messages costs, by what is paid for."""
    edge, kept, warm, store = PRICES["edge"], PRICES["kept"], PRICES["warm"], PRICES["firestore"]
    model = sum(cost for name, cost in a_message.items() if name.startswith("model")) * (1 + REPAIRS)
    work = sum(cost for name, cost in a_message.items() if not name.startswith("model"))
    requests = messages * REQUESTS_BY_PEOPLE
    stored_gib = messages * KEPT_MONTHS * STORED_BYTES / _GIB
    sent_gib = requests * ANSWER_BYTES / _GIB
    keeping = (
        kept["firestore_gib_month"] + 2 * kept["firestore_backup_gib_month"] + kept["firestore_recovery_gib_month"]
    )
    return {
        "model": messages * model,
        "functions, queue and store for the messages": messages * work,
        "people's reads": messages * READS_BY_PEOPLE * store["reads_per_100000"] / 100_000,
        "storage, backups, recovery": stored_gib * keeping,
        "load balancer and traffic": edge["forwarding_rules_hour"] * HOURS
        + sent_gib * (edge["processed_gib"] + edge["egress_gib"]),
        "Cloud Armor": edge["armor_policy_month"]
        + RULES * edge["armor_rule_month"]
        + requests * edge["armor_requests_per_1000000"] / 1_000_000,
        "one warm instance": SECONDS
        * (WARM["processor"] * warm["processor_second"] + WARM["memory_gib"] * warm["memory_gib_second"]),
        "logs": (requests + 3 * messages) * LOG_BYTES / _GIB * kept["logs_gib"],
        "secrets and clock": SECRETS * PRICES["standing"]["secret_version_month"]
        + PRICES["standing"]["scheduler_job_month"]
        + 0.3,
    }


def always_on() -> float:
    """Two machines that run all the time, with their disks; nobody's hours for looking after them are in it."""
    prices = PRICES["always_on"]
    return float(
        ALWAYS_ON["machines"] * prices["machine_hour"] * HOURS + ALWAYS_ON["disk_gib"] * prices["disk_gib_month"]
    )


def _without_model(costs: Mapping[str, float]) -> float:
    return sum(costs.values()) - costs["model"]


if __name__ == "__main__":
    main()
