// What each message of en/claims.ftl takes. Written by `npm run messages`.
import type { None } from '../none';

export interface ClaimsMessages {
  'claim-note-no-python': None;
  'claim-note-no-electron': None;
  'claim-note-no-display': None;
  'claim-note-display-not-started': None;
  'claim-note-one-core': None;
  'claim-note-too-fast': {
    label: string;
    range: string;
    ratio: string;
    serial: 'told' | 'unknown';
  };
  'claim-note-messages-left-out': { free: string; sizes: string };
  'claim-note-search-ended': { by: 'budget' | 'stop' };
  'claim-note-trial-failed': { cell: string; status: string; why: string };
  'claim-note-trial-failed-unknown': { cell: string; status: string };
  'claim-note-probe-disturbed': { cores: string; title: string };
  'claim-note-probe-disturbed-by': { cores: string; name: string; pid: string; title: string };
  'claim-note-frames-uneven': { title: string };
  'claim-note-no-memory-limit': { title: string };
  'claim-note-no-shared-memory': { size: string; title: string };
  'claim-note-probe-said': { said: string; title: string };
  'claim-note-probe-failed': { title: string; why: string };
  'claim-note-probe-failed-said': { said: string; title: string; why: string };
  'claim-probe-worker': { fault: 'worker-ended' | 'worker-silent' };
  'claim-probe-no-answer': { why: string };
  'claim-probe-signal': { signal: string };
  'claim-probe-exit': { code: string };
  'claim-probe-not-started': None;
  'claim-probe-not-started-why': { why: string };
  'claim-probe-not-started-lacks': { lacks: 'processes' | 'files' | 'memory' };
  'claim-probe-timeout': { seconds: string };
  'claim-probe-memory-limit': { held: string; limit: string };
  'claim-range': { from: string; to: string };
  'claims-choice': None;
  'claims-run-all': None;
  'claims-busy-run': None;
  'claims-busy': None;
  'claims-all': None;
  'claims-js': None;
  'claims-py': None;
  'claims-you': None;
  'claims-guessed': None;
  'claims-measuring': None;
  'claims-waiting': None;
  'claims-nothing-said': None;
  'claims-in-language': { language: string; outcome: string };
  'claims-json': None;
  'claims-html': None;
  'claims-csv': None;
  outcome: { outcome: 'holds' | 'fails' | 'depends' | 'unavailable' };
  'outcome-short': { outcome: 'holds' | 'fails' | 'depends' | 'unavailable' };
  'claim-which': { count: number; id: string; number: number };
  'claim-link': { number: number };
  'claim-run': None;
  'claim-run-again': None;
  'claim-lab': None;
  'claim-lab-language': { language: string };
  'claim-notes': None;
  'claim-tried': { moment: string; time: string };
  'claim-outcome': None;
  'claim-outcome-in': { language: string; outcome: 'holds' | 'fails' | 'depends' | 'unavailable' };
  'claim-outcome-here': { outcome: 'holds' | 'fails' | 'depends' | 'unavailable' };
  'claim-why': None;
  'claim-sources': None;
  'claim-other-figures': None;
  'claim-live': None;
  'claim-searching': None;
  'claim-done': { count: number; done: number };
  'claim-lanes': None;
  'claim-chart-note': None;
  'claim-chart-strategy': None;
  'claim-crossing': { at: string; one: string; other: string };
  'claim-figures-yes': None;
  'claim-figures-note': None;
  'claim-figures-note-log': None;
  'claim-runtime': None;
  'claim-figure-of': { label: string; runtime: string };
  'claim-by': { by: 'bytes' | 'workers' };
  'claim-axis': { by: 'bytes' | 'workers'; scale: 'log' | 'linear' };
  'claim-median': None;
  'claim-point': { at: string; series: string };
  'claim-point-median': { value: string };
  'claim-values-range': None;
  'claim-values': None;
  'claim-values-note': None;
  'guess-ask': None;
  'guess-label': None;
  'guess-kept': None;
  'guess-free': None;
  'guess-made': None;
  'guess-when': { moment: string };
  'guess-none': None;
  'choice-advice': None;
  'choice-weights': None;
  'choice-weight': { criterion: string; meaning: string };
  'criterion-name': { criterion: 'speed' | 'memory' | 'isolation' | 'killability' | 'sharing' };
  'criterion-meaning': { criterion: 'speed' | 'memory' | 'isolation' | 'killability' | 'sharing' };
  'choice-none': None;
  'choice-of': { choice: 'threads' | 'processes' | 'either' | 'unknown' };
  'choice-reason': { favours: 'threads' | 'processes' | 'neither'; strength: number; text: string };
  'choice-speed': {
    processes: number;
    processesRatio: string;
    threads: number;
    threadsRatio: string;
  };
  'choice-memory': { processes: string; threads: string; workers: number };
  'choice-isolation': { processes: string; threads: string };
  'choice-killability': {
    processes: string;
    processesOften: 'always' | 'never' | 'sometimes';
    threads: string;
    threadsOften: 'always' | 'never' | 'sometimes';
  };
  'choice-sharing': {
    processes: string;
    processesLabel: string;
    size: string;
    threads: string;
    threadsLabel: string;
  };
  'choice-because': {
    criterion: 'speed' | 'memory' | 'isolation' | 'killability' | 'sharing';
    text: string;
  };
  'choice-unknown': None;
  'choice-alike': None;
  'choice-evens-out': { reasons: string };
  'choice-for': { choice: 'threads' | 'processes' | 'either' | 'unknown'; reasons: string };
  'choice-for-against': {
    against: string;
    choice: 'threads' | 'processes' | 'either' | 'unknown';
    reasons: string;
  };
  'choice-missing': { criteria: string };
  'choice-number': None;
  'choice-claim': None;
  'choice-figure': None;
  'claim-language': { language: 'node' | 'python'; text: string };
  'claim-outcome-line': { head: string; text: string };
  'claim-not-measured': None;
  'claim-separator': None;
  'claim-sentence': { parts: string };
  'claim-spread': { from: string; middle: string; to: string };
  'claim-heap': { mixed: 'yes' | 'no'; processes: 'yes' | 'no'; threads: 'yes' | 'no' };
  'claim-heap-shared': None;
  'claim-lost': { losses: string; runtime: 'node' | 'python'; version: string };
  'claim-loss-none': { form: 'plain' | 'call' };
  'claim-loss': { form: 'plain' | 'call'; increments: number; share: string; workers: number };
  'claim-apart-leaky': { first: 'yes' | 'no'; means: 'atomic' | 'lock' };
  'claim-safe-means': { means: 'atomic' | 'lock' };
  'claim-apart-sound': { first: 'yes' | 'no'; means: 'both' | 'atomic' | 'lock' };
  'claim-apart-cost': { means: 'atomic' | 'lock'; ratio: string };
  'claim-lock-busy': { cores: string; version: string };
  'claim-lock-busy-lost': { cores: string; losses: string; version: string };
  'claim-lock-conclusion': { outcome: 'holds' | 'fails' | 'depends' };
  'claim-added': {
    figures: 'start' | 'memory' | 'both';
    kind: 'threads' | 'processes' | 'started';
    memory: string;
    method: string;
    start: string;
  };
  'claim-worker': { kind: 'threads' | 'processes' | 'started'; method: string };
  'claim-no-start': None;
  'claim-no-memory': None;
  'claim-not-grown': { figures: string };
  'claim-not-grown-figure': {
    figure: 'start' | 'memory';
    kind: 'threads' | 'processes' | 'started';
    method: string;
  };
  'claim-waited': { serial: string; strategies: string };
  'claim-waited-strategy': {
    cpu: 'told' | 'unknown';
    cpuTime: string;
    faster: 'yes' | 'no';
    gain: string;
    kind: 'threads' | 'loop' | 'processes';
    workers: number;
  };
  'claim-gained': { processes: string; threads: string };
  'claim-gained-strategy': {
    gain: string;
    how: 'gains' | 'unsure' | 'none';
    kind: 'threads' | 'processes';
    range: string;
    workers: number;
  };
  'claim-with-runtime': { text: string; version: string };
  'claim-memory': { processes: string; size: string; workers: number };
  'claim-memory-processes': {
    kind: 'processes' | 'started';
    method: string;
    own: 'told' | 'unknown';
    ownSize: string;
    ratio: string;
    size: string;
  };
  'claim-side': { side: 'threads' | 'processes' };
  'claim-often': { of: number; often: 'times' | 'always'; times: number };
  'claim-gone': { gone: 'told' | 'unknown'; time: string };
  'claim-not-ended': { side: 'threads' | 'processes' };
  'claim-ended': {
    gone: 'told' | 'unknown';
    of: number;
    often: 'times' | 'always';
    side: 'threads' | 'processes';
    time: string;
    times: number;
  };
  'claim-others-went-on': None;
  'claim-others-harmed': { workers: string };
  'claim-other-harmed': {
    of: number;
    often: 'times' | 'always';
    side: 'threads' | 'processes';
    times: number;
  };
  'claim-left': { workers: string };
  'claim-left-of': {
    back: 'bytes' | 'none' | 'unknown';
    bytes: string;
    side: 'threads' | 'processes';
    what: string;
  };
  'claim-left-nothing': None;
  'claim-left-file': { of: number; often: 'times' | 'always'; times: number };
  'claim-left-child': { of: number; often: 'times' | 'always'; times: number };
  'claim-help': { help: 'flag' | 'exception' };
  'claim-help-not-ended': { help: 'flag' | 'exception' };
  'claim-help-ended': {
    gone: 'told' | 'unknown';
    help: 'flag' | 'exception';
    of: number;
    often: 'times' | 'always';
    time: string;
    times: number;
  };
  'claim-faults-harmless': { faults: string; others: number; side: 'threads' | 'processes' };
  'claim-faults-all': {
    all: number;
    faults: string;
    side: 'threads' | 'processes';
    sometimes: 'yes' | 'no';
  };
  'claim-faults-some': {
    faults: string;
    lost: number;
    others: number;
    program: 'died' | 'lives';
    side: 'threads' | 'processes';
    sometimes: 'yes' | 'no';
  };
  'claim-sometimes': { sometimes: 'yes' | 'no' };
  'claim-faults-rest': { faults: string };
  'claim-faults-missing': { sides: string };
  'claim-faults-missing-of': { faults: string; side: 'threads' | 'processes' };
  'claim-leaked': { processes: string; threads: string };
  'claim-place': { place: 'page' | 'main' | 'thread' | 'process' | 'idle' };
  'claim-ended-signal': { signal: string };
  'claim-ended-exit': { code: string };
  'claim-ended-unknown': None;
  'claim-window-waited': { places: string };
  'claim-window-place': { place: 'page' | 'main' | 'thread' | 'process' | 'idle'; time: string };
  'claim-window-busy': { time: string };
  'claim-thread-unsure': None;
  'claim-page-frames': { time: string };
  'claim-frames-dropped': { places: string; rate: string };
  'claim-frames-place': { missing: string; place: 'page' | 'main' | 'thread' | 'process' | 'idle' };
  'claim-trip': { process: string; size: string; thread: string };
  'claim-trips-by': { by: 'queues' | 'pipe'; trips: string };
  'claim-trip-kind': { by: 'none' | 'queues' | 'pipe' };
  'claim-trips-more': { by: 'none' | 'queues' | 'pipe'; more: string };
  'claim-trips-more-not': { by: 'none' | 'queues' | 'pipe'; more: string; not: string };
  'claim-trips-no-more': { by: 'none' | 'queues' | 'pipe'; not: string };
  'claim-trips-open': { by: 'none' | 'queues' | 'pipe'; sizes: string };
  'claim-uncopied': {
    from: 'size' | 'every';
    means: 'shared' | 'transfer' | 'process-shared';
    size: string;
  };
  'claim-written': { serial: string; strategies: string };
  'claim-workers': { side: 'threads' | 'processes'; workers: number };
  'claim-written-strategy': {
    faster: 'yes' | 'no';
    ratio: string;
    side: 'threads' | 'processes';
    time: string;
    workers: number;
  };
  'claim-pays-from': { sizes: string };
  'claim-pays-size': { side: 'threads' | 'processes'; time: string };
  'claim-pays-not': { sizes: string };
  'claim-pays-bound': { side: 'threads' | 'processes'; time: string };
  'claim-pays-start': { sizes: string };
  'claim-pays-start-size': { side: 'threads' | 'processes'; time: string };
  'claim-sides': { side: 'threads' | 'processes' };
  'runtime-js': None;
  'runtime-js-short': None;
  'runtime-python-short': { interpreter: string };
  'claim-line-not-tried': None;
  'claim-line-not-measured': None;
  'claim-line-none-lost': None;
  'claim-line-lost': { label: string; runtime: string; value: string };
  'claim-line-figure': { label: string; runtime: string; value: string };
  'claim-line-yes': { processes: string; runtime: string; threads: string };
  'claim-line-window': {
    page: string;
    runtime: string;
    shown: 'thread' | 'page' | 'both';
    thread: string;
  };
  'claim-line-survivors': { processes: string; runtime: string; threads: string };
  'claim-line-against': { processes: string; runtime: string; threads: string };
  'claim-line-against-at': { at: string; processes: string; runtime: string; threads: string };
  'claim-series': { name: string; runtime: string };
  'claim-series-method': { method: string; name: string };
  'quantity-title': {
    quantity:
      | 'seen'
      | 'lost'
      | 'increments'
      | 'elapsed'
      | 'speedup'
      | 'cores-busy'
      | 'cpu'
      | 'start'
      | 'pss'
      | 'private'
      | 'pays-from'
      | 'pays-not-up-to'
      | 'loop-delay'
      | 'worst-frame'
      | 'frames'
      | 'began'
      | 'survivors'
      | 'program-alive'
      | 'memory-kept'
      | 'ended'
      | 'gone'
      | 'others-alive'
      | 'memory-back'
      | 'file-left'
      | 'child-left'
      | 'round-trip'
      | 'bandwidth';
  };
  'outcome-count': { count: number; outcome: 'holds' | 'depends' | 'fails' | 'unavailable' };
  'claims-none': { count: number; tried: 'none' | 'some' };
  'score-none': None;
  'score-run': { all: number; dated: 'yes' | 'no'; run: number; time: string; when: string };
  'score-run-guessed': {
    all: number;
    dated: 'yes' | 'no';
    guessed: number;
    right: number;
    run: number;
    time: string;
    when: string;
  };
  'guess-score': { score: 'right' | 'partly' | 'wrong' };
}
