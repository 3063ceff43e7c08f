// @vitest-environment happy-dom
// One report in its three outlets, window, page and terminal: each shows the same, letter by letter.
import { problemText } from '@present/words/engine/problems';
import { resetApi } from '../renderer/helpers/fake-api';
import { readFileSync } from 'node:fs';
import { mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { overheads, overheadTexts } from '@present/figures/overheads';
import { dotScale, place as placeOn } from '@present/figures/dot-plot';
import { resultRows } from '@present/figures/views';
import { message } from '@present/messages/message';
import { machineFacts } from '@present/words/machine-facts';
import { describeMoment } from '@present/locale/moment';
import { describeRun } from '@present/words/run-facts';
import { describeWork } from '@present/words/work';
import PythonBlock from '@renderer/machine/PythonBlock.vue';
import EnvironmentTab from '@renderer/results/EnvironmentTab.vue';
import FailedTrials from '@renderer/results/FailedTrials.vue';
import OverheadBlock from '@renderer/results/OverheadBlock.vue';
import ResultTable from '@renderer/results/ResultTable.vue';
import SpeedupChart from '@renderer/results/SpeedupChart.vue';
import VerdictBlock from '@renderer/results/VerdictBlock.vue';
import TopBar from '@renderer/shell/TopBar.vue';
import { useMachineStore } from '@renderer/stores/machine';
import { usePlaceStore } from '@renderer/stores/place';
import { usePythonsStore } from '@renderer/stores/pythons';
import { useReportStore } from '@renderer/stores/report';
import AppLogo from '@renderer/ui/AppLogo.vue';
import StrategyGlyph from '@renderer/ui/StrategyGlyph.vue';
import { renderHtml } from '@report/html';
import { renderTable } from '@report/text';
import type { Interpreter } from '@shared/experiment/python';
import { strategyKinds } from '@shared/experiment/strategies';
import { parseReport } from '@shared/report/report-file';
import { describePythons, writeMachine } from '../../src/cli/machine';

const golden = parseReport(readFileSync('tests/golden/report.json', 'utf8'));
if (!golden.ok) throw new Error(problemText(golden.problem));
const report = golden.value;

/** Words with single spaces, as a reader has them. */
const plain = (text: string | null | undefined): string =>
  (text ?? '').replace(/[\s\u00a0]+/g, ' ').trim();

const terminal = plain(renderTable(report));
const page = new DOMParser().parseFromString(renderHtml(report), 'text/html');
const onPage = (selector: string): readonly string[] =>
  [...page.querySelectorAll(selector)].map((node) => plain(node.textContent));
const pathsOf = (root: ParentNode | Element): readonly (string | null)[] =>
  [...root.querySelectorAll('path')].map((path) => path.getAttribute('d'));

const zone = process.env['TZ'];
// The reader's clock is UTC here, as the page's is.
beforeAll(() => (process.env['TZ'] = 'UTC'));
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});
beforeEach(() => {
  setActivePinia(createPinia());
  resetApi();
});

