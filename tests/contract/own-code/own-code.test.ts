// A user's own code on real processes: an npm package with every strategy, Python with every strategy, and code that
// misbehaves in every way we could think of. `own-code.long.test.ts` has further cases.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { whyOf } from '../../helpers/failures';
import { foldersHeldBy } from '../../helpers/held-folders';
import { hasPython, interpreters, oldestAndNewest } from '../../helpers/interpreters';
import { notesOf } from '../../helpers/notes';
import { everyStrategy } from '../../helpers/every-strategy';
import {
  expectAllWell,
  expectOwnState,
  expectRuns,
  expectTold,
  outcomes,
  own,
  pythonStrategies,
  run,
  runEach,
  trialsOf,
  work,
} from './own-code-runs';

const onePass = `import { parse } from 'postcss';
import { appendFileSync } from 'node:fs';
interface Context { readonly seed: number; state: { readonly rules: number } }
export const setup = (params: { rules: number; log: string }) => {
  appendFileSync(params.log, 'setup\\n');
  return { rules: params.rules };
};
export const teardown = async (params: { log: string }) => {
  await new Promise((resolve) => setTimeout(resolve, 300));
  appendFileSync(params.log, 'teardown\\n');
};
export default function work(params: unknown, index: number, { seed, state }: Context): unknown {
  const css = Array.from({ length: state.rules }, (_, i) => \`.c\${i + index}{top:\${seed}px}\`).join('');
  const root = parse(css);
  return { index, css: root.toString(), nodes: root.nodes.length };
}
`;

describe('a function in a file', () => {
  it('runs with an npm package in every strategy, and its hooks once a worker', async () => {
    const log = join(own.path, 'hooks.log');
    const workload = own.workload('css.mts', onePass, { params: { rules: 40, log } });
    const report = await run({ workload, strategies: everyStrategy });
    expectAllWell(report, 6);
    const lines = readFileSync(log, 'utf8').trim().split('\n');
    // The reference and serial, async: one worker each; threads twice two; two processes; two by two.
    const workers = 1 + 1 + 1 + 2 + 2 + 2 + 4;
    expect(lines.filter((line) => line === 'setup')).toHaveLength(workers);
    expect(lines.filter((line) => line === 'teardown')).toHaveLength(workers);
    // None was kept alive by something: that would be noted.
    expect(notesOf(report.run)).toEqual([]);
  });

  it.each([['esm.mjs', 'export default (p, i) => new Float64Array([i, p.by]);', 'default']])(
    'runs from %s',
    async (name, text, name_) => {
      const workload = own.workload(name, text, { export: name_, params: { by: 2 } });
      expectAllWell(await run({ workload, strategies: everyStrategy.slice(0, 3) }), 3);
    },
  );

  it('leaves out what cannot run it, and says so', async () => {
    const workload = own.workload('plain.mjs', 'export default () => 1;');
    const strategies = [{ kind: 'serial' } as const, { kind: 'python-serial' } as const];
    const report = await run({ workload, strategies });
    expect(report.cells.map(({ id }) => id)).toEqual(['serial-1']);
    expect(notesOf(report.run)).toEqual(['python-serial was left out: plain.mjs is not Python.']);
  });
});

