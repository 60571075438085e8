"""cailiang for Python: `cailiang serve --stdio` as supervised worker processes. Standard library only, Python 3.9 or later.

    from cailiang import Cailiang

    with Cailiang(workers=2) as engine:
        answer = engine.ask({"ruleset": "cn.npc.food-safety-law", "offence": "unlicensed", "facts": {…}})

Any number of threads may share one client; from asyncio use ``await asyncio.to_thread(engine.ask, request)``. A worker
answers one request at a time. Every request goes out under a number of its own as its ``id``, and an answer is handed
over only if it has that number; the ``id`` of the caller is put back.

An answer of the kind ``error`` is an answer, and is returned. What is raised is a :class:`CailiangError`: the engine
timed out, ended, or could not be started. Requests change nothing, so a request whose worker ended is sent once more,
to a new process; one that timed out is not.
"""

from __future__ import annotations

import collections
import datetime
import decimal
import json
import os
import signal
import subprocess
import threading
import time
import weakref
from typing import IO, Any, Iterable, Mapping, Sequence

__all__ = ["Cailiang", "CailiangError", "Closed", "EngineEnded", "MAX_BYTES", "NotStarted", "TimedOut", "TooLong"]

#: The longest request in bytes of UTF-8: 64 MiB.
MAX_BYTES = 64 * 1024 * 1024
#: How many of the last lines of stderr an error shows.
STDERR_LINES = 20


class CailiangError(Exception):
    """No answer. ``stderr`` has the last lines that the engine wrote there."""

    def __init__(self, message: str, stderr: Iterable[str] = ()):
        self.stderr = tuple(stderr)
        super().__init__("\n".join([message, *self.stderr]))


class TimedOut(CailiangError):
    """The engine did not answer in time. Its process was killed; the next request gets a new one."""


class EngineEnded(CailiangError):
    """The engine ended without an answer, twice, or wrote what is no answer to the request."""


class NotStarted(CailiangError):
    """The engine cannot be started, or ends before its first answer, or did so too often in a row."""


class TooLong(CailiangError, ValueError):
    """The request is longer than 64 MiB; it was not sent."""


class Closed(CailiangError):
    """The client is closed."""