describe('one report in window, page and terminal', () => {
  it('has the same mark for each strategy, and the same logo', () => {
    for (const kind of strategyKinds) {
      const paths = pathsOf(mount(StrategyGlyph, { props: { kind } }).element);
      expect(paths.length).toBeGreaterThan(0);
      expect(pathsOf(page.querySelector(`#glyph-${kind}`)!)).toEqual(paths);
    }
    expect(pathsOf(page.querySelector('.logo')!)).toEqual(pathsOf(mount(AppLogo).element));
  });

  it('has the same letters, each with the same evidence', () => {
    const block = mount(VerdictBlock, { props: { report } });
    const letters = block.findAll('.letters li').map((item) => plain(item.text()));
    expect(letters.length).toBeGreaterThan(3);
    expect(onPage('.verdict .details span')).toEqual(letters);
    for (const item of letters) {
      const [letter = '', ...detail] = item.split(' ');
      expect(terminal).toContain(`[${letter}] ${detail.join(' ')}`);
    }
  });

  it('has the same moment and cores', () => {
    useReportStore().report = report;
    usePlaceStore().current = 'results';
    useMachineStore().info = report.environment;
    const bar = mount(TopBar);
    const [run] = onPage('header .run');
    expect(plain(bar.get('.what').text())).toBe(run);
    expect(run).toContain(describeMoment(report.run.startedAt));
    expect(run).toContain(' UTC');
    const [cores = ''] = onPage('header .machine');
    expect(cores).toContain('cores');
    expect(plain(bar.get('.machine').text()).split(' · ')[0]).toBe(cores);
  });

  it('has the same work', () => {
    const work = describeWork(report.experiment);
    expect(terminal).toContain(work);
    expect(onPage('.run-facts dd')).toContain(work);
  });

  it('has the same facts of machine and run', () => {
    const tab = mount(EnvironmentTab, { props: { report } });
    const facts = tab.findAll('.facts > div').map((fact) => plain(fact.text()));
    expect(facts.length).toBeGreaterThan(20);
    const said = [...page.querySelectorAll('.run-facts dt')].map((term) =>
      plain(`${term.textContent}${term.nextElementSibling?.textContent ?? ''}`),
    );
    for (const fact of facts) expect(said).toContain(fact);
    const told = writeMachine(report.environment).replace(/ /g, '');
    const machine = machineFacts(report.environment);
    for (const { name, value } of machine) {
      expect(told).toContain(`${name}${value}`.replace(/ /g, ''));
      expect(facts).toContain(plain(`${name}${value}`));
    }
  });

  it('has the same overhead', () => {
    const { cells, experiment } = report;
    const known = overheads(resultRows(cells), cells, experiment.tasks);
    const block = mount(OverheadBlock, { props: { overheads: known, tasks: experiment.tasks } });
    const [section] = onPage('section').filter((text) =>
      text.startsWith(plain(block.get('h2').text())),
    );
    expect(section).toContain(plain(block.get('header .t-note').text()));
    expect(known.length).toBeGreaterThan(3);
    for (const one of known) {
      const texts = Object.values(overheadTexts(one));
      const row = block.get(`#evidence-overhead-${one.id}`);
      expect(row.findAll('td.mono').map((field) => plain(field.text()))).toEqual(texts);
      expect(section).toContain(`${one.label}${texts.join('')}`);
      expect(terminal).toContain(`${one.label} ${overheadTexts(one).cold}`);
    }
  });

  it('has the same sentences on scaling', () => {
    const chart = mount(SpeedupChart, {
      props: { report, basis: 'cold' },
      global: { stubs: { ChartCanvas: true } },
    });
    const shown = plain(chart.text());
    const sentences = onPage('aside p.quiet').filter((text) => /No fit|Serial/.test(text));
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences) expect(shown).toContain(sentence);
  });

  it('has the same trials on and off the scale of the dot plot', () => {
    const rows = resultRows(report.cells);
    const table = mount(ResultTable, {
      props: { rows, cells: report.cells, basis: 'cold', cores: 2, head: 'cells' },
    });
    const inWindow = table.findAll('svg.dots title').map((title) => title.element.textContent);
    const scale = dotScale(rows)!;
    expect(inWindow.length).toBeGreaterThan(3);
    expect(onPage('svg.plot title')).toEqual(inWindow);
    expect(page.querySelectorAll('svg.plot text.end')).toHaveLength(
      rows.filter(({ summary }) => summary && placeOn(summary.median, scale) > 1).length,
    );
  });

  it('has the same failed trials, with the same evidence', () => {
    const block = mount(FailedTrials, { props: { cells: report.cells } });
    const heads = onPage('.failure h3').map((head) => head.replace('× ', ''));
    expect(heads.length).toBeGreaterThan(0);
    for (const text of [...heads, ...onPage('.failure .mono')]) {
      expect(plain(block.text())).toContain(text);
    }
  });

  it('has the same notes on the results, and the same columns of the table', () => {
    const rows = resultRows(report.cells);
    const props = { rows, cells: report.cells, basis: 'cold' as const, cores: 2, head: 'cells' };
    const table = plain(mount(ResultTable, { props }).text());
    const notes = onPage('table.results td.note').filter((note) => note !== '');
    expect(notes.length).toBeGreaterThan(3);
    for (const note of notes) expect(table).toContain(note);
    for (const head of [message('results-speedup'), message('results-peak')]) {
      expect(onPage('table.results th')).toContain(head);
      expect(terminal).toContain(head);
      expect(table).toContain(head);
    }
  });

  it('has the same ending of a run that was stopped', () => {
    const run = { ...report.run, status: 'stopped' } as const;
    const stopped = { ...report, run };
    useReportStore().report = stopped;
    usePlaceStore().current = 'results';
    expect(plain(mount(TopBar).get('.what').text())).toMatch(/, stopped$/);
    expect(renderHtml(stopped)).toContain(`${describeRun(stopped, 'utc')}</span>`);
    expect(plain(renderTable(stopped))).toContain(`${describeWork(report.experiment)}, stopped `);
  });
});

describe('one machine in window and terminal', () => {
  const python = (over: Partial<Interpreter>): Interpreter => ({
    ...{ id: '3.14t', implementation: 'CPython', version: '3.14.1', path: '/usr/bin/python3.14t' },
    ...{ freeThreaded: true, gil: false, startMethods: ['spawn'], subInterpreters: true },
    ...over,
  });

  it('has the same locks of its Pythons', () => {
    const usable = [
      python({}),
      python({ id: '3.14u', gil: true }),
      python({ id: '3.12', freeThreaded: false, gil: true }),
    ];
    usePythonsStore().found = { usable, unusable: [] };
    const rows = mount(PythonBlock).findAll('tbody tr');
    expect(rows).toHaveLength(3);
    const lines = describePythons({ usable, unusable: [] }).split('\n').slice(1);
    for (const [index, row] of rows.entries()) {
      expect(lines[index]).toContain(`lock ${plain(row.findAll('td')[1]?.text())} `);
    }
  });
});
