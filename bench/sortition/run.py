"""Both libraries on the same pools in one run: CPU seconds, memory, chances, and the ratio."""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def measured(command: list[str], limit: int) -> dict[str, object]:
    """What the command printed, its CPU seconds and its peak memory in MB."""
    reading, writing = os.pipe()
    child = subprocess.Popen(
        ["bash", "-c", f'ulimit -t {limit}; exec "$@"', "limited", *command],
        stdout=writing,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **dict.fromkeys(THREADS, "1")},
    )
    os.close(writing)
    with os.fdopen(reading) as out:
        lines = out.read().splitlines()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    said = json.loads(lines[-1]) if child.returncode == 0 and lines else {}
    cpu = used.ru_utime + used.ru_stime
    return {"spent": cpu, **said, "cpu": cpu, "memory": used.ru_maxrss / 1024, "done": bool(said)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pools", type=Path)
    parser.add_argument("--theirs", help="the interpreter that has sortition-algorithms")
    parser.add_argument("--only", action="append")
    parser.add_argument("--objective", default="leximin")
    parser.add_argument("--backend", default="highspy")
    parser.add_argument("--limit", type=int, default=480)
    options = parser.parse_args()
    print(
        "| pool | ours: CPU s (all) | MB | ran | smallest | θ | gap | theirs: CPU s (all) | ran | smallest | ratio |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for pool in sorted(one for one in options.pools.iterdir() if one.is_dir()):
        if options.only and pool.name not in options.only:
            continue
        run = [sys.executable, str(HERE / "ours.py"), str(pool), options.objective]
        ours = measured(run, options.limit)
        cells = [
            pool.name,
            f"{ours['spent']:.2f} ({ours['cpu']:.2f})",
            f"{ours['memory']:.0f}",
            str(ours.get("ran", "–")),
        ]
        cells += [
            f"{ours[name]:.6g}" if name in ours else "–" for name in ("smallest", "theta", "gap")
        ]
        if options.theirs:
            run = [options.theirs, str(HERE / "theirs.py"), str(pool), options.objective]
            theirs = measured([*run, options.backend], options.limit)
            more = "" if theirs["done"] else "> "
            smallest = f"{theirs['smallest']:.6g}" if theirs["done"] else "–"
            ratio = theirs["spent"] / ours["spent"]
            cells += [
                f"{more}{theirs['spent']:.1f} ({theirs['cpu']:.1f})",
                str(theirs.get("ran", "–")),
                smallest,
                f"{more}{ratio:.0f}",
            ]
        print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
