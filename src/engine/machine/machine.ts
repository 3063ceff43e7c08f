// Describes this machine, above all how many cores a run may use.
import { cpus, loadavg, release, totalmem } from 'node:os';
import type { MachineInfo } from '@shared/report/machine';
import { readCgroupFolders, readCgroupLimits } from './cgroup';
import { parseOnlineCores, tickNs } from './core-times';
import { frequencyPath, probeCounters, runtimeCounters } from './counters';
import { readText, type ReadText } from './read-text';
import {
  plainName,
  parseAllowedCores,
  parseAvailableMemory,
  parseCpuInfo,
  parseLoadAverage,
} from './system-text';
import { wholeNumber } from './whole-number';
import { readVariables } from './variables';

/** What the runtime reports on every platform. */
export interface RuntimeFacts {
  readonly platform: string;
  readonly kernel: string;
  readonly arch: string;
  readonly cpuModel: string | undefined;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly loadAverage: [number, number, number] | undefined;
}

/** The cores of a machine: those online, and of them those this process may run on. */
export interface CoreSets {
  readonly online: readonly number[];
  readonly usable: readonly number[];
}

function readRuntimeFacts(): RuntimeFacts {
  const cores = cpus();
  const [one = 0, five = 0, fifteen = 0] = loadavg();
  return {
    platform: process.platform,
    kernel: release(),
    arch: process.arch,
    cpuModel: knownModel(cores[0]?.model),
    cores: cores.length,
    memoryBytes: totalmem(),
    // Windows keeps none; the runtime shows zeros there.
    loadAverage: process.platform === 'win32' ? undefined : [one, five, fifteen],
  };
}

/** The runtime writes `unknown` where a processor has no name. */
function knownModel(model: string | undefined): string | undefined {
  const name = plainName(model);
  return name === 'unknown' ? undefined : name;
}

function parsed<T>(read: ReadText, path: string, parse: (text: string) => T): T | undefined {
  const text = read(path);
  return text.ok ? parse(text.value) : undefined;
}

/**
 * The cores by their kernel numbers. The kernel may allow cores that are not there, so the allowed
 * ones count only where online. Where a container renumbers its cores the two lists may have nothing
 * in common; then all online ones count.
 */
export function readCoreSets(read: ReadText, runtimeCores: number): CoreSets {
  const listed = parsed(read, '/proc/stat', parseOnlineCores) ?? [];
  const online =
    listed.length > 0
      ? listed
      : // A sandbox may tell of none, and yet this runs on one.
        Array.from({ length: Math.max(1, runtimeCores) }, (_, core) => core);
  const allowed = new Set(parsed(read, '/proc/self/status', parseAllowedCores) ?? online);
  const usable = online.filter((core) => allowed.has(core));
  return { online, usable: usable.length > 0 ? usable : online };
}

/** Workers that run at once without sharing a core: affinity, and the quota's whole cores. */
export function usableCores(affinity: number, quotaCores: number | undefined): number {
  if (quotaCores === undefined) return affinity;
  return Math.min(affinity, Math.max(1, Math.floor(quotaCores)));
}

/** Folders of the control groups whose CPU quota holds for this process. */
export function quotaFolders(read: ReadText): readonly string[] {
  return readCgroupFolders(read).cpu;
}

function describeLinux(facts: RuntimeFacts, read: ReadText): MachineInfo {
  const { online, usable } = readCoreSets(read, facts.cores);
  const firstCore = usable[0] ?? 0;
  const limits = readCgroupLimits(readCgroupFolders(read), read);
  const cpu = parsed(read, '/proc/cpuinfo', parseCpuInfo);
  const frequency = frequencyPath(firstCore);
  const frequencyKhz = parsed(read, `${frequency}/scaling_cur_freq`, wholeNumber);
  return {
    platform: facts.platform,
    kernel: facts.kernel,
    arch: facts.arch,
    cpuModel: cpu?.model ?? facts.cpuModel,
    logicalCores: online.length,
    affinity: [...usable],
    quotaCores: limits.quotaCores,
    usableCores: usableCores(usable.length, limits.quotaCores),
    memoryBytes: facts.memoryBytes,
    memoryAvailableBytes: parsed(read, '/proc/meminfo', parseAvailableMemory),
    memoryLimitBytes: limits.memoryBytes,
    loadAverage: parsed(read, '/proc/loadavg', parseLoadAverage),
    governor: parsed(read, `${frequency}/scaling_governor`, plainName),
    frequencyMhz: frequencyKhz === undefined ? cpu?.frequencyMhz : frequencyKhz / 1000,
    tickNs,
    counters: [...probeCounters(read, firstCore)],
  };
}

function describeElsewhere(facts: RuntimeFacts): MachineInfo {
  return {
    platform: facts.platform,
    kernel: facts.kernel,
    arch: facts.arch,
    cpuModel: facts.cpuModel,
    logicalCores: facts.cores,
    affinity: Array.from({ length: facts.cores }, (_, core) => core),
    usableCores: facts.cores,
    memoryBytes: facts.memoryBytes,
    loadAverage: facts.loadAverage,
    counters: [...runtimeCounters(facts.platform)],
  };
}

/** Describes a machine from what the runtime and, on Linux, the kernel's files report. */
export function describeMachine(facts: RuntimeFacts, read: ReadText): MachineInfo {
  return facts.platform === 'linux' ? describeLinux(facts, read) : describeElsewhere(facts);
}

/** This machine as this process finds it now. */
export function readMachine(): MachineInfo {
  const variables = readVariables(process.env);
  const machine = describeMachine(readRuntimeFacts(), readText);
  return variables === undefined ? machine : { ...machine, variables };
}

/** Kernel numbers of the cores this process may run on, in the order of all per-core columns. */
export function coreIds(): readonly number[] {
  if (process.platform !== 'linux') return cpus().map((_, core) => core);
  return readCoreSets(readText, cpus().length).usable;
}
