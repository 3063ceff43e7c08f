// What a program says where a limit of the machine is reached, in words. Pure.

interface Shortage {
  readonly said: RegExp;
  readonly text: string;
}

const shortages: readonly Shortage[] = [
  {
    said: /\bEAGAIN\b|uv_thread_create|pthread_create|can't start new thread|Resource temporarily unavailable/,
    text: "there may be no more processes and threads. Raise that limit (ulimit -u, or the container's), or use fewer workers",
  },
  {
    said: /\b(?:EMFILE|ENFILE)\b|[Tt]oo many (?:open files|files are open)/,
    text: 'too many files are open. Raise that limit (ulimit -n), or use fewer workers',
  },
  {
    said: /\bENOMEM\b|Cannot allocate memory|std::bad_alloc|Fatal process (?:out of memory|OOM)/,
    text: "there is no memory left for it. Free some, raise its limit (ulimit -v, or the container's), or use fewer workers",
  },
];

/** The limit and the remedy, as the end of a sentence; nothing where it is something else. */
export function describeShortage(said: string): string | undefined {
  return shortages.find((shortage) => shortage.said.test(said))?.text;
}
