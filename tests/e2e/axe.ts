// What axe-core finds wrong in the page that is shown, by the rules of WCAG 2.2 AA and what axe recommends besides.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a theme decides. */
const ruleOfColours = 'color-contrast';

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly {
      readonly target: readonly unknown[];
      readonly failureSummary?: string;
    }[];
  }[];
}

declare global {
  interface Window {
    axe?: { run(context: Document, options: object): Promise<Found> };
  }
}

/**
 * Each violation in a line: where, the rule, and the first elements that break it; empty where there is none.
 * @param where how the state of the page is told of
 * @param colours checks only the rules about colours: for a theme beside one that was checked in full
 */
export async function violationsIn(page: Page, where: string, colours = false): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(source);
  const runOnly = colours
    ? { type: 'rule', values: [ruleOfColours] }
    : { type: 'tag', values: tags };
  const { violations } = await page.evaluate(
    async (options) => {
      // Nothing is judged in the middle of a transition.
      for (const animation of document.getAnimations()) {
        if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
      }
      if (window.axe === undefined) throw new Error('axe-core is not in the page');
      return window.axe.run(document, options);
    },
    {
      runOnly,
      // label-content-name-mismatch is experimental still, and of WCAG 2.1 A (2.5.3).
      ...(colours ? {} : { rules: { 'label-content-name-mismatch': { enabled: true } } }),
      resultTypes: ['violations'],
    },
  );
  return violations.map(({ id, nodes }) => {
    const [first] = nodes;
    const targets = nodes
      .slice(0, 4)
      .map(({ target }) => target.join(' '))
      .join(' | ');
    return `${where}: ${id} ×${nodes.length}: ${targets} (${first?.failureSummary?.split('\n').at(1)?.trim() ?? ''})`;
  });
}
