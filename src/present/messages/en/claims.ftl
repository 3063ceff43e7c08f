## Notes of a finding: what could not be measured, or was disturbed, and why.

claim-note-no-python = No Python was found here, so it was not measured.
claim-note-no-electron = There is no Electron here to open a window with.
claim-note-no-display = There is no screen here and no Xvfb to make one: install xvfb.
claim-note-display-not-started = There is no screen here, and Xvfb did not start.
claim-note-one-core = There is only one core here: whether several are used can't be seen.
claim-note-too-fast = { $label } measured { $ratio }, above the core count: the serial baseline was unstable{ $serial ->
    [told] , { $range } of its median
   *[unknown] { "" }
}. Run it again.
claim-note-messages-left-out = Messages of { $sizes } were left out: { $free } of memory were free.
claim-note-search-ended = The search for the break-even was ended by { $by ->
    [budget] its time budget
   *[stop] a stop
}.
claim-note-trial-failed = { $cell } ended with status { $status }: { $why }
claim-note-trial-failed-unknown = { $cell } ended with status { $status }: the reason is not known.
claim-note-probe-disturbed = { $title }: other processes took { $cores } cores meanwhile
claim-note-probe-disturbed-by = { $title }: other processes took { $cores } cores meanwhile, mostly { $name } (pid { $pid })
claim-note-frames-uneven = { $title }: the frames came unevenly before there was any work
claim-note-no-memory-limit = { $title }: a process's memory cannot be limited on this system, so this was not tried
claim-note-no-shared-memory = { $title }: { $size } do not fit into the available shared memory and were left out
claim-note-probe-said = { $title }: { $said }
claim-note-probe-failed = { $title } could not be measured: { $why }.
claim-note-probe-failed-said = { claim-note-probe-failed } Its output: { $said }
# One of these is the reason in the two before.
claim-probe-worker = { $fault ->
    [worker-ended] the worker ended before it answered
   *[worker-silent] the worker did not answer in shared memory
}
claim-probe-no-answer = it sent an invalid answer: { $why }
claim-probe-signal = it was killed by { $signal }
claim-probe-exit = it ended with exit code { $code }
claim-probe-not-started = it could not be started
claim-probe-not-started-why = it could not be started: { $why }
claim-probe-not-started-lacks = it could not be started: { shortage }
claim-probe-timeout = it took longer than { $seconds } s and was stopped
claim-probe-memory-limit = it exceeded the memory limit ({ $held } > { $limit } available) and was stopped

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

## What a claim came to, in a word.

outcome = { $outcome ->
    [holds] holds
    [fails] does not hold here
    [depends] depends
   *[unavailable] not decided
}
outcome-short = { $outcome ->
    [holds] holds
    [fails] does not hold
    [depends] depends
   *[unavailable] not decided
}

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
claim-lanes = Lanes appear with the first measurement.
claim-chart-note = one dot per value
claim-chart-strategy = strategy
claim-crossing = { $one } and { $other } cross near { $at } (interpolated).
claim-figures-yes = one square per try: filled yes, hollow no
claim-figures-note = dots: single values, line: median; Python hollow
claim-figures-note-log = dots: single values, line: median, log scale; Python hollow
claim-runtime = runtime
claim-figure-of = { $label }, { $runtime }
claim-by = { $by ->
    [bytes] payload
   *[workers] workers
  }
claim-axis = { claim-by }{ $scale ->
    [log] , log scale
   *[linear] { "" }
  }
