# page

## A report's run, in short and as a table of facts.

run-of = run of { $moment }, { $trials }, { $duration }
run-of-ended = run of { $moment }, { $trials }, { $duration }, { $status }
run-report = report
run-started = started
run-took = took
run-status = status
run-written = written
run-version = report version
run-program = program
run-runtime = runtime
run-own-cpu = own CPU time
run-window-cpu = window CPU time
run-sampler-cpu = sampler CPU time
run-sampled = samples
run-latest = latest sample, late by
run-cpu = { $time }, { $percent } % of a core
run-samples = { $samples }, { $missed } missed
