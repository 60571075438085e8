#!/usr/bin/env python3
"""An engine that misbehaves as it is told, to test the clients with: it speaks the protocol and knows no law.

It is told by the key `do` of a request; with `--dead` it ends before it reads one. `--log FILE` adds a line to a file
each time an engine is started, its process id, and one when its input has ended: `ended`.
"""

import json
import os
import sys
import time


def main() -> None:
    arguments = sys.argv[1:]
    note(arguments, str(os.getpid()))
    if "--dead" in arguments:
        for number in range(1, 31):
            print(f"error {number}: 没有规则", file=sys.stderr)
        sys.exit(3)
    for line in sys.stdin.buffer:
        request = json.loads(line)
        answer(request, len(line))
    note(arguments, "ended")


def note(arguments: list, line: str) -> None:
    if "--log" in arguments:
        with open(arguments[arguments.index("--log") + 1], "a") as log:
            log.write(f"{line}\n")


def answer(request: dict, length: int) -> None:
    told = request["do"]
    echo = {"contract": 1, "kind": "echo", "id": request["id"], "said": request.get("say"), "length": length}
    if told == "sleep":
        time.sleep(3600)
    elif told == "exit":
        print("it ends here", file=sys.stderr)
        sys.exit(9)
    elif told == "exit once":
        # The first engine that is asked leaves a file, and ends.
        if not os.path.exists(request["file"]):
            open(request["file"], "w").close()
            sys.exit(9)
        say(echo)
    elif told == "wait":
        # It says that it is asked, and answers when a file is there.
        open(request["file"] + ".asked", "w").close()
        while not os.path.exists(request["file"]):
            time.sleep(0.01)
        say(echo)
    elif told == "wrong id":
        say({**echo, "id": request["id"] + 1})
    elif told == "longer id":
        say({**echo, "id": request["id"] * 10 + 1})
    elif told == "no id":
        del echo["id"]
        say(echo)
    elif told == "no JSON":
        write(b"Segmentation fault\n")
    elif told == "no UTF-8":
        write(json.dumps({**echo, "said": "x"}).encode().replace(b'"x"', b'"\xff"') + b"\n")
    elif told == "half an answer":
        write(json.dumps(echo).encode()[:-5])
        sys.exit(9)
    elif told == "two answers":
        say(echo)
        say({**echo, "said": "again"})
    else:
        say(echo)


def say(answer: dict) -> None:
    write(json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def write(text: bytes) -> None:
    sys.stdout.buffer.write(text)
    sys.stdout.buffer.flush()


main()
