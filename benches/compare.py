#!/usr/bin/env python3
"""Ward beside pytm and flowstrider on the same models, in the same run, in turn.

usage: compare.py FOLDER [N …] [--rounds R] [--ward PATH] [--benches PATH]

FOLDER holds the generator `gen.py` (one neutral model in several input languages) and `drivers/` (load a model in a peer
and evaluate its rules, without a report, as `ward check` does). The peers are those of PyPI, in an environment under `target/`:

    python3 -m venv target/peers && target/peers/bin/pip install pytm==1.4.0 flowstrider==1.2.0
    cargo build --release && cargo bench --no-run

Every round runs the tools one after the other, each in a process of its own; the ratios are between runs of one round, so
that what else the machine does touches both sides. Times are of whole processes; for the peers also without the start of
Python and the imports ("inside").
"""
import argparse
import glob
import json
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PYTHON = os.path.join(ROOT, "target", "peers", "bin", "python")


def newest(pattern):
    found = [path for path in glob.glob(pattern) if os.access(path, os.X_OK) and not path.endswith(".d")]
    return max(found, key=os.path.getmtime, default=None)


def run(command, folder):
    """Seconds, peak MiB and output of one process."""
    with open(os.path.join(folder, "output.txt"), "w+") as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        out.seek(0)
        text = out.read()
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command} failed")
    return seconds, usage.ru_maxrss / 1024, text


def commands(folder, arguments):
    drivers = os.path.join(arguments.folder, "drivers")
    return {
        "ward": [arguments.ward, "check", "model.tm"],
        "pytm": [PYTHON, os.path.join(drivers, "pytm_drv.py"), "pytm_model.py", "rules", "none"],
        "flowstrider": [PYTHON, os.path.join(drivers, "flowstrider_drv.py"), "flow.json"],
    }


def prepare(size, arguments):
    folder = os.path.join(ROOT, "target", "compare", str(size))
    os.makedirs(folder, exist_ok=True)
    generator = os.path.join(arguments.folder, "gen.py")
    subprocess.run([PYTHON, generator, str(size), folder, "--only", "neutral,pytm,flowstrider"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([arguments.benches, "emit", f"{folder}/neutral.json", f"{folder}/model.tm"], check=True)
    return folder


def inside(text):
    """Load and rules of a peer, without the start of Python and the imports."""
    told = json.loads(text)
    return sum(told.get(part, 0) for part in ("load", "check", "rules"))


def spread(values, unit=""):
    return f"{statistics.median(values):.4g}{unit} ({min(values):.4g}–{max(values):.4g})"


def compare(size, arguments):
    folder = prepare(size, arguments)
    tools = commands(folder, arguments)
    rounds = arguments.rounds if size < 10_000 else min(arguments.rounds, 3)
    runs = {name: [] for name in tools}
    for number in range(rounds + 1):
        for name, command in tools.items():
            measured = run(command, folder)
            if number > 0:  # the first round fills the caches
                runs[name].append(measured)
    for name, measured in runs.items():
        seconds = [second for second, _, _ in measured]
        peak = statistics.median(memory for _, memory, _ in measured)
        line = f"{size:>7}  {name:<12} {spread(seconds, ' s'):<34} {peak:>7.0f} MiB"
        if name != "ward":
            ward = [second for second, _, _ in runs["ward"]]
            within = [inside(text) for _, _, text in measured]
            line += f"   ratio {spread([a / b for a, b in zip(seconds, ward)])}"
            line += f"   inside {spread(within, ' s')}, ratio {spread([a / b for a, b in zip(within, ward)])}"
        print(line, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=os.path.abspath)
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1000])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--ward", default=os.path.join(ROOT, "target", "release", "ward"))
    parser.add_argument("--benches", default=newest(os.path.join(ROOT, "target", "release", "deps", "models-*")))
    arguments = parser.parse_args()
    for size in arguments.sizes:
        compare(size, arguments)


if __name__ == "__main__":
    main()