claim-median = median
claim-point = { $series }, { $at }
claim-point-median = median { $value }
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
    [memory] low memory use
    [isolation] a crash stays in its worker
    [killability] a worker can be ended from outside
   *[sharing] data moves back and forth fast
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
# The measurement of a reason, in the one before and in those below.
choice-speed = { $threads ->
    [one] { $threads } thread is
   *[other] { $threads } threads are
} { $threadsRatio }, { $processes ->
    [one] { $processes } process
   *[other] { $processes } processes
} { $processesRatio } as fast as serial
choice-memory = { NUMBER($workers) } threads take { $threads }, as many processes { $processes }
choice-isolation = at worst { $threads } of the other threads survive a crash, { $processes } of the other processes
choice-killability = a busy thread { $threadsOften ->
    [always] can be ended from outside
    [never] cannot be ended from outside
   *[sometimes] could be ended from outside in { $threads } of the tries
}, a busy process { $processesOften ->
    [always] can
    [never] cannot
   *[sometimes] could in { $processes } of the tries
}
choice-sharing = { $size } go to a thread and back in { $threads }, to a process in { $processes } ({ $threadsLabel }; { $processesLabel })
# Several of these stand one after another in those below.
choice-because = { criterion-name } ({ $text })
choice-unknown = Nothing that matters to you has been measured.
choice-alike = Either: nothing that was measured tells them apart.
choice-evens-out = Either: the reasons balance: { $reasons }.
choice-for = { choice-of }, for { $reasons }.
choice-for-against = { choice-for } Against it: { $against }.
choice-missing = Not measured: { $criteria }.
choice-number = #
choice-claim = claim
choice-figure = figure

## What a claim came to: a sentence for each fact. Each begins in the middle of a line, after the language.

claim-language = { $language ->
    [node] JavaScript
   *[python] Python
}: { $text }
claim-outcome-line = <head>{ $head }:</head> { $text }
claim-not-measured = It could not be measured here.
# Parts of one sentence, one after another.
claim-separator = { "; " }
claim-sentence = { $parts }.
claim-spread = { $middle } ({ $from } to { $to })

claim-heap = the program { $threads ->
    [yes] sees
   *[no] does not see
} what a thread wrote and { $processes ->
    [yes] sees
   *[no] does not see
} what a process wrote{ $mixed ->
    [yes] , but not every time
   *[no] { "" }
}.
claim-heap-shared = Memory made to be shared is seen.

claim-lost = { $runtime ->
    [node] threads
   *[python] { $version }
} lost { $losses }
claim-loss-none = none { $form ->
    [plain] in plain form
   *[call] with a call between
}
claim-loss = { $share } of { NUMBER($increments) } { $form ->
    [plain] in plain form
   *[call] with a call between
} ({ NUMBER($workers) } threads)
claim-apart-leaky = { $first ->
    [yes] Updates were lost
   *[no] updates were lost
} in spite of { claim-safe-means }
claim-safe-means = { $means ->
    [atomic] an atomic operation
   *[lock] a lock
}
claim-apart-sound = { $first ->
    [yes] With
   *[no] with
} { $means ->
    [both] an atomic operation or a lock
    [atomic] an atomic operation
   *[lock] a lock
} none were lost
claim-apart-cost = { claim-safe-means } takes { $ratio } as long

claim-lock-busy = threads of { $version } kept { $cores } cores busy
claim-lock-busy-lost = { claim-lock-busy } and lost { $losses }
claim-lock-conclusion = { $outcome ->
    [holds] The lock keeps threads to one core, and no update was lost.
    [fails] No lock keeps these threads to one core.
   *[depends] The lock keeps threads to one core but does not protect an increment.
}

claim-added = one more { claim-worker } takes { $figures ->
    [start] { $start } to start
    [memory] { $memory }
   *[both] { $start } to start and { $memory }
}
claim-worker = { $kind ->
    [threads] thread
    [processes] process
   *[started] process by { $method }
}
claim-no-start = no measurable time
claim-no-memory = no measurable memory
claim-not-grown = Not decided, because it did not grow with the worker count: { $figures }.
claim-not-grown-figure = the { $figure ->
    [start] start
   *[memory] memory
} of a { claim-worker }

claim-waited = against { $serial } of serial, { $strategies }.
claim-waited-strategy = { $kind ->
    [threads] { NUMBER($workers) } threads
    [loop] an event loop
   *[processes] { NUMBER($workers) } processes
} { $gain } { $faster ->
    [yes] faster
   *[no] as fast
}{ $cpu ->
    [told] , { $cpuTime } of CPU time
   *[unknown] { "" }
}

claim-gained = { $processes }, { $threads }
claim-gained-strategy = { NUMBER($workers) } { $kind ->
    [threads] threads
   *[processes] processes
} are { $gain } { $how ->
    [gains] faster than serial
    [unsure] as fast as serial, but not in every trial
   *[none] as fast as serial: no gain
} ({ $range })
claim-with-runtime = with { $version }, { $text }

