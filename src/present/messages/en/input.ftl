## What is wrong at one place of an input: each continues the place to a sentence, with what to give instead.

input-plain = { $code ->
    [unknown-key] is not a known key. Remove it or check its spelling.
    [empty-text] is empty. Give a text.
    [no-json] cannot be written in JSON.
    [reserved-name] is a name that JavaScript reserves. Choose another one.
    [half-character] contains a NUL or half a character, which no path and no program accepts.
    [no-moment] is not a time. Write it as 2026-01-15T14:07:00Z.
    [not-runnable] is not a file that can be run. Give a .ts, .mts, .cts, .js, .mjs, .cjs or .py.
    [uneven-columns] has columns of two lengths.
    [more-rows] keeps more rows than were taken.
    [two-cells] stands for two cells.
    [no-range] is not a range: its min is above its max.
    [above-high] is above high.
    [before-start] comes before startNs.
    [before-own-start] comes before its startNs.
    [no-break-even-cell] is not in breakEven.cells.
    [is-report] is the report of a run, not an experiment. See it in the app with "Open report…". To repeat its run, save the value of its "experiment" as a file.
    [is-findings] is what "corelane claims --json" wrote, not an experiment. "corelane init" prints one.
    [core-twice] names a core twice.
   *[invalid] is not valid.
}

# Stands in the three below.
input-limit = { $bound ->
    [most] Give at most { $limit }.
   *[least] Give at least { $limit }.
}
input-text-length = has { $characters } characters. { input-limit }
input-list-length = has { $entries } entries. { input-limit }
input-number = is { $value }. { input-limit }

input-missing = is missing. Give { $choices }.
input-wrong = must be { $choices }, not { $value }.
# Choices, one or several of them: the name of a type, as the schema has it.
input-type = { $type ->
    [int] a whole number
    [number] a number
    [string] a text
    [boolean] true or false
    [array] a list
    [tuple] a list
    [object] an object
   *[other] { $name }
}
# The last of several choices.
input-others = one of { NUMBER($others) } others
input-something = something else
# What an input has instead.
input-value = { $kind ->
    [list] a list
    [object] an object
   *[function] a function
}
input-library = is not valid: { $said }.

input-no-json-number = is { $value }, which cannot be written in JSON.
input-many-values = holds more than { NUMBER($limit) } values.
input-many-characters = holds more than { NUMBER($limit) } characters.
input-too-deep = nests deeper than { $levels } levels. Flatten it.
input-holds = holds { $place }, which { $fault }
input-many-rows = has { $rows } rows. At most { $most } are read.
input-row = is { $value }. Give { $wanted } from { $min } to { $max }.
input-twice = appears twice, again at line { $line }, column { $column }. Keep one.
input-odd-number = is { $token }, which { $oddity ->
    [too-large] is larger than any number can be. Write a smaller one.
    [minus-zero] would be written back as 0. Write 0.
    [tiny] is too close to 0 for a number. Write 0, or a text.
    [digits] has more digits than a number can hold. Write fewer, or a text where one may stand.
   *[inexact] would be read as { $read }. Write that, or a text where one may stand.
}
input-rate = is { $hz }. Give 0, or at least { $least }.
input-many-workers = makes { $workers } workers with { $processes } processes. Give at most { $most } workers in all.
input-many-programs = would start { $programs } programs at once. Give at most { $most }.
input-no-parameter = holds { "{" }{ $name }{ "}" }, which is not a parameter. Give one of { $known }, or write { "{{" }{ $name }{ "}}" } for the text itself.
input-given-parameter = defines { $name }, which every task has already. Choose another name.
input-bad-parameter = defines { $name }, which can't be used in braces. Begin with a letter, then letters, digits and _.
input-median = is { $median }, which is not between low and high.

## Parts of a report that do not belong together.

input-same-trial = is { $trial }, the number of another trial.
input-no-such-trial = is { $trial }: there is no such trial.
input-same-worker = is { $worker }, as another one is.
input-no-such-worker = is { $worker }: its trial has no such worker.
input-many-topology-workers = makes { $workers } workers. At most { $most } are read.
input-other-workers = is { $workers }, where its topology makes { $all }.
input-worker-of-cell = is { $value }, in a cell of { $workers } workers.
input-task-of-experiment = is { $task }, in an experiment of { $tasks } tasks.
input-no-such-cell = names the cell { $cell }, which is not there.
input-many-processes = belongs to one process too many: at most { $most } of a trial are read.
input-other-rows = has { $rows } rows where { $first } has { $length }.
input-other-cores = has { $cores } cores where coreIds has { $length }.

