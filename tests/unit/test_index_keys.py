"""Indexed values as bytes that sort."""

from datetime import UTC

from hypothesis import given
from hypothesis import strategies as st

from shared.adapters.embedded.index_keys import after_prefix, encoded, encoded_id, inverted
from tests.memory_documents import sort_key

texts = st.text(max_size=6) | st.text(alphabet="\0\1ab\xff", max_size=4)
numbers = st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
near_numbers = st.integers(2**53 - 3, 2**53 + 3) | st.sampled_from([float(2**53 + n) for n in range(-4, 6)])
values = (
    st.none()
    | st.booleans()
    | numbers
    | near_numbers
    | st.datetimes(timezones=st.just(UTC))
    | texts
    | st.lists(texts, max_size=3).map(tuple)
)


@given(values, values)
def test_codes_sort_as_the_values_do(one, other):
    assert (encoded(one) < encoded(other)) == (sort_key(one) < sort_key(other))
    assert (encoded(one) == encoded(other)) == (sort_key(one) == sort_key(other))


@given(values, values)
def test_inverted_codes_sort_the_other_way_round(one, other):
    assert (inverted(encoded(one)) < inverted(encoded(other))) == (sort_key(one) > sort_key(other))


@given(values, values)
def test_no_code_begins_another(one, other):
    if encoded(one) != encoded(other):
        assert not encoded(one).startswith(encoded(other))


@given(texts, texts)
def test_ids_sort_by_their_utf8_bytes_in_either_direction(one, other):
    assert (encoded_id(one) < encoded_id(other)) == (one.encode() < other.encode())
    assert (encoded_id(one, descending=True) < encoded_id(other, descending=True)) == (one.encode() > other.encode())


@given(st.binary(max_size=4), st.binary(max_size=4), st.binary(max_size=4))
def test_the_key_after_a_prefix_parts_what_begins_with_it_from_what_follows(prefix, rest, other):
    if not prefix.strip(b"\xff"):
        return
    assert prefix + rest < after_prefix(prefix)
    if other > prefix and not other.startswith(prefix):
        assert other >= after_prefix(prefix)
