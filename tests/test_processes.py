"""Processes of our own: what is said between them, and how they end."""

import os
import signal
import subprocess
import sys

import pytest

from vaultgraph.processes import LostError, run_in_process, start_worker
from vaults import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here"),
]


def test_values_are_sent_in_both_directions():
    def work(channel):
        channel.send([os.getpid(), channel.receive()])

    channel = start_worker(work)
    channel.send(("é", 1, None))
    process, said = channel.receive()
    channel.close()
    assert process != os.getpid()
    assert said == ("é", 1, None)


def test_large_values_can_be_sent():
    channel = start_worker(lambda channel: channel.send(b"x" * 10_000_000))
    assert len(channel.receive()) == 10_000_000
    channel.close()


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(lambda channel: os._exit(1), id="is killed"),
        pytest.param(lambda channel: 1 // 0, id="fails"),
        pytest.param(lambda channel: channel.send(object()), id="cannot say it"),
        pytest.param(lambda channel: None, id="says nothing"),
    ],
)
def test_a_worker_is_lost_that(work):
    channel = start_worker(work)
    with pytest.raises(LostError):
        channel.receive()
    channel.close()


@pytest.fixture
def alone(monkeypatch):
    """As if no other test had left a thread behind, which forbids forks."""
    monkeypatch.setattr("vaultgraph.processes._has_threads", lambda: False)


def test_work_in_a_process_of_its_own_returns_its_result(alone):
    process, answer = run_in_process(lambda: (os.getpid(), "é"))
    assert process != os.getpid()
    assert answer == "é"


def test_work_whose_process_is_lost_is_done_here(alone):
    here = os.getpid()
    assert run_in_process(lambda: os.getpid() if os.getpid() == here else os._exit(1)) == here


def test_without_forks_work_is_done_here(monkeypatch):
    monkeypatch.delattr(os, "fork")
    assert run_in_process(os.getpid) == os.getpid()


def test_sending_to_a_lost_worker_is_an_error():
    channel = start_worker(lambda channel: None)
    with pytest.raises(LostError):
        channel.receive()
    with pytest.raises(LostError):
        channel.send(b"x" * 10_000_000)
    channel.close()


def test_a_closed_worker_has_ended():
    channel = start_worker(lambda channel: channel.send(os.getpid()))
    process = channel.receive()
    channel.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_worker_ends_when_its_parent_does():
    program = (
        "import os, signal\n"
        "from vaultgraph.processes import start_worker\n"
        "start_worker(lambda channel: channel.send(b'x' * 10_000_000))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    command = [sys.executable, "-c", program]
    # The worker would hold this pipe, so that reading it would not end.
    ended = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, timeout=30, check=False)
    assert ended.returncode == -signal.SIGKILL


def test_where_there_can_be_no_process_it_is_lost_at_once(monkeypatch):
    def refuse():
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    with pytest.raises(LostError):
        start_worker(lambda channel: None)
