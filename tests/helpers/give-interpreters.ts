// Looks for Python once for all files of a project: `interpreters.ts` hands them on.
import { findInterpreters } from '@engine/python/find-interpreters';
import type { Interpreter } from '@shared/experiment/python';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    interpreters: readonly Interpreter[];
  }
}

export default async function give(project: TestProject): Promise<void> {
  const found = process.platform === 'linux' ? (await findInterpreters()).usable : [];
  project.provide('interpreters', found);
}
