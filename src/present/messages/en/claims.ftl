## Notes of a finding: what could not be measured, or was disturbed, and why.

claim-note-no-python = No Python was found here, so nothing is said of it.
claim-note-no-electron = There is no Electron here to open a window with.
claim-note-no-display = There is no screen here and no Xvfb to make one: install xvfb.
claim-note-display-not-started = There is no screen here, and Xvfb did not start.
claim-note-one-core = There is one core only: whether several are used can't be seen here.
claim-note-too-fast = { $label } came out { $ratio } as fast as serial, more than its cores can give: serial's own speed was not steady{ $serial ->
    [told] , { $range } of its median
   *[unknown] { "" }
}. Run it again.
claim-note-messages-left-out = Messages of { $sizes } were left out: { $free } of memory were free.
claim-note-search-ended = The search for the break-even was ended by { $by ->
    [budget] its time budget
   *[stop] a stop
}.
claim-note-trial-failed = { $cell } ended as { $status }: { $why }
claim-note-trial-failed-unknown = { $cell } ended as { $status }: no reason is known.
claim-note-probe-disturbed = { $title }: other processes took { $cores } cores meanwhile
claim-note-probe-disturbed-by = { $title }: other processes took { $cores } cores meanwhile, most of it { $name } (pid { $pid })
claim-note-probe-said = { $title }: { $said }
claim-note-probe-failed = { $title } could not be measured: { $why }.
claim-note-probe-failed-said = { claim-note-probe-failed } It said: { $said }
# One of these is the reason in the two before.
claim-probe-no-answer = it said what is no answer: { $why }
claim-probe-signal = it was ended by { $signal }
claim-probe-exit = it ended with exit code { $code }
claim-probe-not-started = it could not be started
claim-probe-timeout = it took longer than { $seconds } s and was ended
claim-probe-memory-limit = it held { $held }, more than the { $limit } that may be taken of what is free, and was ended

claim-range = { $from } to { $to }
