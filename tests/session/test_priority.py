import os
import subprocess
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


def test_threads_that_libraries_have_begun_step_back_without_the_caller():
    code = (
        "import os, threading\n"
        "from w2v_gui.session.priority import helpers_give_way\n"
        "end = threading.Event(); other = threading.Thread(target=end.wait); other.start()\n"
        "before = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())\n"
        "helpers_give_way()\n"
        "print(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) - before,"
        " os.getpriority(os.PRIO_PROCESS, other.native_id))\n"
        "end.set()\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["0", str(NICE)]
