// @vitest-environment happy-dom
// One report in Chinese: the same sentences in window, page and terminal, and a window that changes its language as it
// stands.
import { problemText } from '@present/words/engine/problems';
import { resetApi } from '../renderer/helpers/fake-api';
import { readFileSync } from 'node:fs';
import { mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import { speak } from '@present/messages/message';
import { resultRows } from '@present/figures/views';
import { joinClauses } from '@present/words/clauses';
import { verdictClauses } from '@present/words/verdict';
import ResultTable from '@renderer/results/ResultTable.vue';
import VerdictBlock from '@renderer/results/VerdictBlock.vue';
import PlaceRail from '@renderer/shell/PlaceRail.vue';
import { useSettingsStore } from '@renderer/stores/settings';
import { renderCsv } from '@report/csv';
import { renderHtml } from '@report/html';
import { renderJson } from '@report/json';
import { renderTable } from '@report/text';
import { renderTrace } from '@report/trace';
import { parseReport } from '@shared/report/report-file';

const golden = parseReport(readFileSync('tests/golden/report.json', 'utf8'));
if (!golden.ok) throw new Error(problemText(golden.problem));
const report = golden.value;

/** The text alone: lines are broken elsewhere in each outlet, and letters stand in the page's and the terminal's. */
const bare = (text: string): string => text.replaceAll(/\s|\[[a-z]\]/g, '');

beforeEach(() => {
  setActivePinia(createPinia());
  resetApi();
});
afterAll(() => speak('en'));

describe('a report in Chinese', () => {
  beforeAll(() => speak('zh'));

  it('has one verdict in window, page and terminal', () => {
    const verdict = bare(joinClauses(verdictClauses(report)));
    expect(verdict).toMatch(/^使用\d+个(?:线程|进程)/u);
    expect(bare(renderTable(report))).toContain(verdict);
    const page = new DOMParser().parseFromString(renderHtml(report), 'text/html');
    expect(page.documentElement.lang).toBe('zh-Hans');
    for (const letter of page.querySelectorAll('h1 sup')) letter.remove();
    expect(bare(page.querySelector('h1')?.textContent ?? '')).toBe(verdict);
    const heading = mount(VerdictBlock, { props: { report } }).get('h1').element;
    for (const unseen of heading.querySelectorAll('sup, .visually-hidden')) unseen.remove();
    expect(bare(heading.textContent ?? '')).toContain(verdict);
  });

  it('is English in every file that programs read', async () => {
    const write = (): readonly string[] => [
      renderCsv(report),
      [...renderJson(report)].join(''),
      [...renderTrace(report)].join(''),
    ];
    const chinese = write();
    await speak('en');
    expect(chinese).toEqual(write());
    await speak('zh');
  });
});

describe('the window', () => {
  beforeAll(() => speak('en'));

  it('changes its language as it stands', async () => {
    const settings = useSettingsStore();
    await settings.ready;
    const table = mount(ResultTable, {
      props: {
        ...{ rows: resultRows(report.cells), cells: report.cells },
        ...{ basis: 'cold', cores: 2, head: 'cells' },
      },
    });
    const name = table.get('button.name');
    await name.trigger('click');
    const english = table.text();
    await settings.chooseLanguage('zh');
    await nextTick();
    expect(table.text()).not.toBe(english);
    expect(table.text()).toContain('加速比');
    expect(name.attributes('aria-expanded')).toBe('true');
    await settings.chooseLanguage('en');
    await nextTick();
    expect(table.text()).toBe(english);
    table.unmount();
  });

  it('offers each language in its own name, beside the theme', async () => {
    const settings = useSettingsStore();
    await settings.ready;
    const rail = mount(PlaceRail);
    await rail.get('button.language').trigger('click');
    const items = rail.findAll('[role=menuitemradio]');
    expect(items.map((item) => item.text())).toEqual(['System', 'English', '简体中文']);
    expect(items.map((item) => item.attributes('aria-checked'))).toEqual([
      'true',
      'false',
      'false',
    ]);
    await items[2]?.trigger('click');
    await expect.poll(() => rail.get('nav').attributes('aria-label')).toBe('页面');
    expect(settings.languageChoice).toBe('zh');
    await settings.chooseLanguage('en');
  });
});
