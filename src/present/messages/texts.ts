// The English texts: a file for each topic. Those of other languages are loaded where they are spoken.
import format from './en/format.ftl?raw';
import names from './en/names.ftl?raw';
import workloads from './en/workloads.ftl?raw';
import verdict from './en/verdict.ftl?raw';
import warnings from './en/warnings.ftl?raw';
import bottleneck from './en/bottleneck.ftl?raw';
import claims from './en/claims.ftl?raw';
import article from './en/article.ftl?raw';
import probes from './en/probes.ftl?raw';
import engine from './en/engine.ftl?raw';
import failures from './en/failures.ftl?raw';
import said from './en/said.ftl?raw';
import input from './en/input.ftl?raw';
import problems from './en/problems.ftl?raw';
import store from './en/store.ftl?raw';
import figures from './en/figures.ftl?raw';
import cli from './en/cli.ftl?raw';
import page from './en/page.ftl?raw';
import shell from './en/shell.ftl?raw';
import lab from './en/lab.ftl?raw';
import live from './en/live.ftl?raw';
import results from './en/results.ftl?raw';
import race from './en/race.ftl?raw';
import sheets from './en/sheets.ftl?raw';
import machine from './en/machine.ftl?raw';
import type { FormatMessages } from './types/format';
import type { NamesMessages } from './types/names';
import type { WorkloadsMessages } from './types/workloads';
import type { VerdictMessages } from './types/verdict';
import type { WarningsMessages } from './types/warnings';
import type { BottleneckMessages } from './types/bottleneck';
import type { ClaimsMessages } from './types/claims';
import type { ArticleMessages } from './types/article';
import type { ProbesMessages } from './types/probes';
import type { EngineMessages } from './types/engine';
import type { FailuresMessages } from './types/failures';
import type { SaidMessages } from './types/said';
import type { InputMessages } from './types/input';
import type { ProblemsMessages } from './types/problems';
import type { StoreMessages } from './types/store';
import type { FiguresMessages } from './types/figures';
import type { CliMessages } from './types/cli';
import type { PageMessages } from './types/page';
import type { ShellMessages } from './types/shell';
import type { LabMessages } from './types/lab';
import type { LiveMessages } from './types/live';
import type { ResultsMessages } from './types/results';
import type { RaceMessages } from './types/race';
import type { SheetsMessages } from './types/sheets';
import type { MachineMessages } from './types/machine';

/** What each message takes, by its id. */
export type Messages = FormatMessages &
  NamesMessages &
  WorkloadsMessages &
  VerdictMessages &
  WarningsMessages &
  BottleneckMessages &
  ClaimsMessages &
  ArticleMessages &
  ProbesMessages &
  EngineMessages &
  FailuresMessages &
  SaidMessages &
  InputMessages &
  ProblemsMessages &
  StoreMessages &
  FiguresMessages &
  CliMessages &
  PageMessages &
  ShellMessages &
  LabMessages &
  LiveMessages &
  ResultsMessages &
  RaceMessages &
  SheetsMessages &
  MachineMessages;

export const texts = {
  en: [
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
  ],
} as const;
