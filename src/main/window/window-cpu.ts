// Measures what drawing the window costs: the CPU time of the processes that do it.
import { app } from 'electron';
import { readProcessCpuNs } from '@engine/machine/process-cpu';

/** CPU time of the window's and the graphics process so far, in ns; undefined where not known. */
export function windowCpuNs(): number | undefined {
  const drawing = app.getAppMetrics().filter(({ type }) => type === 'Tab' || type === 'GPU');
  let sum = 0;
  for (const { pid } of drawing) {
    const ns = readProcessCpuNs(pid);
    if (ns === undefined) return undefined;
    sum += ns;
  }
  return sum;
}
