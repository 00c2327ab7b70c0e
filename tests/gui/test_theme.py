import pytest

from w2v_gui.gui.theme import DARK, LIGHT


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_zero_is_the_ground_of_the_card(palette):
    colours = palette.sign_map(257)
    ground = tuple(int(palette.card[i : i + 2], 16) for i in (1, 3, 5))
    assert tuple(colours[128]) == ground
    assert tuple(colours[0]) == tuple(int(palette.negative[i : i + 2], 16) for i in (1, 3, 5))
    assert tuple(colours[-1]) == tuple(int(palette.positive[i : i + 2], 16) for i in (1, 3, 5))
