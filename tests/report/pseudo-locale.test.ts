// @vitest-environment happy-dom
// The page, the terminal's texts and the findings in a language of accented letters: no plain word is left.
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { planRun } from '@engine/run/plan';
import { renderFindingsHtml } from '@report/findings/findings-html';
import { renderFindings } from '@report/findings/findings-text';
import { renderHtml } from '@report/html';
import { renderTable } from '@report/text';
import { claimIds } from '@shared/claims/catalogue';
import { findingsVersion, type FindingsFile } from '@shared/claims/findings-file';
import { presetIds } from '@shared/experiment/presets';
import type { FoundInterpreters } from '@shared/experiment/python';
import { parseReport } from '@shared/report/report-file';
import { helpText } from '../../src/cli/help';
import { describePythons, writeMachine } from '../../src/cli/machine';
import { describePlan } from '../../src/cli/plan-text';
import { makeFigure } from '../helpers/make/figure';
import { makeFinding } from '../helpers/make/finding';
import { makePython } from '../helpers/make/python';
import { plainTexts, readTexts } from '../helpers/pseudo-locale';

vi.mock('@present/messages/texts', async (original) => {
  const { texts } = await original<{ texts: { en: readonly string[] } }>();
  const { pseudoText } = await import('../helpers/pseudo-locale');
  return { texts: { en: texts.en.map(pseudoText) } };
});

const golden = parseReport(readFileSync('tests/golden/report.json', 'utf8'));
if (!golden.ok) throw new Error(golden.problem.code);
const report = golden.value;
const { program, environment } = report;

const findings: FindingsFile = {
  ...{ schema: 'corelane.findings', version: findingsVersion, createdAt: '2026-01-02T03:04:05Z' },
  ...{ program, environment, interpreters: [], predictions: [] },
  findings: claimIds.map((id) =>
    makeFinding(id, {
      languages: [],
      notes: [{ kind: 'no-python' }],
      figures: [makeFigure('ended', 'threads-flag', 1, { unit: 'yes' })],
    }),
  ),
};

const commands = ['run', 'recover', 'runs', 'claims', 'init', 'machine'] as const;

const pythons: FoundInterpreters = {
  usable: [makePython('3.12'), makePython('3.14t')],
  unusable: [{ path: '/usr/bin/python2', why: { code: 'too-old', version: '2.7' } }],
};

/** Words that are data: names, what Intl writes, what a report and a machine say of themselves. */
const data = [
  'Corelane CPython Python JavaScript PSS RSS csv spreadsheet html trace json',
  'Jan UTC and or heavy-powers',
  // Names of commands, presets and claims, as they are typed.
  ...[...claimIds, ...presetIds, ...report.cells.map(({ id }) => id), 'iterations'],
  JSON.stringify(pythons),
  JSON.stringify([report.experiment, program, report.run, environment]),
  JSON.stringify(report.cells.map(({ trials }) => trials.map(({ evidence }) => evidence))),
];

const readPage = (html: string): readonly string[] =>
  readTexts(new DOMParser().parseFromString(html, 'text/html').documentElement);

describe('in a language of accented letters no plain word is left', () => {
  it.each([
    ['the page of a report', () => readPage(renderHtml(report))],
    ['the help', () => [undefined, ...commands].flatMap((one) => helpText(one).split('\n'))],
    ['a plan', () => describePlan(report.experiment, planRun(report.experiment, 2), 2).split('\n')],
    ['a machine', () => [...writeMachine(environment).split('\n'), describePythons(pythons)]],
    ['the page of findings', () => readPage(renderFindingsHtml(findings))],
    ["the terminal's table", () => renderTable(report).split('\n')],
    ["the terminal's findings", () => renderFindings(findings.findings).split('\n')],
  ])('in %s', (_, write) => {
    expect(plainTexts(write(), data)).toEqual([]);
  });
});
