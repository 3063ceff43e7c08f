"""The script somebody would write without Corelane: a loop, and the clock around it.

Usage: python compute.py FOLDER TASKS ITERATIONS   (FOLDER holds the built workloads)
"""

import json
import sys
import time

folder, tasks, iterations = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
sys.path.insert(0, folder)
from corelane.workloads.workloads import prepare

workload = {"kind": "mixed", "params": {"cpuIterations": iterations, "waitMs": 0}}
run = prepare(workload, 1, {})().run
total = 0
began = time.monotonic_ns()
for task in range(tasks):
    total += run(task)
print(json.dumps({"ns": time.monotonic_ns() - began, "total": total}))
