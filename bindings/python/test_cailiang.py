"""The client, with the engine itself and with one that misbehaves. `bindings/test` runs it.

Nothing here waits for a time to pass: a timeout is made by an engine that never answers.
"""

import datetime
import decimal
import os
import pathlib
import signal
import tempfile
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor

import cailiang
from cailiang import Cailiang, Closed, EngineEnded, NotStarted, TimedOut, TooLong

ENGINE = os.environ["CAILIANG"]
FAKE = [os.environ["PYTHON"], "-S", os.environ["FAKE"]]
FOREVER = 3600.0
SHORT = 0.3


def case(value: int) -> dict:
    """A case whose fine tells its value: ten to twenty times of it."""
    facts = {"违法行为日": "2024-05-01", "货值金额": str(value)}
    return {"ruleset": "cn.npc.food-safety-law", "offence": "unlicensed", "explanation": False, "facts": facts}


def fine(answer: dict) -> str:
    return next(s for t in answer["targets"] for s in t["sanctions"] if s["id"] == "罚款")["amount"]["min"]["value"]


class Test(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.log = pathlib.Path(folder.name) / "log"
        self.once = pathlib.Path(folder.name) / "once"

    def client(self, command, **options) -> Cailiang:
        engine = Cailiang(command, **options)
        self.addCleanup(engine.close)
        return engine

    def logged(self, *command) -> list:
        """A command that adds its process id to the log and becomes the engine."""
        return ["sh", "-c", 'echo $$ >> "$0"; exec "$@"', str(self.log), *command]

    def pids(self) -> list:
        lines = self.log.read_text().split() if self.log.exists() else []
        return [int(line) for line in lines if line.isdigit()]

    def until(self, condition) -> None:
        while not condition():
            time.sleep(0.01)

    def test_eight_threads_share_a_client_and_each_gets_its_own_answers(self):
        engine = self.client(self.logged(ENGINE, "serve", "--stdio"), workers=2)
        done = threading.Semaphore(0)

        def ask(thread: int) -> None:
            for number in range(60):
                value = 10_000 + 1_000 * thread + number
                self.assertEqual(fine(engine.ask(case(value))), str(10 * value))
                done.release()

        with ThreadPoolExecutor(8) as pool:
            threads = [pool.submit(ask, thread) for thread in range(8)]
            for _ in range(100):
                self.assertTrue(done.acquire(timeout=FOREVER))
            # One of the two dies in the middle: its request is asked once more.
            os.kill(self.pids()[0], signal.SIGKILL)
            for thread in threads:
                thread.result()
        self.assertGreater(len(self.pids()), 2)

    def test_the_id_of_the_caller_comes_back(self):
        engine = self.client([ENGINE, "serve", "--stdio"])
        for given in (7, "甲", -1):
            answer = engine.ask({**case(20_000), "id": given, "name": "案\n一"})
            self.assertEqual(list(answer)[:4], ["contract", "kind", "id", "name"])
            self.assertEqual((answer["id"], answer["name"]), (given, "案\n一"))
        self.assertNotIn("id", engine.ask(case(20_000)))
        self.assertEqual(engine.ask({"do": "none", "id": "x"})["id"], "x")

    def test_an_error_of_the_contract_is_an_answer(self):
        engine = self.client([ENGINE, "serve", "--stdio"])
        answer = engine.ask({"ruleset": "没有的规则", "offence": "x", "on": "2024-05-01"})
        self.assertEqual((answer["kind"], answer["code"]), ("error", "no-ruleset"))

    def test_texts_and_numbers_cross_as_they_are(self):
        engine = self.client(FAKE)
        say = "第一行\n第二行\r\n\u2028𠮷 \"\\"
        self.assertEqual(engine.ask({"do": "echo", "say": say})["said"], say)
        say = [decimal.Decimal("9600.50"), decimal.Decimal("1E+3"), datetime.date(2024, 5, 1)]
        self.assertEqual(engine.ask({"do": "echo", "say": say})["said"], ["9600.50", "1000", "2024-05-01"])
        for wrong in (float("nan"), object(), "\ud800"):
            with self.assertRaises((TypeError, ValueError)):
                engine.ask({"do": "echo", "say": wrong})

    def test_a_request_that_gets_no_answer_times_out_and_the_next_is_answered(self):
        engine = self.client(FAKE)
        with self.assertRaises(TimedOut):
            engine.ask({"do": "sleep"}, timeout=SHORT)
        self.assertEqual(engine.ask({"do": "echo", "say": 1})["said"], 1)

    def test_a_request_that_is_not_read_times_out_too(self):
        # More than a pipe holds, to a process that reads nothing.
        engine = self.client(["sleep", "3600"])
        with self.assertRaises(TimedOut):
            engine.ask({"do": "echo", "say": "x" * 1_000_000}, timeout=SHORT)

    def test_a_script_that_starts_the_engine_is_killed_together_with_it(self):
        engine = self.client(["sh", "-c", "sleep 3600; true"])
        with self.assertRaises(TimedOut):
            engine.ask({"do": "echo"}, timeout=SHORT)

    def test_a_request_whose_engine_ends_is_sent_once_more(self):
        engine = self.client([*FAKE, "--log", str(self.log)])
        self.assertEqual(engine.ask({"do": "exit once", "file": str(self.once), "say": 1})["said"], 1)
        self.assertEqual(len(self.pids()), 2)

    def test_a_request_that_ends_every_engine_is_an_error_and_the_next_is_answered(self):
        engine = self.client([*FAKE, "--log", str(self.log)])
        self.assertEqual(engine.ask({"do": "echo", "say": 1})["said"], 1)
        with self.assertRaises(EngineEnded) as caught:
            engine.ask({"do": "exit"})
        self.assertEqual(caught.exception.stderr, ("it ends here",))
        self.assertIn("with code 9", str(caught.exception))
        self.assertEqual(engine.ask({"do": "echo", "say": 2})["said"], 2)
        self.assertEqual(len(self.pids()), 3)

    def test_what_is_no_answer_to_the_request_reaches_nobody(self):
        engine = self.client(FAKE)
        for told in ("wrong id", "longer id", "no id", "no JSON", "no UTF-8", "half an answer"):
            with self.subTest(told):
                self.assertEqual(engine.ask({"do": "echo", "say": told})["said"], told)
                with self.assertRaises(EngineEnded):
                    engine.ask({"do": told})
        # Of two answers to one request the second is nobody's.
        engine.ask({"do": "two answers"})
        self.assertEqual(engine.ask({"do": "echo", "say": "mine"})["said"], "mine")

    def test_an_engine_that_cannot_be_started_says_why(self):
        with self.assertRaises(NotStarted):
            self.client([str(self.log / "missing")]).ask({"do": "echo"})
        with self.assertRaises(NotStarted) as caught:
            self.client([*FAKE, "--dead"]).ask({"do": "echo"})
        self.assertEqual(len(caught.exception.stderr), 20)
        self.assertEqual(caught.exception.stderr[-1], "error 30: 没有规则")
        self.assertIn("with code 3", str(caught.exception))

    def test_restarts_in_a_row_are_limited(self):
        for pause, starts in ((FOREVER, 3), (0.0, 10)):
            self.log.write_text("")
            engine = self.client([*FAKE, "--dead", "--log", str(self.log)], restarts=2, pause=pause)
            for _ in range(5):
                with self.assertRaises(NotStarted):
                    engine.ask({"do": "echo"})
            self.assertEqual(len(self.pids()), starts)

    def test_a_request_over_the_limit_is_not_sent(self):
        engine = self.client([*FAKE, "--log", str(self.log)])
        head = len('{"id":1,"do":"echo","say":""}')
        most = cailiang.MAX_BYTES - head
        self.assertEqual(engine.ask({"do": "echo", "say": "x" * most})["length"], cailiang.MAX_BYTES + 1)
        with self.assertRaises(TooLong):
            engine.ask({"do": "echo", "say": "x" * (most + 1)})
        self.assertEqual(len(self.pids()), 1)

    def test_closing_waits_for_what_is_asked_and_refuses_the_rest(self):
        engine = self.client([*FAKE, "--log", str(self.log)])
        with ThreadPoolExecutor(3) as pool:
            asked = pool.submit(engine.ask, {"do": "wait", "file": str(self.once), "say": 1})
            self.until(self.once.with_name("once.asked").exists)
            waiting = pool.submit(engine.ask, {"do": "echo"})
            closing = pool.submit(engine.close)
            self.assertIsInstance(waiting.exception(), Closed)
            self.assertFalse(closing.done())
            self.once.touch()
            self.assertEqual(asked.result()["said"], 1)
            closing.result()
        self.assertEqual(self.log.read_text().split()[1:], ["ended"])
        with self.assertRaises(Closed):
            engine.ask({"do": "echo"})
        engine.close()

    def test_a_client_that_is_dropped_leaves_no_engine(self):
        engine = Cailiang([*FAKE, "--log", str(self.log)])
        engine.ask({"do": "echo"})
        del engine
        self.until(lambda: "ended" in self.log.read_text())


if __name__ == "__main__":
    unittest.main(verbosity=2)
