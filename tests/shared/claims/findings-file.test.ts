// Findings as earlier versions wrote them still open, and say what they said.
import { problemText } from '@present/words/engine/problems';
import { findingText } from '@present/words/claims/findings';
import { claimNoteText } from '@present/words/claims/notes';
import { findingsVersion, parseFindings, type FindingsFile } from '@shared/claims/findings-file';
import { renderFindingsJson } from '@report/findings/findings';
import { describe, expect, it } from 'vitest';
import { makeFinding } from '../../helpers/make/finding';
import { makeFigure } from '../../helpers/make/figure';
import { makeReport } from '../../helpers/make/report';

const { program, environment } = makeReport();
const flag = makeFigure('ended', 'threads-flag', 1, { unit: 'yes' });
const file: FindingsFile = {
  ...{ schema: 'corelane.findings', version: findingsVersion, createdAt: '2026-01-02T03:04:05Z' },
  ...{ program, environment, interpreters: [], predictions: [] },
  findings: [makeFinding('heap', { notes: [{ kind: 'no-python' }], figures: [flag] })],
};

function open(text: string): FindingsFile {
  const parsed = parseFindings(text);
  if (!parsed.ok) throw new Error(problemText(parsed.problem));
  return parsed.value;
}

describe('a file of findings', () => {
  it('holds English beside its facts, and opens as it was', () => {
    const text = renderFindingsJson(file);
    expect(text).toContain('"text": "JavaScript: it is so in JavaScript. Python: it is');
    expect(text).toContain('"claim": "Threads of one process share one heap; processes have');
    expect(text).toContain('"text": "threads, a flag"');
    expect(text).toContain('"text": "No Python was found here, so it was not measured."');
    expect(open(text)).toEqual(file);
  });

  it('of version 1 opens with its sentences as they were', () => {
    const [finding] = file.findings;
    const languages = [{ language: 'node', outcome: 'holds', text: 'it is so.' }];
    const text = 'JavaScript: it is so.';
    const early = { ...finding, text, languages, notes: ['No screen.'] };
    const first = { ...file, version: 1, findings: [early] };
    const opened = open(JSON.stringify(first));
    expect(opened.version).toBe(findingsVersion);
    expect(opened.findings[0]?.notes.map(claimNoteText)).toEqual(['No screen.']);
    expect(opened.findings.map(findingText)).toEqual([text]);
  });

  it('of version 2 opens with its figures and facts, whose variants were ways', () => {
    const variants = [
      { kind: 'threads', workers: 2, gain: { median: 2, low: 2, high: 2 }, faster: true },
    ];
    const waited = { kind: 'waited', serialNs: { median: 2, low: 1, high: 3 }, variants } as const;
    const languages = [{ language: 'node', outcome: 'holds', facts: [waited] }];
    const third = { ...file, findings: [{ ...file.findings[0], languages }] };
    const second = JSON.stringify({ ...third, version: 2 })
      .replaceAll('"variant":', '"way":')
      .replaceAll('"variants":', '"ways":');
    expect(second).toContain('"way":"threads-flag"');
    expect(open(second)).toEqual(open(JSON.stringify(third)));
  });

  it('is refused where a note is none', () => {
    const broken = { ...file, findings: [{ ...file.findings[0], notes: [{ kind: 'else' }] }] };
    expect(parseFindings(JSON.stringify(broken))).toMatchObject({
      problem: { code: 'bad-findings', path: 'findings[0].notes[0].kind' },
    });
  });
});
