import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from w2v_gui.session.priority import NICE, give_way

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="priorities of single threads")


def nice():
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


def test_a_thread_steps_back_and_takes_those_it_starts_along():
    before, found = nice(), []

    def work():
        give_way()
        with ThreadPoolExecutor(1) as pool:
            found.extend([nice(), pool.submit(nice).result()])

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [max(before, NICE)] * 2
    assert nice() == before
