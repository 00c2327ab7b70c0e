from w2v_gui.session.mailbox import Mailbox
from w2v_gui.session.snapshot import View


def test_holds_the_latest_only():
    mailbox = Mailbox()
    assert mailbox.take() is None
    mailbox.put("older")
    mailbox.put("newer")
    assert mailbox.take() == "newer"
    assert mailbox.take() is None


def test_taking_asks_for_the_next_and_putting_answers():
    mailbox = Mailbox()
    assert not mailbox.wanted
    mailbox.take()
    assert mailbox.wanted
    mailbox.put("one")
    assert not mailbox.wanted


def test_view_stays_until_it_is_changed():
    mailbox = Mailbox()
    view = View(rows=(0, 1, 2))
    mailbox.want(view)
    mailbox.want()
    assert mailbox.view is view
