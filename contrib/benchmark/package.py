"""Compares what a check costs from Debian's package and from a virtual environment.

With the Python of ``contrib/dev/environment demo``, where the package is installed too:
``python package.py [ROUNDS]``.
Exit code 1: the package's costs more than 1.05 times as much, in instructions (valgrind counts
them) or, without valgrind, in CPU time.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import benchmark
import trustme

PACKAGED = "/usr/lib/nagios/plugins/check_smtp_auth"
GOAL = 1.05
ROUNDS = 15


def main() -> int:
    """Measure, and say what each costs."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    benchmark.adopt_orphans()
    with tempfile.TemporaryDirectory() as name:
        directory, authority = Path(name), trustme.CA()
        certificate = directory / "server.pem"
        authority.issue_cert(benchmark.ADDRESS).private_key_and_cert_chain_pem.write_to_path(
            str(certificate)
        )
        roots = benchmark.make_roots(directory, authority)
        variables = benchmark.environment(roots.with_ours)
        with benchmark.Server(certificate) as server:
            _, *options = benchmark.rows_for(server.port, directory)[0].command
            rows = [
                benchmark.Row(name, [plugin, *options, "-t", "60"])
                for name, plugin in (("package", PACKAGED), ("environment", benchmark.PLUGIN))
            ]
            benchmark.warm_up(rows, server, roots)
            costs = benchmark.measure(rows, rounds, server, variables)
            counted = benchmark.count(rows, server, variables)
    cpu = benchmark.quotient(costs["package"], costs["environment"])
    for row in rows:
        least = min(cost.cpu for cost in costs[row.name]) * 1000
        instructions = benchmark.millions(counted.get(row.name))
        print(f"{row.name}: {instructions} M instructions, {least:.1f} ms")
    version = subprocess.run(["/usr/bin/python3", "-V"], check=True, stdout=subprocess.PIPE).stdout
    ratio = counted["package"] / counted["environment"] if counted else cpu
    print(f"{version.decode().strip()}: {ratio:.3f} of the instructions, {cpu:.3f} of the CPU time")
    return ratio > GOAL


if __name__ == "__main__":
    sys.exit(main())
