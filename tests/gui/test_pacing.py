from w2v_gui.gui.pacing import Paced


def test_one_of_so_many_is_drawn_the_first_at_once_and_the_latest_at_rest():
    drawn = []
    paced = Paced(drawn.append, 3, 2)
    for i in range(7):
        paced.offer(i)
    assert drawn == [0, 2, 5]
    paced.flush()
    paced.flush()
    assert drawn == [0, 2, 5, 6]
    paced.offer(7)
    paced.forget()
    paced.flush()
    paced.offer(8)
    assert drawn == [0, 2, 5, 6, 8]


def test_what_nobody_sees_is_not_drawn_until_it_is_seen():
    drawn, seen = [], [False]
    paced = Paced(drawn.append, seen=lambda: seen[0])
    paced.offer(1)
    paced.offer(2)
    paced.flush()
    assert drawn == []
    seen[0] = True
    paced.flush()
    assert drawn == [2]
