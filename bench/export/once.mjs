// One export in a process of its own: how long it took, and the most memory held meanwhile.
// Usage: node once.mjs BUNDLE REPORT FORMAT TARGET, with the format `whole` for one JSON.stringify
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const [bundle = '', file = '', format = '', target = ''] = process.argv.slice(2);
/** @type {typeof import('./entry.mjs')} */
const { exporters, writeReportFile } = await import(pathToFileURL(bundle).href);
const report = JSON.parse(readFileSync(file, 'utf8'));

/**
 * The text to write; nothing where there is no such format.
 * @returns {string | Iterable<string> | undefined}
 */
function render() {
  if (format === 'whole') return JSON.stringify(report);
  return Object.entries(exporters)
    .find(([name]) => name === format)?.[1]
    .render(report);
}

/** @returns {number} the most memory this process has held since it was last forgotten, in MB */
function peakMb() {
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
  return (Number(kilobytes) * 1024) / 1e6;
}

// Reading the report is no part of exporting it: its garbage goes, and the peak so far is forgotten.
setFlagsFromString('--expose-gc');
runInNewContext('gc')();
const heldMb = process.memoryUsage.rss() / 1e6;
if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
const began = performance.now();
const text = render();
const written = text === undefined ? undefined : await writeReportFile(target, text);
const seconds = (performance.now() - began) / 1000;
if (written?.ok === false) throw new Error(JSON.stringify(written.problem));
const peak = process.platform === 'linux' ? peakMb() : process.resourceUsage().maxRSS / 1000;
process.stdout.write(
  `${JSON.stringify({ known: written !== undefined, seconds, peakMb: peak, heldMb })}\n`,
);
