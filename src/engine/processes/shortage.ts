// Recognises errors that come from a limit of the machine. Pure.
import type { Shortage } from '@shared/report/shortages';

const said: Readonly<Record<Shortage, RegExp>> = {
  processes:
    /\bEAGAIN\b|uv_thread_create|pthread_create|can't start new thread|Resource temporarily unavailable/,
  files: /\b(?:EMFILE|ENFILE)\b|[Tt]oo many (?:open files|files are open)/,
  memory: /\bENOMEM\b|Cannot allocate memory|std::bad_alloc|Fatal process (?:out of memory|OOM)/,
};

const kinds = Object.keys(said) as readonly Shortage[];

/** Returns what the machine has too little of; undefined where it is something else. */
export function shortageIn(text: string): Shortage | undefined {
  return kinds.find((kind) => said[kind].test(text));
}
