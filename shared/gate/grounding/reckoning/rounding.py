"""How people put what they have worked out: exactly, with fewer digits, or rounded as the words beside it say."""

from shared.gate.grounding.measures import Precision, puts

_ABOUT = 0.12
_ABOVE, _BELOW, _LITTLE = 1.35, 0.75, 0.02
_ONE_OR_THE_NEXT, _TEN = 0.75, 10
_POINT, _PART_OF_SMALL = 1.0, 0.1


def is_said(said: float, result: float, precision: Precision, slack: float, *, is_share: bool = False) -> bool:
    """Whether `said` is a true way to put `result`, which may be off by the share `slack` of it; a percentage by a
    point.
    """
    if result <= 0:
        return False
    point = min(_POINT, max(_PART_OF_SMALL * said, 0.05)) if is_share else 0.0
    if precision is Precision.MORE:
        return said * (1 - _LITTLE) <= result <= said * _ABOVE
    if precision is Precision.LESS:
        return said * _BELOW <= result <= said * (1 + _LITTLE)
    if precision is Precision.ABOUT:
        near = _ONE_OR_THE_NEXT if said < _TEN and not said % 1 and not is_share else point
        return abs(said - result) <= max(slack * result, _ABOUT * result, near)
    return abs(said - result) <= max(slack * result, point) or (not is_share and puts(said, result, precision))
