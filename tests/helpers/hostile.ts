// Texts that try to become something else: markup, a formula, a terminal command.
import { textFailure } from './failures';
import { textCode, textFact } from '@shared/report/facts';
import type { Report } from '@shared/report/report';
import { makeReport } from './make/report';

export const hostile = {
  markup: `"><script>alert(1)</script><img src=x onerror=alert(2)>'</style></title>`,
  formula: '=HYPERLINK("http://example.test","open")',
  terminal: '\u001b[2J\u001b]0;owned\u0007\u202egnp.exe',
} as const;

/** A report that is hostile wherever the schema takes a text. Its cells are still told apart. */
export function makeHostileReport(): Report {
  const report = makeReport({ failing: 'processes-2' });
  const text = `${hostile.markup}${hostile.terminal}`;
  const first = `${text}0`;
  return {
    ...report,
    id: text,
    program: { ...report.program, version: text, runtime: text },
    environment: {
      ...report.environment,
      platform: text,
      kernel: text,
      arch: text,
      cpuModel: text,
      governor: text,
      counters: [{ name: text, readable: false, note: { code: 'text', said: text } }],
    },
    experiment: { ...report.experiment, name: text },
    run: { ...report.run, failure: textFailure(text), notes: [textCode(text)] },
    cells: report.cells.map((cell, index) => ({
      ...cell,
      id: `${text}${index}`,
      againstSerial: { cell: first, answer: 'slower', ratio: 2 },
      againstBest: { cell: first, answer: 'slower', ratio: 2 },
      bottleneck: { kind: 'start-up', fact: { kind: 'text', text } },
      trials: cell.trials.map((trial) => ({
        ...trial,
        ...(trial.evidence !== undefined && {
          evidence: {
            failure: textFailure(hostile.formula + text),
            signal: text,
            stack: text,
            stderrTail: text,
          },
        }),
        ...(trial.surroundings !== undefined && {
          surroundings: { ...trial.surroundings, others: [{ pid: 1, name: text, cpuNs: 1 }] },
        }),
      })),
    })),
    scaling: [
      {
        strategy: 'threads',
        placement: 'host',
        basis: 'cold',
        points: [],
        refusal: textFact(text),
      },
    ],
    breakEven: {
      parameter: text,
      cells: { serial: text, threads: text, processes: text },
      points: [
        { tasks: 2, size: 1, taskNs: 9, times: [{ cell: text, coldNs: [9] }], winner: 'serial' },
      ],
      columns: [{ tasks: 2, crossings: [] }],
      status: 'done',
      durationNs: 1,
      trials: 1,
      gridTrials: 1,
    },
    warnings: [
      { kind: 'load', fact: { kind: 'text', text, advice: text }, cells: [first], trials: [0] },
    ],
    verdict: {
      ...report.verdict,
      cell: first,
      facts: [
        {
          kind: 'text',
          clauses: [{ text, strong: true, evidence: { place: 'row', cell: first, detail: text } }],
        },
      ],
    },
  };
}