## Where a text is no JSON: what to do there.

json-fault = { $code ->
    [value] Write a value.
    [trailing] Remove what follows the end.
    [comment] Remove the comment: JSON has none.
    [value-or-bracket] Write a value, or close with ].
    [value-after-colon] Write a value after the colon.
    [comma-missing] Put a comma before this.
    [comma-extra] Remove this comma: nothing follows it.
    [digits] Write the number in digits, as 12, 0.5 or 1e3.
    [double-quotes] Use double quotes.
    [first-digit] Begin the number with a digit, as in 0.5.
    [backslash] Write \\ for a backslash.
    [open-text] Close the text with a double quote.
    [control] Write \t for a tab: a text holds no control characters.
    [name-or-brace] Write a name in double quotes, or close with { "}" }.
   *[colon] Put a colon after the name.
}
json-foreign = { $word ->
    [True] Write true.
    [False] Write false.
    [None] Write null.
    [undefined] Write null, or leave it out.
    [NaN] Write null: JSON has no NaN.
   *[Infinity] Write null: JSON has no Infinity.
}
json-quote-word = Put { $word } in double quotes.
json-quote-name = Put the name { $word } in double quotes.
json-close = Close it with { $close }.
json-close-first = Close it with { $close } first.

## Problems of an input: the place, and what is wrong there.

problem-empty-experiment = It is empty. Write an experiment into it; "corelane init" prints one.
problem-json-mistake = The file is not JSON: line { $line }, column { $column }: { $fault }
problem-json-said = The file is not JSON: { $said }. Fix that place and try again.
problem-too-deep-at = The file nests deeper than { $levels } levels at line { $line }, column { $column }. Flatten it.
problem-too-deep = { $place } nests deeper than { $levels } levels (line { $line }, column { $column }). Flatten it.
# The place where the path is none.
input-whole = { $what ->
    [file] The file
    [experiment] The experiment
    [findings] they
   *[other] it
}
problem-at-place = { $place } { $fault }
problem-bad-report = The report is damaged: { $place } { $fault }
problem-bad-findings = The findings are damaged: { $place } { $fault }
problem-not-a-report = { $lacks ->
    [schema] This is not a Corelane report: it lacks "schema": "corelane.report". Choose a report that Corelane wrote.
   *[version] The report's version is not a whole number.
}
problem-newer-report = The report was made by a newer Corelane, version { $version }; this one reads up to { $newest }. Open it with a newer Corelane.

## What is wrong with a message of another process: each stands in parentheses, or at the end of a sentence.

message-none = it is not a message
message-range = { $part } is { $value }. Give { $wanted } from { $min } to { $max }
message-wrong-type = { $part } must be { $wanted }, not { $value }
message-none-of = { $part } is not one of { $known }
message-many-entries = { $part } has more than { $most } entries
message-other-rows = { $part } has { $rows } rows, not { $length }
message-worker-twice = { $part } has worker { $worker } twice
message-no-rows = { $part } has no rows of { $width } numbers
message-other-unit = { $part } is { $unit }, but { $quantity } is given in { $wanted }
message-part = { $code ->
    [no-text] { $part } is not a text
    [no-flag] { $part } is neither true nor false
    [no-object] { $part } is not an object
    [no-list] { $part } is not a list
    [no-column] { $part } is not a column of numbers
    [many-rows] { $part } has too many rows
    [no-worker] { $part } is not a worker
    [before-start] { $part } is before its startNs
    [not-a-row-each] { $part } does not have one row per task
    [no-number] { $part } is not a number
    [no-host-type] { $part } is not one that a host sends
    [no-sampler-type] { $part } is not one that the sampler sends
    [no-probe-type] { $part } is not one that a probe sends
    [no-number-array] { $part } is not an array of numbers
    [no-cores] { $part } are not core numbers
    [no-loopback] { $part } is not a loopback address
    [no-method] { $part } is not a method of a probe
   *[no-reason] { $part } is not a known reason
}
