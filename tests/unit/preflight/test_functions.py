"""Functions of a file: what they say within their domain, and at its ends beyond it."""

from __future__ import annotations

import pytest
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject

from briefing.preflight.functions import values


def numbers(*given: float) -> ArrayObject:
    return ArrayObject([FloatObject(each) for each in given])


def exponential(first: float, last: float, exponent: int = 1) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/FunctionType"): NumberObject(2),
            NameObject("/Domain"): numbers(0, 1),
            NameObject("/C0"): numbers(first),
            NameObject("/C1"): numbers(last),
            NameObject("/N"): NumberObject(exponent),
        }
    )


@pytest.mark.parametrize(
    ("x", "said"), [(0.0, 0.2), (0.25, 0.3), (1.0, 0.6), (-3.0, 0.2), (7.0, 0.6)]
)
def test_a_function_goes_from_its_first_value_to_its_last_and_no_further(
    x: float, said: float
) -> None:
    assert values(exponential(0.2, 0.6), x) == pytest.approx([said])


def test_an_exponent_bends_it() -> None:
    assert values(exponential(0, 1, exponent=2), 0.5) == pytest.approx([0.25])


def test_several_functions_say_a_value_each() -> None:
    both = ArrayObject([exponential(0, 1), exponential(1, 0)])
    assert values(both, 0.25) == pytest.approx([0.25, 0.75])
