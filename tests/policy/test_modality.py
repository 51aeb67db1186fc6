"""Each force of a verb gives an obligation its own life."""

import pytest

from nuanxin.policy.modality import Modality, State


@pytest.mark.parametrize(
    ("modality", "verb", "states"),
    [
        (Modality.MUST, "应", "owed planned met overdue"),
        (Modality.MUST_NOT, "不得", "breached"),
        (Modality.NORMALLY, "一般", "kept excepted breached"),
        (Modality.BEST_EFFORT, "尽量", "kept not_kept excepted"),
        (Modality.PREFER, "优先", "available met applied not_applied excepted unknown"),
        (Modality.MAY, "可", "available proposed approved declined"),
        (Modality.ORIENT, "注重", ""),
    ],
)
def test_a_force_has_its_verb_and_its_life(modality: Modality, verb: str, states: str) -> None:
    assert modality.text.zh == verb
    assert {State(word) for word in states.split()} <= set(modality.life)


def test_may_is_never_owed_and_needs_an_approver() -> None:
    assert not Modality.MAY.allows(State.OWED)
    assert not Modality.MAY.allows(State.OVERDUE)
    assert [m for m in Modality if m.needs_approver] == [Modality.MAY]


def test_orient_decides_nothing_and_has_no_state() -> None:
    assert [m for m in Modality if not m.decides] == [Modality.ORIENT]
    assert not any(Modality.ORIENT.allows(state) for state in State)


def test_unknown_is_a_state_of_every_force_that_decides() -> None:
    assert all(m.allows(State.UNKNOWN) for m in Modality if m.decides)


def test_only_a_duty_to_act_can_be_overdue() -> None:
    assert [m for m in Modality if m.allows(State.OVERDUE)] == [Modality.MUST]


def test_every_state_belongs_to_a_life_and_has_words_of_its_own() -> None:
    assert {state for m in Modality for state in m.life} == set(State)
    for language in ("zh", "en"):
        assert len({state.text.of(language) for state in State}) == len(State)
