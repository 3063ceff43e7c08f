## What is said of a task that failed, beside own code's words. Each stands in a sentence, without its full stop.

said-unreadable = it threw a value that can't be read
said-empty-text = it threw an empty text
said-value = it threw { $value }
said-function = it threw { $is ->
    [named] the function { $name }
   *[unnamed] a function
}
said-object = it threw an object{ $has ->
    [keys] { " " }with { $keys }{ said-more }
   *[nothing] { "" }
}
said-no-message = { $name } without a message
# Stands in others, behind a list.
said-more = { $others ->
    [more] , and { NUMBER($more) } more
   *[none] { "" }
}
said-inner = { $said }{ $holds ->
    [errors] : { $inner }{ said-more }
   *[nothing] { "" }
}{ $cause ->
    [known] , because: { $because }
   *[unknown] { "" }
}
# One of several errors within another.
said-numbered = ({ NUMBER($number) }) { $said }

said-no-checksum = it returned { $what ->
    [function] a function
    [symbol] a symbol
    [circle] an object that contains itself
    [generator] a generator
    [class] an instance of a class
   *[instance] an instance of { $name }
}{ $at ->
    [place] { " " }at { $place }
   *[top] { "" }
}, which has no checksum; return a number, text, bytes, a list or a plain object
said-nested-too-deep = it returned a value that is nested more than { $levels } levels deep, which has no checksum; return a flatter one
said-no-such-export = { $file } exports no function { $export }; it exports { $exports }
# What a file exports.
said-no-exports = nothing
said-export-is-class = { $export } in { $file } is a class: export a function, as in (params, index) => new { $class }(params).run(index)
said-export-is-value = { $export } in { $file } is no function but { $what ->
    [number] a number
    [text] a text
    [boolean] true or false
    [null] null
    [list] a list
    [object] an object
   *[other] another value
}: export a function, as in (params, index) => index
said-backslash-in-path = Node.js can't load { $path }: a name in it has a backslash. Rename that folder or file

said-program-not-started = { $command } could not be started: { $why }
program-fault = { $code ->
    [folder] it is a folder, not a program
    [not-a-file] it is not a file
    [not-executable] it can't be executed: you have no permission to (chmod +x gives it)
    [windows-line-ends] its first line ends in CR LF, so the name of its interpreter is wrong. Save it with Unix line ends
    [no-interpreter] its first line names { $interpreter }, which is not there
    [missing] there is no such program
    [denied] it can't be executed: you have no permission to
    [no-program] it can't be executed: it is not a program of this system and has no #! line
    [damaged] it can't be executed: it is damaged, or a program of another system
    [unknown] it can't be executed: it is not a program of this system
    [long-arguments] its arguments are longer than this system accepts
    [processes] there may be no more processes and threads (raise that limit, ulimit -u or the container's, or use fewer workers)
    [files] too many files are open (raise that limit, ulimit -n, or use fewer workers)
    [system-files] too many files are open on this system
    [memory] there is not enough memory (free some, raise its limit, ulimit -v or the container's, or use fewer workers)
    [no-folder-on-path] a part of its path is not a folder
    [link-circle] its links form a loop
   *[other] { $said }
}
# Stands in the two below: the end of what the program wrote to its standard error.
said-tail = { $told ->
    [text] : { $said }
   *[nothing] { "" }
}
said-program-killed = { $command } was killed by { $signal }{ said-tail }
said-program-ended = { $command } ended with exit code { $code }{ said-tail } (if that is not a failure, give exitCodes: { $codes })

said-request-failed = the request to { $url } failed: { $why }
request-status = status { $known ->
    [known] { $status }
   *[unknown] not known
}: { $said }
request-length = { $bytes } bytes came instead of { $expected }
said-read-back = { $path } reads back different from what was written
said-on-purpose = task { $task } throws on purpose
said-thread-ended = its thread ended with code { $code } before its tasks were done

said-replaced = { $file } or what it imports replaces { $name }, which Node.js needs, with one that does not work: remove it
said-sets-then = { $file } or what it imports sets Object.prototype.then, so that every object is taken for a promise and awaiting one may never end: remove it
