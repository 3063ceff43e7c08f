// The task of poolifier's workers: nothing.
import { ThreadWorker } from 'poolifier';

export default new ThreadWorker(() => 0);
