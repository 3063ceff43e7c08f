// The text of a report file to a report: its kind and version, upgrades from older versions, its
// schema, and what the schema cannot say. The caller limits the size of the text.
import type { Complaint } from '../base/complaint';
import { explainIssues } from '../experiment/explain-issues';
import { parseJson } from '../base/parse-json';
import { findReportFault } from './report-checks';
import { reportSchema, reportVersion, type Report } from './report';
import { isObject } from '../base/raw-data';
import { fail, ok, type Result } from '../base/result';
import { reportLimits } from './report-limits';
import { completeReport, reportUpgrades, type RawReport, type Upgrades } from './report-upgrades';
import { findUnfit } from '../base/unfit-data';

/**
 * A report of the newest version from one of any version.
 * Fails with `not-a-report` or `newer-report`; throws where a version has no upgrade, a bug.
 */
export function upgradeReport(
  value: unknown,
  upgrades: Upgrades = reportUpgrades,
  newest: number = reportVersion,
): Result<RawReport> {
  if (!isObject(value) || value['schema'] !== 'corelane.report') {
    return fail('not-a-report', { lacks: 'schema' });
  }
  const version = value['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return fail('not-a-report', { lacks: 'version' }, 'version');
  }
  if (version > newest) {
    return fail('newer-report', { version, newest }, 'version');
  }
  let report: RawReport = value;
  for (let from = version; from < newest; from += 1) {
    const upgrade = upgrades[from];
    if (upgrade === undefined) throw new Error(`no upgrade from report version ${from}`);
    report = { ...upgrade(report), version: from + 1 };
  }
  return ok(completeReport(report));
}

function damaged({ path, fault }: Complaint): Result<never> {
  return fail('bad-report', { fault }, path);
}

/**
 * The report in a file's text.
 * Fails with `bad-json`, `too-deep`, `not-a-report`, `newer-report` or, with the place, `bad-report`.
 */
export function parseReport(text: string): Result<Report> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const unfit = findUnfit(json.value, reportLimits);
  if (unfit !== undefined) return damaged(unfit);
  const upgraded = upgradeReport(json.value);
  if (!upgraded.ok) return upgraded;
  const parsed = reportSchema.safeParse(upgraded.value);
  const complaint = parsed.success
    ? findReportFault(parsed.data)
    : explainIssues(parsed.error, upgraded.value)[0];
  if (complaint !== undefined) return damaged(complaint);
  if (!parsed.success) throw new Error('a failed parse without an issue');
  return ok(parsed.data);
}
