// Measurements of claims that a process left in the middle: findings are made of them, once.
import { saidOf } from '../../helpers/in-words';
import { textFact } from '@shared/report/facts';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ClaimsStore, type FindingsBasis } from '@engine/store/claims-store';
import { MeasuredKeeper, recoverMeasured } from '@engine/store/measured-store';
import type { MeasurementId } from '@shared/claims/claims';
import { makeFinding } from '../../helpers/make/finding';
import { makeMachine } from '../../helpers/make/report';

let folder: string;
let store: ClaimsStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
  store = new ClaimsStore(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const basis: FindingsBasis = {
  schema: 'corelane.findings',
  version: 3,
  createdAt: '2026-01-01T00:00:00.000Z',
  program: { name: 'corelane', version: '1.0.0', shell: 'cli', runtime: 'node 20' },
  environment: makeMachine(),
  interpreters: [],
};

const made = (id: MeasurementId) => ({
  ...{ id, durationNs: 2e9, measuredAt: '2026-01-01T00:00:05.000Z' },
  ...{ figures: [], notes: [textFact(`what ${id} noted`)] },
});

const measured = (): string => join(folder, 'claims', 'measured');

/** As if the process that measures were gone. */
async function leave(): Promise<string> {
  const [name = ''] = await readdir(measured());
  const path = join(measured(), name);
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(`"pid":${process.pid}`, '"pid":4194304'));
  return path;
}

describe('measurements that were left', () => {
  it('become findings of all claims that rest on them alone, and are removed', async () => {
    const keeper = new MeasuredKeeper(folder, basis);
    expect(await keeper.keep(made('processor'))).toMatchObject({ ok: true });
    expect(await keeper.keep(made('sharing'))).toMatchObject({ ok: true });
    // Its process lives.
    expect(await recoverMeasured(folder, store)).toEqual([]);
    await leave();
    const [left] = await recoverMeasured(folder, store);
    if (left?.ok !== true) throw new Error('nothing was left');
    expect(left.value.measurements).toBe(2);
    // The claim about the GIL needs another measurement, too.
    expect(left.value.findings.map(({ id }) => id)).toEqual(['heap', 'cores']);
    const { findings } = await store.read();
    expect(findings.map(({ notes }) => notes)).toEqual([
      [textFact('what sharing noted')],
      [textFact('what processor noted')],
    ]);
    expect(await readdir(measured())).toEqual([]);
    expect(await recoverMeasured(folder, store)).toEqual([]);
  });

  it('replace no finding that is as new', async () => {
    await new MeasuredKeeper(folder, basis).keep(made('sharing'));
    await store.keepFinding(basis, makeFinding('heap', { outcome: 'depends' }));
    await leave();
    expect(await recoverMeasured(folder, store)).toMatchObject([{ value: { findings: [] } }]);
    expect((await store.read()).findings[0]?.outcome).toBe('depends');
  });

  it('are told of where they are damaged, and stay', async () => {
    await new MeasuredKeeper(folder, basis).keep(made('sharing'));
    const path = await leave();
    await writeFile(path, '{"schema": "corelane.mea');
    const [left] = await recoverMeasured(folder, store);
    expect(left && saidOf(left)).toContain(path);
    expect(await readdir(measured())).toHaveLength(1);
  });

  it('are none where everything ended in findings; what is in none stays', async () => {
    const whole = new MeasuredKeeper(folder, basis);
    await whole.keep(made('sharing'));
    await whole.end([makeFinding('heap')]);
    expect(await readdir(measured())).toEqual([]);
    const part = new MeasuredKeeper(folder, basis);
    await part.keep(made('processor'));
    await part.end([]);
    expect(await readdir(measured())).toHaveLength(1);
  });
});