claim-memory = { $workers ->
    [one] { $workers } thread
   *[other] { $workers } threads
} take { $size }, as many { $processes }.
claim-memory-processes = { $kind ->
    [processes] processes
   *[started] processes by { $method }
} { $size }, { $ratio }{ $own ->
    [told] , { $ownSize } of it private
   *[unknown] { "" }
}

## Claim 7: ending workers from outside.

claim-side = { $side ->
    [threads] a thread
   *[processes] a process
}
claim-often = { $often ->
    [times] { " " }{ NUMBER($times) } of { NUMBER($of) } times
   *[always] { "" }
}
claim-gone = { $gone ->
    [told] { " " }in { $time }
   *[unknown] { "" }
}
claim-not-ended = { claim-side } in a loop could not be ended from outside
claim-ended = { claim-side } in a loop was ended from outside{ claim-often }{ claim-gone }
claim-others-went-on = The worker beside it went on.
claim-others-harmed = The worker { $workers }.
claim-other-harmed = beside { claim-side } did not go on{ claim-often }
claim-left = When ended, { $workers }.
claim-left-of = { claim-side } left { $what }{ $back ->
    [bytes] { " " }and gave { $bytes } back
    [none] { " " }and gave no memory back
   *[unknown] { "" }
}
claim-left-nothing = nothing
claim-left-file = its file{ claim-often }
claim-left-child = its child process{ claim-often }
claim-help = { $help ->
    [flag] A flag that the loop itself checks
   *[exception] An exception raised in the thread, which its code may catch and which waits for the next line of Python,
}
claim-help-not-ended = { claim-help } did not end it.
claim-help-ended = { claim-help } ended it{ claim-often }{ claim-gone }.

## Claim 8: faults and what they take along. Faults have the names of the probe.

claim-faults-harmless = every fault in { claim-side } left the { NUMBER($others) } other workers and the program running (tried: { $faults })
claim-faults-all = { $faults } in { claim-side } ended the program and all { NUMBER($all) } workers{ claim-sometimes }
claim-faults-some = { $faults } in { claim-side } ended { NUMBER($lost) } of { NUMBER($others) } other workers{ $program ->
    [died] { " " }and the program
   *[lives] { "" }
}{ claim-sometimes }
claim-sometimes = { $sometimes ->
    [yes] { " " }in some repeats
   *[no] { "" }
}
claim-faults-rest = { $faults } affected no other worker
claim-faults-missing = Not measured, and needed to decide: { $sides }.
claim-faults-missing-of = { $faults } in { claim-side }
claim-leaked = After a worker had leaked and ended, the program had grown by { $threads } with threads and by { $processes } with processes.

## Claim 6: a window while work runs.

claim-place = { $place ->
    [page] on the page's own thread
    [main] on the main process's loop
    [thread] on a thread
    [process] in a process
   *[idle] without work
}
# Beside a figure: how a program ended with its worker.
claim-ended-signal = the program was killed by { $signal }
claim-ended-exit = the program ended with exit code { $code }
claim-ended-unknown = the program ended; it is not known how
claim-window-waited = the window's longest wait while work ran: { $places } (medians of the maxima, with min and max).
claim-window-place = { claim-place } { $time }
claim-window-busy = The window waited { $time } without any work, more than the 100 ms that feel immediate: what the work adds is not decided.
claim-thread-unsure = Whether the thread adds to that is not decided: the times with it and those without work overlap.
claim-page-frames = The work takes { $time }. Chromium gives a page that kept it waiting fewer frames for up to a second, so the wait can be longer than the work.
claim-frames-dropped = Dropped frames, of those expected at the rate without work ({ $rate }): { $places }.
claim-frames-place = { $missing } { claim-place }

## Claim 11: messages.

claim-trip = { $size } to a process and back took { $process }, to a thread { $thread }
claim-trips-by = { $by ->
    [queues] through queues
   *[pipe] through a pipe, against a SimpleQueue
}, { $trips }
claim-trip-kind = { $by ->
    [none] { "" }
    [queues] { " " }through queues
   *[pipe] { " " }through a pipe, against a SimpleQueue
}
claim-trips-more = Processes cost more{ claim-trip-kind } at { $more }.
claim-trips-more-not = Processes cost more{ claim-trip-kind } at { $more }, not at { $not }.
claim-trips-no-more = Processes cost no more{ claim-trip-kind } at { $not }.
claim-trips-open = Not decided{ claim-trip-kind } at { $sizes }: the times vary too much.
claim-uncopied = { $means ->
    [shared] Shared memory
    [transfer] Transferring the memory
   *[process-shared] Memory shared by processes
} is faster than copying { $from ->
    [size] from { $size }
   *[every] at every size
}.

