import { saidOf } from '../../helpers/in-words';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ClaimsStore, type FindingsBasis } from '@engine/store/claims-store';
import { findingsSchema } from '@shared/claims/findings-file';
import { makeFinding } from '../../helpers/make/finding';
import { makePython } from '../../helpers/make/python';
import { makeMachine } from '../../helpers/make/report';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
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

describe('what was found of claims', () => {
  it('is kept with the guess before it, in the order of the claims, and replaced by later ones', async () => {
    const store = new ClaimsStore(folder);
    expect(await store.read()).toEqual({ findings: [], predictions: [], interpreters: [] });
    const guess = { claim: 'heap', guess: 'holds', madeAt: '2026-01-01T00:00:00.000Z' } as const;
    await store.keepGuess(basis, guess);
    // At the same time, as an app and a command line may.
    const other = new ClaimsStore(folder);
    await Promise.all([
      store.keepFinding(basis, makeFinding('kill')),
      other.keepFinding(basis, makeFinding('heap')),
    ]);
    await store.keepFinding(basis, makeFinding('kill', { outcome: 'depends' }));
    const kept = await new ClaimsStore(folder).read();
    expect(kept.findings.map(({ id }) => id)).toEqual(['heap', 'kill']);
    expect(kept.findings[1]?.outcome).toBe('depends');
    expect(kept.predictions).toEqual([guess]);
    const text = await readFile(join(folder, 'claims', 'heap.json'), 'utf8');
    expect(findingsSchema.safeParse(JSON.parse(text)).success).toBe(true);
  });

  it('is passed over where it is damaged', async () => {
    const store = new ClaimsStore(folder);
    await store.keepFinding(basis, makeFinding('heap'));
    await writeFile(join(folder, 'claims', 'heap.json'), '{"schema": "corelane.fin');
    expect((await store.read()).findings).toEqual([]);
  });

  it('loses neither a finding nor a guess that come at the same time', async () => {
    const store = new ClaimsStore(folder);
    const guess = { claim: 'heap', guess: 'holds', madeAt: '2026-01-01T00:00:00.000Z' } as const;
    for (let round = 0; round < 10; round += 1) {
      await rm(join(folder, 'claims'), { recursive: true, force: true });
      await Promise.all([
        store.keepGuess(basis, guess),
        new ClaimsStore(folder).keepFinding(basis, makeFinding('heap')),
      ]);
      const kept = await store.read();
      expect([kept.findings.length, kept.predictions.length]).toEqual([1, 1]);
    }
  });

  it('is set aside where it is damaged, before the next is kept', async () => {
    const store = new ClaimsStore(folder);
    await store.keepFinding(basis, makeFinding('heap'));
    await writeFile(join(folder, 'claims', 'heap.json'), '{"schema": "corelane.fin');
    expect(await store.keepFinding(basis, makeFinding('heap'))).toMatchObject({ ok: true });
    const names = await readdir(join(folder, 'claims'));
    const aside = names.find((name) => name !== 'heap.json') ?? '';
    expect(aside).toMatch(/^heap\.json\.damaged-\d{4}-\d\d-\d\dT\d{6}Z-[0-9a-f]{8}$/);
    expect(await readFile(join(folder, 'claims', aside), 'utf8')).toBe('{"schema": "corelane.fin');
  });

  it('is not replaced where it can not be read', async () => {
    const path = join(folder, 'claims', 'heap.json');
    await mkdir(join(path, 'within'), { recursive: true });
    const kept = await new ClaimsStore(folder).keepFinding(basis, makeFinding('heap'));
    expect(kept).toMatchObject({ ok: false, problem: { code: 'not-replaced' } });
    expect(saidOf(kept)).toContain('its content is not known');
    expect(await readdir(path)).toEqual(['within']);
  });

  it('tells of two Pythons that had the same short name', async () => {
    const store = new ClaimsStore(folder);
    const old = makePython('3.12');
    const next = makePython('3.12', { path: '/opt/other/bin/python3' });
    await store.keepFinding({ ...basis, interpreters: [old] }, makeFinding('heap'));
    await store.keepFinding({ ...basis, interpreters: [next] }, makeFinding('kill'));
    expect((await store.read()).interpreters).toEqual([old, next]);
  });
});
