// Parsers of what the system says: the kernel's texts, and the words of a command line.
import { unread } from '@engine/machine/reading';
import { problemText } from '@present/words/engine/problems';
import { readArguments } from '../../src/cli/arguments';
import { readAppRequest } from '../../src/main/base/command-line';
import { AsciiCursor } from '@engine/machine/ascii-cursor';
import { coreSlots, emptyCoreTimes, parseCoreTimes } from '@engine/machine/core-times';
import { describeMachine } from '@engine/machine/machine';
import { readFreeMemory } from '@engine/machine/free-memory';
import { countsBetween, readFrequency, readMachineCounts } from '@engine/machine/machine-counters';
import { parseProcess } from '@engine/machine/process-table';
import { parsePageBytes, parseSmapsRollup, parseStatm } from '@engine/machine/smaps-rollup';
import { parseSchedstat, parseStatField, statFields } from '@engine/machine/task-counters';
import { amount } from '@shared/base/data-schemas';
import { machineSchema } from '@shared/report/machine';
import { ok } from '@shared/base/result';
import { recorded, sixtyFourCores, twoCores } from '../fixtures/proc/machines';
import { faultOfRefusal } from './file-targets';
import { mutateText } from './mutate-text';
import type { Chance } from './random';
import type { Outcome, Target } from './target';

type Files = Readonly<Record<string, string>>;

const frequency = '/sys/devices/system/cpu/cpu0/cpufreq';

/** Machines with everything that is ever read. */
const machines: readonly Files[] = [
  ...[twoCores.files, twoCores.files, twoCores.files],
  sixtyFourCores.files,
].map((files) => ({
  ...files,
  [`${frequency}/scaling_cur_freq`]: '2600000\n',
  [`${frequency}/scaling_governor`]: 'performance\n',
  '/proc/vmstat': 'pswpin 12\npswpout 34\n',
  '/proc/self/smaps_rollup': recorded('self-smaps-rollup'),
}));

/** One of the machine's files changed; now and then all of them are empty, or one is another's. */
function changedFiles(chance: Chance, most: number): Files {
  const files = chance.of(machines);
  const paths = Object.keys(files);
  const changed: Record<string, string> = { ...files };
  for (let count = 1 + chance.below(most); count > 0; count -= 1) {
    const path = chance.of(paths);
    changed[path] = chance.in(0.1)
      ? (files[chance.of(paths)] ?? '')
      : mutateText(files[path] ?? '', chance, 2);
  }
  return changed;
}

const told = (value: number | undefined): boolean =>
  value === undefined || amount.safeParse(value).success;

function checkMachine(input: unknown): Outcome {
  const files = input as Files;
  const read = (path: string) => {
    const text = files[path];
    return text === undefined ? unread({ code: 'text', said: 'no such file' }) : ok(text);
  };
  const machine = describeMachine(twoCores.facts, read);
  const parsed = machineSchema.safeParse(JSON.parse(JSON.stringify(machine)));
  if (!parsed.success) {
    return { taken: true, fault: `a machine that no report holds: ${parsed.error.message}` };
  }
  if (machine.usableCores < 1) return { taken: true, fault: 'a machine without a core' };
  const counts = readMachineCounts({ cores: [0, 1], cgroupFolders: ['/sys/fs/cgroup'] }, read);
  const grown = countsBetween(counts, counts);
  const free = readFreeMemory(read, () => 1e9);
  const figures = [
    ...Object.values(counts),
    ...Object.values(grown),
    free,
    readFrequency([0], read),
  ];
  const odd = figures.find((figure) => !told(figure as number | undefined));
  return { taken: true, fault: odd === undefined ? undefined : `a counter of ${odd}` };
}

const taskTexts = [
  'thread-stat',
  'odd-name-stat',
  'thread-schedstat',
  'stat',
  'self-smaps-rollup',
].map(recorded);

/** A reading is a figure that may be, or none: NaN stands for none in what is read many times a second. */
const reading = (value: number): boolean => Number.isNaN(value) || amount.safeParse(value).success;

