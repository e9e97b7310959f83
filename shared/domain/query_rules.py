"""What a query to the Documents port may ask, and which declared indexes serve it.

Both adapters call `serving_indexes` before they ask, so that a query that Firestore would refuse in production fails
in the first test (its emulator enforces no indexes). Where Firestore's documentation leaves a doubt, the rule here is
the stricter reading. Breaches are programming errors: ValueError, with a sentence that says what is missing. Sources:
https://cloud.google.com/firestore/docs/query-data/index-overview (which queries need no composite index; merging),
https://cloud.google.com/firestore/docs/query-data/queries (limits of filters).
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from shared.domain.document_rules import check_collection, check_field_name, check_scalar, is_segment
from shared.domain.documents import (
    Bound,
    Compare,
    Contains,
    Declaration,
    Equal,
    Exemption,
    Filter,
    In,
    Index,
    IndexMode,
    Query,
    Scalar,
)

MAX_IN_VALUES = 30
MAX_SUMS = 4
"""Firestore takes five aggregations a query, and the count is one of them."""
MAX_INDEX_FIELDS = 100

Tail = tuple[tuple[str, IndexMode], ...]
"""What follows the equalities in an index: the fields that a query sorts by, in its directions."""


def check_declaration(declared: Declaration) -> None:
    """Raise ValueError unless Firestore would accept the declaration."""
    if not is_segment(declared.group):
        raise ValueError("An index is declared for a collection's last segment, and so is an exemption from one.")
    if isinstance(declared, Exemption):
        check_field_name(declared.field)
    else:
        _check_index(declared)


def _check_index(index: Index) -> None:
    names = [name for name, _ in index.fields]
    for name in names:
        check_field_name(name)
    if not 2 <= len(names) <= MAX_INDEX_FIELDS or len(set(names)) < len(names):
        raise ValueError("A composite index has at least two fields, all different; one field needs no declaration.")
    if [mode for _, mode in index.fields].count(IndexMode.CONTAINS) > 1:
        raise ValueError("A composite index has at most one array field.")


def check_query(query: Query) -> None:
    """Raise ValueError unless the query is one that the port knows, indexes apart."""
    check_collection(query.collection)
    for condition in query.where:
        _check_filter(condition)
    _check_equalities(query)
    _check_range(query)
    _check_order(query)
    _check_cursor(query)
    if query.limit is not None and query.limit < 1:
        raise ValueError("A query's limit is positive.")


def equality_filters(query: Query) -> dict[str, Equal | In | Contains]:
    """The filters that pick single values, by field."""
    return {one.field: one for one in query.where if not isinstance(one, Compare)}


def range_filters(query: Query) -> list[Compare]:
    """The ends of the query's range: none, one or two."""
    return [one for one in query.where if isinstance(one, Compare)]


def sorting_tail(query: Query, sums: Sequence[str] = ()) -> Tail:
    """What must follow the equalities in every index that serves the query: its orders, then the summed fields."""
    orders = tuple(
        (order.field, IndexMode.DESCENDING if order.descending else IndexMode.ASCENDING) for order in query.order
    )
    ordered = {order.field for order in query.order}
    return orders + tuple((name, IndexMode.ASCENDING) for name in sums if name not in ordered)


def serving_indexes(query: Query, declared: Iterable[Declaration], sums: Sequence[str] = ()) -> tuple[Index, ...]:
    """The declared indexes which together serve the query; none where automatic indexes of single fields do.

    No declaration is needed for equalities alone, for one Contains alone, and for sorting (with or without a range)
    by one field alone, unless a field of theirs is exempt from an index of its own. Otherwise each index has the
    filtered fields, or some of them, first and then exactly the query's `sorting_tail`; indexes with the same tail are
    merged until they cover all filtered fields. Firestore merges in the same way; it is not known to read a composite
    index backwards, so directions must match.

    Raises ValueError if the query is not valid or the declared indexes do not serve it.
    """
    check_query(query)
    _check_sums(query, sums)
    filters, tail = equality_filters(query), sorting_tail(query, sums)
    group = query.collection.rpartition("/")[2]
    declared = [one for one in declared if one.group == group]
    if _is_automatic(filters, tail):
        _check_exemptions(declared, {*filters, *(name for name, _ in tail)})
        return ()
    candidates = [one for one in declared if isinstance(one, Index) and _fits(one, filters, tail)]
    return _covering(candidates, filters, tail, group)


def _is_automatic(filters: dict[str, Equal | In | Contains], tail: Tail) -> bool:
    if tail:
        return len(tail) == 1 and not filters
    return len(filters) < 2 or not any(isinstance(one, Contains) for one in filters.values())


