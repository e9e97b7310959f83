"""Which trace a request says that it belongs to."""

import pytest

from shared.telemetry.trace import Trace, read_trace

A, B = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"


def test_the_w3c_header_is_understood():
    assert read_trace(f"00-{A}-{B}-01", None) == Trace(A, B, sampled=True)
    assert read_trace(f"00-{A}-{B}-00", None) == Trace(A, B, sampled=False)


def test_google_s_older_header_is_understood():
    assert read_trace(None, f"{A}/255;o=1") == Trace(A, "00000000000000ff", sampled=True)
    assert read_trace(None, A) == Trace(A, None, sampled=False)


def test_the_w3c_header_comes_first():
    assert read_trace(f"00-{A}-{B}-00", f"{'c' * 32}/1;o=1") == Trace(A, B, sampled=False)


@pytest.mark.parametrize(
    "header",
    [
        "",
        f"00-{A}-{B}",
        f"00-{A.upper()}-{B}-01",
        f"00-{'0' * 32}-{B}-01",
        f"00-{A}-{'0' * 16}-01",
        f"00-{A}-{B}-01\n",
    ],
)
def test_a_malformed_header_names_no_trace(header):
    assert read_trace(header, header) is None
