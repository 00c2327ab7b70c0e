from w2v_gui.gui.pacing import Paced


def test_the_latest_is_drawn_when_its_time_has_come_or_at_rest():
    now = [0.0]
    drawn = []
    paced = Paced(drawn.append, 0.2, clock=lambda: now[0])
    paced.offer(1)
    paced.offer(2)
    now[0] = 0.1
    paced.offer(3)
    assert drawn == [1]
    paced.flush()
    paced.flush()
    assert drawn == [1, 3]
    now[0] = 0.25
    paced.offer(4)
    assert drawn == [1, 3, 4]
    paced.offer(5)
    paced.forget()
    paced.flush()
    paced.offer(6)
    assert drawn == [1, 3, 4, 6]
