// The report as one page: no network, no script, light and dark, printable.
import { shownName } from '@present/words/run-facts';
import { message } from '@present/messages/message';
import type { Report } from '@shared/report/report';
import { breakEvenTable } from './html/break-even';
import { writeDocument } from './html/document';
import { pageHeader, verdictBlock, warnings } from './html/head';
import { markup } from './html/markup';
import { overheadTable } from './html/overhead';
import { phaseChart } from './html/phase-chart';
import { raceSection } from './html/race';
import { resultsTable, parentResultNote } from './html/results-table';
import { speedupChart, scalingFacts } from './html/speedup-chart';
import { allFacts } from './html/run-facts';
import { everyTrial, failures } from './html/trials';

/** The report as an HTML document that needs nothing else. */
export function renderHtml(report: Report): string {
  return writeDocument(
    shownName(report.experiment.name),
    markup`${pageHeader(report)}
<div class="page">
<main>
${verdictBlock(report)}
<section><h2 class="visually-hidden">${message('page-results')}</h2>${resultsTable(report)}${parentResultNote(report)}</section>
${raceSection(report)}
<section><h2>${message('page-phases')} <span class="note">${message('page-phases-note')}</span></h2>${phaseChart(report)}</section>
${overheadTable(report)}
${breakEvenTable(report)}
</main>
<aside>
<section><h2>${message('page-speedup')}</h2>${speedupChart(report)}${scalingFacts(report)}</section>
${warnings(report)}
</aside>
<footer>
${failures(report)}
${everyTrial(report)}
${allFacts(report)}
</footer>
</div>`,
  );
}