## Claim 12: the program as it was written.

claim-written = serial takes { $serial }; { $strategies }.
claim-workers = { NUMBER($workers) } { $side ->
    [threads] threads
   *[processes] processes
}
claim-written-strategy = { claim-workers } { $time }, { $ratio } { $faster ->
    [yes] faster
   *[no] as long
}
claim-pays-from = Measured with two tasks: { $sizes } per task.
claim-pays-size = { claim-sides } from { $time }
claim-pays-not = With two tasks, no size was found from which it pays, only a bound: { $sizes } per task.
claim-pays-bound = { claim-sides } not reached up to { $time }
claim-pays-start = By the measured cost of starting, { $sizes }.
claim-pays-start-size = two { claim-sides } with a core each pay from about { $time } per task
claim-sides = { $side ->
    [threads] threads
   *[processes] processes
}

## A claim in one line: the runtime, and the figures that it is about.

runtime-js = JavaScript
runtime-js-short = JS
runtime-python-short = Py { $interpreter }
claim-line-not-tried = not tried yet
claim-line-not-measured = could not be measured
claim-line-none-lost = none lost
claim-line-lost = { $runtime }: { $label } lost { $value }
claim-line-figure = { $runtime }: { $label } { $value }
claim-line-yes = { $runtime }: threads { $threads }, processes { $processes }
claim-line-window = { $runtime }: { $shown ->
    [thread] thread { $thread }
    [page] page { $page }
   *[both] thread { $thread }, page { $page }
}
claim-line-survivors = { $runtime }: at worst { $threads } threads survive, { $processes } processes
claim-line-against = { $runtime }: { $threads } against { $processes }
claim-line-against-at = { claim-line-against }, { $at }
claim-series = { $runtime } { $name }
claim-series-method = { $name }, { $method }

## Quantities.

quantity-title = { $quantity ->
    [seen] Writes that the program sees
    [lost] Increments lost
    [increments] Increments requested
    [elapsed] Time, cold
    [speedup] Times as fast as serial
    [cores-busy] Cores kept busy
    [cpu] CPU time
    [start] Time to start all workers
    [pss] Memory (PSS)
    [private] Private memory
    [pays-from] Task size from which it pays
    [pays-not-up-to] Task size up to which it does not pay
    [loop-delay] Delay of the event loop
    [worst-frame] Longest frame
    [frames] Frames
    [began] Workers that started
    [survivors] Other workers that survive
    [program-alive] Whether the program survives
    [memory-kept] Memory kept
    [ended] Whether it ended
    [gone] Time until it has ended
    [others-alive] Whether the others survive
    [memory-back] Memory given back
    [file-left] Whether its file is left
    [child-left] Whether its child process is left
    [round-trip] Round-trip time
   *[bandwidth] Bytes per second
}

## All claims together: how many came to what, and how they were guessed.

outcome-count = { $outcome ->
    [holds] { $count ->
        [one] <n>{ $count }</n> holds
       *[other] <n>{ $count }</n> hold
    }
    [depends] { $count ->
        [one] <n>{ $count }</n> depends
       *[other] <n>{ $count }</n> depend
    }
    [fails] { $count ->
        [one] <n>{ $count }</n> does not hold here
       *[other] <n>{ $count }</n> do not hold here
    }
   *[unavailable] <n>{ NUMBER($count) }</n> not decided
}
claims-none = { $count ->
    [12] Twelve
   *[other] { $count }
} claims, { $tried ->
    [none] none tried yet
   *[some] none measured yet
}
score-none = Guess the outcome of each before it is tried.
score-run = { NUMBER($run) } of { NUMBER($all) } run in { $time }{ $dated ->
    [yes] , { $when }
   *[no] { "" }
}.
score-run-guessed = { score-run } You predicted { NUMBER($right) } of { NUMBER($guessed) } correctly.
guess-score = { $score ->
    [right] right
    [partly] partly
   *[wrong] wrong
}
