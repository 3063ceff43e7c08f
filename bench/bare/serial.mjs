// The script somebody would write without Corelane: a loop, and the clock around it.
// Usage: node serial.mjs TASKS ITERATIONS
import { loadCompute } from './compute.mjs';

const [tasks = 0, iterations = 0] = process.argv.slice(2).map(Number);
const work = loadCompute(iterations);

let sum = 0;
const began = process.hrtime.bigint();
for (let task = 0; task < tasks; task += 1) sum += await work.run(task);
const ns = Number(process.hrtime.bigint() - began);
process.stdout.write(`${JSON.stringify({ ns, sum })}\n`);
