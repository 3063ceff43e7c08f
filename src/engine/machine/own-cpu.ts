// CPU time this process uses, for what measuring costs and what the leading process took.

const microsecond = 1000;

/** Starts counting; the returned function gives the user and system CPU time since then, in ns. */
export function startOwnCpu(): () => number {
  const start = process.cpuUsage();
  return () => {
    const used = process.cpuUsage(start);
    return (used.user + used.system) * microsecond;
  };
}