def _check_exemptions(declared: Iterable[Declaration], asked: set[str]) -> None:
    exempt = sorted(one.field for one in declared if isinstance(one, Exemption) and one.field in asked)
    if exempt:
        raise ValueError(f"No index serves the query: exempt from an index of its own is {', '.join(exempt)}.")


def _fits(index: Index, filters: dict[str, Equal | In | Contains], tail: Tail) -> bool:
    split = len(index.fields) - len(tail)
    head = index.fields[: max(split, 0)]
    return index.fields[len(head) :] == tail and all(
        name in filters and (mode is IndexMode.CONTAINS) == isinstance(filters[name], Contains) for name, mode in head
    )


def _covering(
    candidates: list[Index], filters: dict[str, Equal | In | Contains], tail: Tail, group: str
) -> tuple[Index, ...]:
    """Few of the candidates that cover all filters: each time the one that adds most."""
    chosen: list[Index] = []
    missing = set(filters)
    while missing or not chosen:
        best = max(candidates, key=lambda index: len(_head(index, tail) & missing), default=None)
        if best is None or (missing and not _head(best, tail) & missing):
            raise ValueError(_advice(group, missing, filters, tail))
        chosen.append(best)
        missing -= _head(best, tail)
    return tuple(chosen)


def _head(index: Index, tail: Tail) -> set[str]:
    return {name for name, _ in index.fields[: len(index.fields) - len(tail)]}


def _advice(group: str, missing: set[str], filters: dict[str, Equal | In | Contains], tail: Tail) -> str:
    head = [
        (name, IndexMode.CONTAINS if isinstance(filters[name], Contains) else IndexMode.ASCENDING)
        for name in sorted(missing)
    ]
    fields = ", ".join(f"{name} {mode.value}" for name, mode in (*head, *tail))
    return f'No declared index of "{group}" serves the query. Declare one with: {fields}.'


def _check_filter(condition: Filter) -> None:
    check_field_name(condition.field)
    match condition:
        case In(values=values):
            if not 1 <= len(values) <= MAX_IN_VALUES or None in values:
                raise ValueError(f"In takes 1 to {MAX_IN_VALUES} values, null not among them.")
            for value in values:
                check_scalar(value)
        case Contains(value=value) if not isinstance(value, str):
            raise ValueError("Contains takes a string.")
        case Compare(value=None):
            raise ValueError("A range has no end at null; ask for null with Equal.")
        case Equal(value=value) | Contains(value=value) | Compare(value=value):
            check_scalar(value)


def _check_equalities(query: Query) -> None:
    equalities = [one for one in query.where if not isinstance(one, Compare)]
    if len({one.field for one in equalities}) < len(equalities):
        raise ValueError("A query filters a field by one equality only.")
    if sum(isinstance(one, In | Contains) for one in equalities) > 1:
        raise ValueError("A query has one In or one Contains, not more.")


def _check_range(query: Query) -> None:
    ends = range_filters(query)
    if not ends:
        return
    if not query.order or any(end.field != query.order[0].field for end in ends):
        raise ValueError("The range field is the query's first order.")
    lower = sum(end.bound in {Bound.ABOVE, Bound.AT_LEAST} for end in ends)
    if lower > 1 or len(ends) - lower > 1:
        raise ValueError("A range has at most one lower and one upper end.")
    if len({_kind(end.value) for end in ends}) > 1:
        raise ValueError("Both ends of a range are of one type.")


def _kind(value: Scalar) -> type:
    for kind in (bool, int, float, datetime):
        if isinstance(value, kind):
            return float if kind is int else kind
    return str


def _check_order(query: Query) -> None:
    fields = [order.field for order in query.order]
    for name in fields:
        check_field_name(name)
    if len(set(fields)) < len(fields) or not equality_filters(query).keys().isdisjoint(fields):
        raise ValueError("A query orders by different fields, none of which it filters by equality.")


def _check_cursor(query: Query) -> None:
    if query.after is None:
        return
    if len(query.after) != len(query.order) + 1:
        raise ValueError("A cursor holds a value for each order and then the id.")
    for value in query.after[:-1]:
        check_scalar(value)
    document_id = query.after[-1]
    if not isinstance(document_id, str) or not is_segment(document_id):
        raise ValueError("A cursor ends with a document's id.")


def _check_sums(query: Query, sums: Sequence[str]) -> None:
    for name in sums:
        check_field_name(name)
    if len(sums) > MAX_SUMS or len(set(sums)) < len(sums):
        raise ValueError(f"An aggregation sums at most {MAX_SUMS} different fields.")
    if not equality_filters(query).keys().isdisjoint(sums):
        raise ValueError("An aggregation does not sum a field that it filters by equality.")
