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

# claims

## The screen: tabs, list, Export menu

claims-choice = Threads or processes?
claims-run-all = Run all
claims-busy-run = A run is under way.
claims-busy = Claims are being tried.
claims-all = The twelve claims
claims-js = JS
claims-py = Py
claims-you = you
claims-guessed = guessed
claims-measuring = being measured
claims-waiting = to come
claims-nothing-said = nothing said
claims-in-language = { $language }: { $outcome }
claims-json = every finding with its figures and your guesses
claims-html = one file, readable offline
claims-csv = one row per value

## One claim

claim-which = claim { NUMBER($number) } of { NUMBER($count) }, { $id }
claim-link = claim { NUMBER($number) }
claim-run = Run
claim-run-again = Run again
claim-lab = Open in Lab
claim-lab-language = { $language } in Lab
claim-notes = Notes and gaps
claim-tried = Tried { $moment }, in { $time }.
claim-outcome = Outcome
claim-outcome-in = { $outcome ->
    [holds] Holds
    [fails] Does not hold
    [depends] Depends
   *[unavailable] Not decided
  } in { $language }
claim-outcome-here = { $outcome ->
    [holds] Holds
    [fails] Does not hold here
    [depends] Depends
   *[unavailable] Not decided
  }
claim-why = Why
claim-sources = Sources
claim-other-figures = Other figures
claim-live = Live
claim-searching = searching the break-even
claim-done = { NUMBER($done) } of { NUMBER($count) } done
claim-lanes = Lanes show with what is measured first.
claim-chart-note = every value a dot
claim-chart-strategy = strategy
claim-crossing = { $one } and { $other } change places near <figure>{ $at }</figure> (interpolated).
claim-figures-yes = a square for each try: filled yes, hollow no
claim-figures-note = every value a dot, median a rule; Python hollow
claim-figures-note-log = every value a dot, median a rule, log scale; Python hollow
claim-runtime = runtime
claim-by = { $by ->
    [bytes] payload
   *[workers] workers
  }
claim-axis = { claim-by }{ $scale ->
    [log] , log scale
   *[linear] { "" }
  }
claim-median = median
claim-values-range = range
claim-values = n
claim-values-note = number of values

## What the user expects

guess-ask = What do you expect?
guess-label = What you expect
guess-kept = kept until it is tried
guess-free = before it is tried, if you like
guess-made = You predicted
guess-when = made { $moment }, before the run
guess-none = You predicted nothing before it was tried.

## Threads or processes?

choice-advice = Recommendation
choice-weights = What matters to you
choice-weight = { $criterion }: { $meaning }
criterion-name = { $criterion ->
    [speed] speed
    [memory] memory
    [isolation] isolation
    [killability] killability
   *[sharing] sharing
  }
criterion-meaning = { $criterion ->
    [speed] work done in less time
    [memory] little memory taken
    [isolation] a crash stays where it is
    [killability] a worker can be ended
   *[sharing] data goes back and forth fast
  }
choice-none = Nothing that tells them apart has been measured yet. The recommendation rests on the claims cores, memory, containment, kill and messages.
choice-of = { $choice ->
    [threads] Threads
    [processes] Processes
    [either] Either
   *[unknown] Not known
  }
choice-reason = { $favours ->
    [threads] threads, { NUMBER($strength) } of 100
    [processes] processes, { NUMBER($strength) } of 100
   *[neither] either
  }: { $text }.
choice-missing = Not measured: { $criteria }.
choice-number = #
choice-claim = claim
choice-figure = figure
