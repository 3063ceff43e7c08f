// The Chinese texts: a module of its own, loaded only where Chinese is spoken.
import format from './zh/format.ftl?raw';
import names from './zh/names.ftl?raw';
import workloads from './zh/workloads.ftl?raw';
import verdict from './zh/verdict.ftl?raw';
import warnings from './zh/warnings.ftl?raw';
import bottleneck from './zh/bottleneck.ftl?raw';
import claims from './zh/claims.ftl?raw';
import article from './zh/article.ftl?raw';
import probes from './zh/probes.ftl?raw';
import engine from './zh/engine.ftl?raw';
import failures from './zh/failures.ftl?raw';
import said from './zh/said.ftl?raw';
import input from './zh/input.ftl?raw';
import problems from './zh/problems.ftl?raw';
import store from './zh/store.ftl?raw';
import figures from './zh/figures.ftl?raw';
import cli from './zh/cli.ftl?raw';
import page from './zh/page.ftl?raw';
import shell from './zh/shell.ftl?raw';
import lab from './zh/lab.ftl?raw';
import live from './zh/live.ftl?raw';
import results from './zh/results.ftl?raw';
import race from './zh/race.ftl?raw';
import sheets from './zh/sheets.ftl?raw';
import machine from './zh/machine.ftl?raw';

/** The texts of every topic. */
export const chineseTexts: readonly string[] = [
  format,
  names,
  workloads,
  verdict,
  warnings,
  bottleneck,
  claims,
  article,
  probes,
  engine,
  failures,
  said,
  input,
  problems,
  store,
  figures,
  cli,
  page,
  shell,
  lab,
  live,
  results,
  race,
  sheets,
  machine,
];
