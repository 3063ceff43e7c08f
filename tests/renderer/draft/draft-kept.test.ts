// The draft comes back from any text that was kept, or from none: it never keeps the page from opening.
import { problemText } from '@present/words/engine/problems';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExperiment } from '@shared/experiment/parse-experiment';
import { defaultPreset, presets } from '@shared/experiment/presets';
import { readDraftState, writeDraftState } from '@renderer/draft/draft-kept';
import type { Draft } from '@renderer/draft/draft-types';

function draftOf(preset = defaultPreset): Draft {
  const parsed = parseExperiment(preset.experiment);
  if (!parsed.ok) throw new Error(problemText(parsed.problem));
  return JSON.parse(JSON.stringify(parsed.value)) as Draft;
}

const state = (experiment: Draft) => ({
  experiment,
  origin: { kind: 'file', path: '/a/b.json' } as const,
  original: '{}',
});

describe('a kept draft', () => {
  it.each(presets.map((preset) => [preset.id, preset] as const))('is the same: %s', (_, preset) => {
    const kept = { ...state(draftOf(preset)), origin: { kind: 'preset', preset } as const };
    expect(readDraftState(writeDraftState(kept))).toEqual(kept);
  });

  it('has its cleared fields, its text in the making, and its own code', () => {
    const cleared = { ...draftOf(), tasks: Number.NaN, strategies: [] };
    const typed = { ...state(cleared), typed: '{"version": 1,' };
    expect(readDraftState(writeDraftState(typed))).toEqual(typed);
    const own = { ...draftOf(), workload: { kind: 'command', command: '', args: ['a'] } } as Draft;
    expect(readDraftState(writeDraftState(state(own)))).toEqual(state(own));
    const module = { kind: 'module', path: 'w.mjs', export: '', params: '{"a": ' } as const;
    const code = { ...draftOf(), workload: module } as Draft;
    expect(readDraftState(writeDraftState(state(code)))).toEqual(state(code));
  });

  it('that the form can not show comes back as text', () => {
    const odd = { ...draftOf(), workload: { kind: 'gone', params: {} } } as unknown as Draft;
    const back = readDraftState(writeDraftState(state(odd)));
    expect(back?.experiment).toEqual(draftOf());
    expect(JSON.parse(back?.typed ?? '')).toMatchObject({ workload: { kind: 'gone' } });
  });

  it('is never one that throws, whatever was kept', () => {
    const whole = JSON.parse(writeDraftState(state(draftOf()))) as Record<string, unknown>;
    const part = (value: Record<string, unknown>): [string, unknown][] => Object.entries(value);
    const keys = part(whole['experiment'] as Record<string, unknown>).map(([key]) => key);
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), fc.boolean(), (key, value, top) => {
        const experiment = { ...(whole['experiment'] as object), [key]: value };
        const text = JSON.stringify(top ? { ...whole, [key]: value } : { ...whole, experiment });
        const back = readDraftState(text);
        if (back !== undefined) writeDraftState(back);
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.string(), (text) => void readDraftState(text)));
    fc.assert(fc.property(fc.json(), (text) => void readDraftState(text)));
  });
});