describe('code that misbehaves', () => {
  const ended = async (workload: ExperimentInput['workload']): Promise<string> => {
    const { run: done, cells } = await run({ workload, strategies: everyStrategy.slice(0, 3) });
    expect(done.status).toBe('failed');
    expect(cells.flatMap(({ trials }) => trials)).toEqual([]);
    return whyOf(done) ?? '';
  };

  it('a file that is not there', async () => {
    const path = join(own.path, 'gone.mts');
    expect(await ended({ kind: 'module', path })).toBe(
      `The run ended early: ${path} can't be run: there is no such file.`,
    );
  });

  it('a file that does not parse: with its line', async () => {
    const workload = own.workload('broken.mts', 'const a = 1;\nexport default function( {\n');
    expect(await ended(workload)).toMatch(/broken\.mts:\d+:\d+: Expected/);
  });

  it('an import that leads nowhere', async () => {
    const workload = own.workload('lost.mts', "\nimport './nowhere.ts';\nexport default () => 1;");
    expect(await ended(workload)).toMatch(/lost\.mts:2:8: Could not resolve '\.\/nowhere\.ts'/);
  });

  it('no such export: with those it has', async () => {
    const workload = own.workload('other.mts', 'export const one = 1, two = () => 2;');
    expect(await ended(workload)).toContain(
      'other.mts exports no function default; it exports one, two. Set "export" to one of these, or export it.',
    );
  });

  it('throws: with the place in its own file', async () => {
    const report = await runEach(
      'type N = number;\nexport default (_p: N, index: N): N => {\n  if (index === 3) throw new Error("no " + index);\n  return 1;\n};\n',
      'throws.mts',
    );
    for (const { trials } of report.cells) {
      expect(trials[0]).toMatchObject({ status: 'failed' });
      expect(whyOf(trials[0]!.evidence)).toMatch(/threw in task 3: no 3 \(throws\.mts:3\)\.$/);
      expect(trials[0]!.evidence!.stack).toContain('throws.mts:3:');
    }
  });

  it('ends its process', async () => {
    const report = await runEach(
      'export default (_, i) => i === 2 && process.exit(7);',
      'exits.mjs',
    );
    for (const { status, message } of outcomes(report)) {
      expect(status).toBe('exited');
      expect(message).toContain('exits.mjs');
    }
  });

  it('hangs', async () => {
    const report = await runEach('export default () => { for (;;); };', 'hangs.mjs', {
      timeoutSeconds: 0.7,
    });
    for (const { status, message } of outcomes(report)) {
      expect(status).toBe('timeout');
      expect(message).toMatch(/took longer than 0\.7 s and was stopped\. It ran hangs\.mjs\.$/);
    }
  });

  it('gives another value each time', async () => {
    const report = await runEach('export default () => process.hrtime();', 'random.mjs');
    for (const { status, message } of outcomes(report)) {
      expect(status).toBe('mismatch');
      expect(message).toMatch(
        /the work is not equal\. It ran random\.mjs\. Probable cause: .* the time, /,
      );
    }
  });

  it('returns what has no checksum', async () => {
    const report = await runEach('export default () => new Map();', 'map.mjs');
    for (const { message } of outcomes(report)) expect(message).toContain('an instance of Map');
  });

  it('prints 10 MB', async () => {
    const text = `const line = 'x'.repeat(999) + '\\n';
export default () => { for (let i = 0; i < 2000; i += 1) { process.stdout.write(line); console.error(line); } };`;
    const report = await runEach(text, 'prints.mjs', { timeoutSeconds: 60 });
    for (const { id, status, message } of outcomes(report)) {
      expect({ id, status, message }).toEqual({ id, status: 'ok', message: undefined });
    }
  });
});

describe.runIf(hasPython)('a function in a Python file', { timeout: 60_000 }, () => {
  const newest = oldestAndNewest()
    .slice(-1)
    .map((one) => [one.id, one] as const);

  it.each(newest)('runs in every Python strategy: %s', expectRuns);

  it.each(newest)('has a state of its own on each thread: %s', expectOwnState);

  it('gives one result in the oldest and the newest', async () => {
    const both = oldestAndNewest();
    const strategies = [{ kind: 'python-serial' as const, interpreters: both.map(({ id }) => id) }];
    expectAllWell(await run({ workload: work('work'), strategies }, interpreters), both.length);
  });

  it('is refused before it runs where its name is nowhere in the file', async () => {
    const strategies = pythonStrategies(['default']);
    const report = await run({ workload: work('absent'), strategies }, interpreters);
    expect(report.cells.flatMap(({ trials }) => trials)).toEqual([]);
    expect(whyOf(report.run)).toContain(
      'exports no function absent; it exports setup, work, loud, bad',
    );
  });

  it('tells what is wrong, and the line in the file', async () => {
    for (const { id, status, evidence } of await trialsOf('bad')) {
      expect({ id, status }).toEqual({ id, status: 'failed' });
      expect(`${id} ${whyOf(evidence)}`).toMatch(/no \d \(work\.py:18\)/);
      expect(`${id} ${evidence?.stack}`).toMatch(/work\.py", line 18, in bad/);
    }
  });

  it('tells where a name is no function of the file', () =>
    expectTold('index', 'failed', /has no function index; it has: setup, work, loud, bad/));
});

it('leaves nothing of it behind', () => {
  expect(foldersHeldBy(process.pid)).toEqual([]);
});
