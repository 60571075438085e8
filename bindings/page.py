#!/usr/bin/env python3
"""Runs the programs of README.md, one for each language, and compares what they print with what the page says.

`bindings/test` calls it, with `cailiang` in the path; it is given the folder to work in.
"""

import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
RUN = {
    "python": ("ask.py", ["python/cailiang.py"], [sys.executable, "-B", "ask.py"]),
    "js": ("ask.mjs", ["node/cailiang.mjs"], ["node", "ask.mjs"]),
    "java": ("Ask.java", ["java/Cailiang.java"], ["sh", "-c", "javac -encoding UTF-8 *.java && java -cp . Ask"]),
    "go": ("ask.go", [], ["go", "run", "ask.go"]),
}


def main() -> None:
    page = (HERE / "README.md").read_text(encoding="utf-8")
    programs = re.findall(r"```(python|js|java|go)\n(.*?)```\n\n```text\n(.*?)```", page, re.DOTALL)
    found = [language for language, _, _ in programs]
    if sorted(found) != sorted(RUN):
        sys.exit(f"the page has programs with output for {found}, not one for each of {sorted(RUN)}")
    for language, program, expected in programs:
        name, files, command = RUN[language]
        folder = pathlib.Path(sys.argv[1]) / language
        folder.mkdir()
        (folder / name).write_text(program, encoding="utf-8")
        for file in files:
            shutil.copy(HERE / file, folder)
        if language == "go":
            module = f"module ask\n\ngo 1.19\n\nrequire cailiang v0.0.0\n\nreplace cailiang => {HERE / 'go'}\n"
            (folder / "go.mod").write_text(module, encoding="utf-8")
        ran = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")
        good = (ran.returncode, ran.stdout) == (0, expected)
        print("ok" if good else "not ok", f"the program of the page in {language}", flush=True)
        if not good:
            print(ran.stdout, ran.stderr, sep="\n", flush=True)


main()