class Cailiang:
    """A client with ``workers`` processes, each started when it is first needed.

    ``command`` starts the engine, with its arguments: ``["cailiang", "serve", "--stdio", "--rules", "DIR"]``.
    ``timeout`` is how many seconds the engine may take over one request, starting included; waiting for a free worker
    does not count. When a worker has ended more than ``restarts`` times in a row without an answer, no process is
    started in its place for ``pause`` seconds.
    """

    def __init__(
        self,
        command: Sequence[str] = ("cailiang", "serve", "--stdio"),
        *,
        workers: int = 1,
        timeout: float = 60.0,
        restarts: int = 5,
        pause: float = 10.0,
    ):
        if isinstance(command, str) or not command:
            raise ValueError("`command` is a list of the program and its arguments")
        if workers < 1 or timeout <= 0 or restarts < 0 or pause < 0:
            raise ValueError("`workers` and `timeout` are above 0, `restarts` and `pause` not below it")
        self._timeout, self._restarts, self._pause = timeout, restarts, pause
        self._workers = [_Worker(list(command)) for _ in range(workers)]
        # One lock for all that threads share: the free workers, the number of the last request, the deadlines.
        self._changed = threading.Condition()
        self._free = collections.deque(self._workers)
        self._number = 0
        self._closed = False
        self._watchdog = _Watchdog()
        # A client that is dropped without `close` leaves no thread and, see `_Worker`, no process.
        weakref.finalize(self, self._watchdog.stop)

    def ask(self, request: Mapping[str, Any], timeout: float | None = None) -> dict[str, Any]:
        """The answer to one request. ``Decimal`` and ``date`` in it are sent as the contract wants them, as strings."""
        timeout = self._timeout if timeout is None else timeout
        if timeout <= 0:
            raise ValueError("`timeout` is above 0")
        with self._changed:
            self._number += 1
            number = self._number
        line = _line({"id": number, **{key: value for key, value in request.items() if key != "id"}})
        worker = self._take()
        answered = False
        try:
            answer = self._answer(worker, line, number, timeout)
            answered = True
        finally:
            # Whatever was raised, an interrupt too: an answer that may still come must not meet another request.
            if not answered:
                worker.retire()
            self._give(worker, answered)
        del answer["id"]
        if "id" not in request:
            return answer
        head = {key: answer.pop(key) for key in ("contract", "kind") if key in answer}
        return {**head, "id": request["id"], **answer}

    def close(self) -> None:
        """Ends the workers, each after the request it is at. Callers that wait for one get :class:`Closed`."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            while len(self._free) < len(self._workers):
                self._changed.wait()
            workers, self._workers = self._workers, []
        for worker in workers:
            worker.finish()
        self._watchdog.stop()

    def __enter__(self) -> Cailiang:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _take(self) -> _Worker:
        with self._changed:
            while not self._closed and not self._free:
                self._changed.wait()
            if self._closed:
                self._changed.notify_all()
                raise Closed("the client is closed")
            return self._free.pop()

    def _give(self, worker: _Worker, answered: bool) -> None:
        with self._changed:
            # The one that answered last is taken first: it is warm. One in trouble is taken last.
            if answered:
                self._free.append(worker)
            else:
                self._free.appendleft(worker)
            # `close` waits for it too.
            self._changed.notify_all() if self._closed else self._changed.notify()

    def _answer(self, worker: _Worker, line: bytes, number: int, timeout: float) -> dict[str, Any]:
        started = False
        again = False
        while True:
            self._start(worker)
            timer = self._watchdog.watch(worker, timeout)
            try:
                answer = worker.exchange(line, number)
            except _Gone as gone:
                late = self._watchdog.unwatch(timer)
                started = started or worker.answered
                why, stderr = worker.retire(gone, failed=not late)
                if late:
                    raise TimedOut(f"the engine did not answer within {timeout:g} seconds", stderr) from None
                if again:
                    raise (EngineEnded if started else NotStarted)(why, stderr) from None
                again = True
            except BaseException:
                self._watchdog.unwatch(timer)
                raise
            else:
                if self._watchdog.unwatch(timer):
                    # The answer came while the process was being killed.
                    worker.retire()
                worker.answered, worker.failures = True, 0
                return answer

    def _start(self, worker: _Worker) -> None:
        if worker.is_running():
            return
        if worker.failures > self._restarts and time.monotonic() - worker.failed_at < self._pause:
            raise NotStarted(
                f"the engine ended {worker.failures} times in a row; it is not started again for now", worker.stderr
            )
        worker.start()


class _Gone(Exception):
    """The process has ended, or writes what it should not and cannot be trusted any more."""

    def __init__(self, why: str, ended: bool = False):
        self.ended = ended
        super().__init__(why)


class _Worker:
    """A process and its pipes. It belongs to one thread at a time; only the watchdog kills it from outside."""

    def __init__(self, command: list[str]):
        self.command = command
        self.process: subprocess.Popen[bytes] | None = None
        self.stderr: collections.deque[str] = collections.deque(maxlen=STDERR_LINES)
        self.listener: threading.Thread | None = None
        #: Whether this process has answered.
        self.answered = False
        #: How often in a row a process of this worker ended without an answer, and when the last one did.
        self.failures = 0
        self.failed_at = 0.0

    def __del__(self) -> None:
        # An engine ends when its input does.
        if self.process is not None:
            try:
                self.process.stdin.close()
            except OSError:
                pass

    def is_running(self) -> bool:
        if self.process is not None and self.process.poll() is not None:
            self.retire()
        return self.process is not None

    def start(self) -> None:
        self.answered = False
        stderr = self.stderr = collections.deque(maxlen=STDERR_LINES)
        pipe = subprocess.PIPE
        try:
            # A session of its own, so that a script that starts the engine is killed together with it.
            self.process = process = subprocess.Popen(
                self.command, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True
            )
        except OSError as error:
            self.failed()
            raise NotStarted(f"the engine cannot be started: {error}") from error

        # The thread holds the pipe and not the process, which can be dropped.
        self.listener = threading.Thread(
            target=_listen, args=(process.stderr, stderr), name="cailiang stderr", daemon=True
        )
        self.listener.start()

    def exchange(self, line: bytes, number: int) -> dict[str, Any]:
        process = self.process
        try:
            process.stdin.write(line)
            process.stdin.flush()
        except OSError:
            raise _Gone("the engine ended", ended=True) from None
        text = process.stdout.readline()
        if not text.endswith(b"\n"):
            raise _Gone("the engine ended", ended=True)
        try:
            answer = json.loads(text.decode("utf-8"))
        except ValueError:
            raise _Gone("the engine wrote what is no JSON") from None
        found = answer.get("id") if isinstance(answer, dict) else None
        if type(found) is not int or found != number:
            raise _Gone("the engine wrote what is no answer to the request")
        return answer

    def failed(self) -> None:
        self.failures += 1
        self.failed_at = time.monotonic()

    def retire(self, gone: _Gone | None = None, failed: bool = False) -> tuple[str, tuple[str, ...]]:
        """Ends the process at once; how it ended, and the last lines of its stderr."""
        process, self.process = self.process, None
        why, code = str(gone or ""), None
        if process is None:
            return why, tuple(self.stderr)
        if failed:
            self.failed()
        try:
            # One that ended by itself has a code to tell: its output is closed, so it comes at once.
            code = process.wait(5.0) if gone and gone.ended else None
        except subprocess.TimeoutExpired:
            pass
        _kill(process)
        process.wait()
        self._release(process)
        return why if code is None else f"{why} with code {code}", tuple(self.stderr)

    def finish(self) -> None:
        """Ends the process the clean way: its input is closed. One that does not end then is killed."""
        process, self.process = self.process, None
        if process is None:
            return
        try:
            process.stdin.close()
            process.wait(5.0)
        except (OSError, subprocess.TimeoutExpired):
            _kill(process)
            process.wait()
        self._release(process)

    def _release(self, process: subprocess.Popen[bytes]) -> None:
        try:
            process.stdin.close()
        except OSError:
            pass  # what was not written yet cannot be written any more
        process.stdout.close()
        self.listener.join(1.0)


def _listen(pipe: IO[bytes], lines: collections.deque[str]) -> None:
    with pipe:
        for line in pipe:
            lines.append(line.decode("utf-8", "replace").rstrip())


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.returncode is not None:
        return
    if not hasattr(os, "killpg"):
        process.kill()
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


class _Timer:
    def __init__(self, process: subprocess.Popen[bytes], at: float):
        self.process, self.at, self.rang = process, at, False


class _Watchdog:
    """One thread that kills the processes whose time is up: that ends a write and a read that would wait forever."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._timers: set[_Timer] = set()
        self._wakes = float("inf")
        self._thread: threading.Thread | None = None
        self._stopped = False

    def watch(self, worker: _Worker, timeout: float) -> _Timer:
        timer = _Timer(worker.process, time.monotonic() + timeout)
        with self._changed:
            self._timers.add(timer)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="cailiang watchdog", daemon=True)
                self._thread.start()
            elif timer.at < self._wakes:
                self._changed.notify()
        return timer

    def unwatch(self, timer: _Timer) -> bool:
        """Whether it rang. After this the process is not touched any more."""
        with self._changed:
            self._timers.discard(timer)
            return timer.rang

    def stop(self) -> None:
        with self._changed:
            self._stopped = True
            self._changed.notify()

    def _run(self) -> None:
        with self._changed:
            while not self._stopped:
                now = time.monotonic()
                for timer in [timer for timer in self._timers if timer.at <= now]:
                    timer.rang = True
                    self._timers.discard(timer)
                    # Its thread waits for the process only after `unwatch`, so that its number is no other's yet.
                    _kill(timer.process)
                self._wakes = min((timer.at for timer in self._timers), default=float("inf"))
                # Without a timer it sleeps until there is one.
                self._changed.wait(None if self._wakes == float("inf") else max(self._wakes - time.monotonic(), 0))


def _line(request: Mapping[str, Any]) -> bytes:
    text = json.dumps(request, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_plain)
    line = text.encode("utf-8")
    if len(line) > MAX_BYTES:
        raise TooLong(f"the request has {len(line)} bytes; {MAX_BYTES} are the most")
    return line + b"\n"


def _plain(value: object) -> str:
    if isinstance(value, decimal.Decimal):
        return format(value, "f")
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a request")