function checkCounters(input: unknown): Outcome {
  const bytes = new Uint8Array(65_536);
  const { written } = new TextEncoder().encodeInto(String(input), bytes);
  const cursor = new AsciiCursor(bytes);
  const times = { onCpuNs: 0, waitNs: 0 };
  if (parseSchedstat(cursor, written, times) && !(reading(times.onCpuNs) && times.waitNs >= 0)) {
    return { taken: true, fault: `times of ${times.onCpuNs} and ${times.waitNs}` };
  }
  for (const field of Object.values(statFields)) {
    const value = parseStatField(cursor, written, field);
    if (!reading(value)) return { taken: true, fault: `field ${field} is ${value}` };
  }
  const row = parseProcess(cursor, written);
  const { name: _, ...figures } = row ?? { name: '' };
  const odd = Object.entries(figures).find(([, value]) => !amount.safeParse(value).success);
  if (odd !== undefined) return { taken: true, fault: `a process with ${odd.join(' ')}` };
  const cores = emptyCoreTimes(2);
  parseCoreTimes(cursor, written, coreSlots([0, 1]), cores);
  if (![...cores.idle, ...cores.total].every((value) => Number.isNaN(value) || value >= 0)) {
    return { taken: true, fault: 'times of cores below 0' };
  }
  const resident = { rssBytes: 0, sharedBytes: 0 };
  parseStatm(cursor, written, parsePageBytes(String(input)) || 4096, resident);
  if (!(resident.rssBytes >= 0 && resident.sharedBytes >= 0)) {
    return { taken: true, fault: `resident ${resident.rssBytes}` };
  }
  const memory = parseSmapsRollup(String(input));
  const sizes = Object.values(memory ?? {});
  const size = sizes.find((value) => !amount.safeParse(value).success);
  if (size !== undefined) return { taken: true, fault: `memory of ${size}` };
  return { taken: row !== undefined || memory !== undefined };
}

const words: readonly string[] = [
  ...[
    'run',
    'experiment',
    'claims',
    'init',
    'machine',
    'help',
    'x.corelane.json',
    '-',
    '--',
    '-q',
    '--quiet',
  ],
  ...[
    '--out',
    '--out=',
    '--out=a',
    '--format',
    'json,csv',
    '--format=xml',
    '--dry-run',
    '--module',
  ],
  ...['--json', 'all', 'heap', '-h', '--help', '--version', '--allow-code', '--no-pilot', '-qh'],
  ...[
    '-AAAA',
    '--a.b',
    '--=',
    '-=',
    '\u202e',
    '\u001b[2J',
    'ü',
    '',
    ' ',
    '--no-quiet',
    '-1',
    '\ud800',
  ],
];

function checkArguments(input: unknown): Outcome {
  const words = input as readonly string[];
  const app = readAppRequest(words);
  const appFault = app.ok ? undefined : faultOfRefusal(problemText(app.problem));
  if (appFault !== undefined) return { taken: false, fault: appFault };
  const read = readArguments(words);
  return read.ok
    ? { taken: true }
    : { taken: false, fault: faultOfRefusal(problemText(read.problem).replaceAll('\n', ' ')) };
}

export const systemTargets: readonly Target[] = [
  { name: "the machine in the kernel's texts", make: changedFiles, check: checkMachine },
  {
    name: "counters in the kernel's texts",
    make: (chance, most) => mutateText(chance.of(taskTexts), chance, most),
    check: checkCounters,
  },
  {
    name: 'words of a command line',
    make: (chance, most) => {
      const list = Array.from({ length: chance.below(2 * most) }, () => chance.of(words));
      const at = chance.below(list.length + 1);
      if (chance.in(0.02)) return list.toSpliced(at, 0, ...new Array<string>(2000).fill('-q'));
      const long = chance.of(['A', '-', 'a.']).repeat(chance.of([5, 4000, 100_000]));
      if (chance.in(0.1)) return list.toSpliced(at, 0, `${chance.of(['', '-', '--'])}${long}`);
      return list.map((word) => (chance.in(0.2) ? mutateText(word, chance, 1) : word));
    },
    check: checkArguments,
  },
];
