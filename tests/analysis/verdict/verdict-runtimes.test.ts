import { describe, expect, it } from 'vitest';
import { joinVerdicts } from '@analysis/verdict/verdict';
import type { Verdict } from '@shared/report/report';
import { verdictText } from '@present/words/verdict';

const verdict = (text: string, kind: Verdict['kind']): Verdict => ({
  kind,
  basis: 'cold',
  facts: [{ kind: 'text', clauses: [{ text }] }],
});

describe('joinVerdicts', () => {
  const node = { runtime: 'node', verdict: verdict('Use neither.', 'neither') };
  const python = { runtime: '3.12', verdict: verdict('Use 2 processes.', 'faster') };

  it('leaves that of one runtime as it is', () => {
    expect(joinVerdicts([python])).toBe(python.verdict);
  });

  it('says of each runtime which it is about; the first gives the kind', () => {
    const joined = joinVerdicts([node, python]);
    const said = verdictText({ verdict: joined, cells: [] });
    expect(said).toBe('In Node.js: Use neither. In Python 3.12: Use 2 processes.');
    expect(joined.kind).toBe('neither');
  });
});
