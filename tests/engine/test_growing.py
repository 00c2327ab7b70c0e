import numpy as np
import pytest

from w2v_gui.engine.growing import Growing


def test_it_is_what_a_list_would_be():
    series, plain = Growing(np.int64), []
    for i in range(1000):
        if i % 7 == 3:
            series.insert(i // 9 % (len(plain) + 1), i)
            plain.insert(i // 9 % (len(plain) + 1), i)
        elif i % 101 == 100:
            series.keep(len(plain) // 2)
            del plain[len(plain) // 2 :]
        else:
            series.append(i)
            plain.append(i)
        assert series.array().tolist() == plain
        assert len(series) == len(plain)


def test_what_was_handed_out_stays_as_it_was():
    series = Growing(np.float64, (1.0, 2.0))
    handed = series.array()
    series.keep(1)
    series.append(5.0)
    series.insert(0, 7.0)
    assert handed.tolist() == [1.0, 2.0]
    assert series.array().tolist() == [7.0, 1.0, 5.0]
    with pytest.raises(ValueError, match="read-only"):
        handed[0] = 3.0
