import os
import threading
import time
from pathlib import Path

from vedu.foundation.sqlite.writer_lock import WriterLock


def test_a_free_lock_is_given_at_once(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path / "lock", timeout=0)
    assert lock.acquire()
    assert lock.held


def test_a_second_owner_waits_no_longer_than_its_timeout(tmp_path: Path) -> None:
    first, second = WriterLock(tmp_path / "lock", 1), WriterLock(tmp_path / "lock", 0.05)
    first.acquire()
    assert not second.acquire()
    assert not second.held


def test_the_lock_goes_to_the_one_who_waits(tmp_path: Path) -> None:
    first, second = WriterLock(tmp_path / "lock", 5), WriterLock(tmp_path / "lock", 5)
    first.acquire()
    release = threading.Timer(0.05, first.release)
    release.start()
    assert second.acquire()
    release.join()
    assert not first.held


def test_whoever_gave_up_waiting_does_not_keep_the_lock_later(tmp_path: Path) -> None:
    first, impatient, third = (WriterLock(tmp_path / "lock", timeout) for timeout in (1, 0.02, 5))
    first.acquire()
    assert not impatient.acquire()
    first.release()
    assert third.acquire()


def test_whoever_gave_up_waiting_may_try_again(tmp_path: Path) -> None:
    first, impatient = WriterLock(tmp_path / "lock", 1), WriterLock(tmp_path / "lock", 0.02)
    first.acquire()
    impatient.acquire()
    first.close()
    time.sleep(0.05)
    assert impatient.acquire()


def test_releasing_a_lock_that_is_not_held_leaves_the_owner_in_peace(tmp_path: Path) -> None:
    owner, other = WriterLock(tmp_path / "lock", 1), WriterLock(tmp_path / "lock", 0.02)
    owner.acquire()
    other.release()
    assert not other.acquire()


def test_closing_gives_the_lock_back(tmp_path: Path) -> None:
    first, second = WriterLock(tmp_path / "lock", 1), WriterLock(tmp_path / "lock", 0)
    first.acquire()
    first.close()
    assert second.acquire()


def test_a_forked_child_does_not_share_the_lock_of_its_parent(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path / "lock", 0.02)
    lock.acquire()
    child = os.fork()
    if child == 0:
        os._exit(1 if lock.acquire() else 0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_forked_child_that_lets_go_does_not_free_the_lock_of_its_parent(tmp_path: Path) -> None:
    lock, other = WriterLock(tmp_path / "lock", 1), WriterLock(tmp_path / "lock", 0.02)
    lock.acquire()
    child = os.fork()
    if child == 0:
        lock.close()
        os._exit(0)
    os.waitpid(child, 0)
    assert not other.acquire()


def test_a_forgotten_lock_is_given_back(tmp_path: Path) -> None:
    WriterLock(tmp_path / "lock", 1).acquire()
    assert WriterLock(tmp_path / "lock", 0).acquire()
