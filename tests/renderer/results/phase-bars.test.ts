// @vitest-environment happy-dom
import { resetApi } from '../helpers/fake-api';
import { mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { expect, it } from 'vitest';
import { formatDuration } from '@present/locale/format';
import { phaseBars } from '@present/figures/phases';
import { resultRows } from '@present/figures/views';
import PhaseBars from '@renderer/results/PhaseBars.vue';
import { makeReport } from '../../helpers/make/report';

it('writes the times of a bar as running text: one face, one space before each unit', () => {
  setActivePinia(createPinia());
  resetApi();
  const { cells } = makeReport();
  const bars = phaseBars(resultRows(cells), cells);
  const rows = mount(PhaseBars, { props: { bars } }).findAll('.figures');
  expect(rows.length).toBe(bars.length);
  rows.forEach((row, index) => {
    const { totalNs, warmNs } = bars[index]!;
    expect(row.find('.mono').exists()).toBe(false);
    const [total, rest] = row.findAll(':scope > span').map((part) => part.element.textContent);
    expect(total).toBe(formatDuration(totalNs));
    expect(rest?.trim().split(' · ')[0]?.trim()).toBe(`warm ${formatDuration(warmNs)}`);
  });
});
