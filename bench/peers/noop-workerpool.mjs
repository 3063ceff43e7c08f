// The task of workerpool's workers: nothing.
import workerpool from 'workerpool';

workerpool.worker({ noop: () => 0 });
