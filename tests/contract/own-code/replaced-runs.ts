// Runs of own code that replaces what the language and Node.js have: for the tests of replacements.
import { afterAll, expect } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import type { Report } from '@shared/report/report';
import { casesOf } from '../../helpers/every-case';
import { whyOf } from '../../helpers/failures';
import { OwnFolder } from '../../helpers/own-code';
import { beginRun, experiment } from '../../helpers/run-experiment';

const own = new OwnFolder();
afterAll(() => own.remove());

/** The host of `async` is that of `serial`. */
const strategies: ExperimentInput['strategies'] = casesOf(
  [{ kind: 'serial' }, { kind: 'threads', workers: 2 }, { kind: 'processes', workers: 2 }],
  [{ kind: 'async', workers: 2 }],
);

/** Runs one file of own code in every strategy. */
export function runOwn(name: string, text: string): Promise<Report> {
  const workload = own.workload(name, text);
  const sampling = { hz: 0, memoryHz: 0 };
  return beginRun(experiment({ workload, strategies, tasks: 4, timeoutSeconds: 10, sampling }))
    .report;
}

/** Expects that own code that replaces something runs well in every strategy. */
export async function expectWell(name: string, text: string): Promise<void> {
  const work = `export default async (_, index) => ({ index, list: [1, 'two', [index]] });\n${text}`;
  const { cells } = await runOwn(`${name.replaceAll(/\W/g, '-')}.mjs`, work);
  const ends = cells.map(({ id, trials: [trial] }) => [id, trial?.status, whyOf(trial?.evidence)]);
  expect(ends).toEqual(cells.map(({ id }) => [id, 'ok', undefined]));
}

/** Expects that every strategy names what own code replaces that nothing survives. */
export async function expectNamed(what: string, text: string): Promise<void> {
  const work = `${text}\nexport default async (_, index) => index;`;
  const { cells } = await runOwn('breaks.mjs', work);
  for (const { trials } of cells) {
    expect(trials[0]?.status).toBe('failed');
    const why = whyOf(trials[0]?.evidence) ?? '';
    expect(why.replace(/^Worker \d/, '')).toContain(
      ` threw while its file was loaded: breaks.mjs or what it imports ${what}`,
    );
    expect(why).toMatch(/: remove it\.$/);
  }
}

/** Replaces each method of an object, but those that Node.js itself asks for (`except`). */
export const replaceAll = (owner: string, except: readonly string[]): string => `
const owner = ${owner};
const replaced = Reflect.ownKeys(owner).map((key) => [key, Reflect.getOwnPropertyDescriptor(owner, key), 'replaced ' + String(key)])
  .filter(([key, { value, configurable }]) => configurable && typeof value === 'function' && key !== 'constructor' && !${JSON.stringify(except)}.includes(key));
const { defineProperty } = Object;
const { length } = replaced;
for (let at = 0; at < length; at += 1) {
  const name = replaced[at][0];
  const told = replaced[at][2];
  const value = () => { throw new Error(told); };
  defineProperty(owner, name, { value, configurable: true, writable: true });
}
`;
