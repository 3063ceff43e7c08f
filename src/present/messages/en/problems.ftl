## Why something asked for can't be done: each a sentence, with the place and the remedy.

# A sentence behind the file or the input that it is about.
problem-of = { $of }: { $problem }

# Stands in others. Why a file or a folder can't be read or written.
file-fault = { $code ->
    [missing] there is no such file
    [no-folder] there is no such folder
    [denied] permission is denied
    [read-only] the file system is read-only
    [full] the disk is full
    [over-quota] the disk quota is used up
    [too-large] it would be larger than a file may be
    [device] the device failed
    [folder] it is a folder
    [not-a-file] it is not a file
    [no-folder-on-path] a part of the path is not a folder
    [long-name] the name is too long
    [link-circle] its links form a loop
    [own-link] it is a link that leads back to itself
    [dead-link] it is a broken link
    [not-executable] it is not allowed to be executed
    [not-there] it is not there
    [too-many-open] too many files are open
    [nobody-reads] nobody reads it
    [running] it is a running program
    [disconnected] the connection is gone
    [stale] the folder is gone
    [pipe-or-device] it is a pipe or a device
    [socket] it is a socket
    [disk] it is a disk
    [no-links] no links can be made there
   *[other] { $said }
}
# The same with the file or folder that it is of.
file-fault-at = { $path }: { $why }

problem-not-read = { $path } could not be read: { $why }. Check the path and try again.
problem-too-large = { $name } is larger than { $limit }{ $unpacked ->
    [yes] { " " }when it is unpacked
   *[no] { "" }
}, the maximum.
problem-not-text = { $why ->
    [gzip] { $name } is compressed by gzip. Unpack it and try again.
    [damaged-gzip] { $name } is compressed, but damaged: it can't be unpacked.
    [zeros] { $name } contains only zeros, like a file whose writing was interrupted. Write it again and try again.
    [utf-32] { $name } is UTF-32. { problem-save-as-utf-8 }
    [utf-16] { $name } is UTF-16. { problem-save-as-utf-8 }
   *[damaged-utf-16] { $name } is UTF-16, as PowerShell writes it, but damaged. { problem-save-as-utf-8 }
}
problem-not-utf-8 = { $name } is not UTF-8 text: { $seems ->
    [binary] it is not text
   *[one-byte] it seems to be Latin-1, Windows-1252 or another encoding with one byte per character
} (byte { $byte } in line { $line }). { problem-save-as-utf-8 }
problem-save-as-utf-8 = Save it as UTF-8 and try again.
problem-not-written = { $path } could not be written: { $why }. Choose another place, or fix that and try again.
problem-file-exists = { $path } already exists. Choose another folder with --out.
problem-not-set-aside = { $path } is damaged and could not be set aside: { $why }. Remove it and try again.
problem-not-removed = { $path } was not removed: { $why }.

## What is kept of earlier runs.

problem-not-replaced = { $path } is not replaced, because its content is not known: { $why }
problem-empty-file = { $path } is empty.
problem-damaged-settings = { $path } is damaged, so its settings are ignored, and no kept run is removed to make room. Correct it, or remove it.
problem-damaged-file = { $path } is damaged: { $why }
problem-newer-file = { $path }: { $why }
problem-damaged-measurements = { $path } is damaged: it can't be used. Remove it.
# Why stands at its end as a part of the sentence.
problem-unread = { $path } could not be read: { $why }.
# Stands in the one before.
journal-fault = { $code ->
    [only-begun] it was only started
    [no-journal] it does not begin as a journal does
    [newer] it is a journal of version { $version }, and this Corelane reads up to version { $newest }
   *[long-line] its first line is longer than { $limit }
}
problem-empty-run = { $path } holds neither a report nor a journal.
problem-lost-run = { $why } Its journal went when the report was written, so nothing is left of it.
problem-no-such-run = { $run ->
    [named] There is no run { $id } in the store.
   *[unnamed] There is no such run in the store.
}
problem-running = The run is under way (process { $pid }).
problem-run-taken = { $by ->
    [known] It is being recovered by process { $pid }.
   *[unknown] It is being recovered by another process.
}
problem-not-kept = The run is not kept on disk.

problem-link-left = { $why ->
    [foreign] { $link } was left as it is: it is not a link that Corelane made. { problem-move-away }
    [folder] { $link } was left as it is: it does not belong to this run. { problem-move-away }
   *[file] { $link } was left as it is: it does not belong to this run. --force replaces it.
}
problem-move-away = Move it away, and the next run makes its link there.
problem-link-not-made = { $link } was not made: { $why }.
# A clause: it stands in other sentences.
problem-no-temp-folder = no temporary folder could be made in { $folder }: { $why }. Set TMPDIR to a folder that can be written
problem-text-not-kept = { $path } could not be written: { $why }

## Own code.

problem-relative-path = { $path } is relative to the experiment's file. Open the experiment from its file, or give the absolute path.
problem-remote-path = { $path } is on another machine or is a device, and is not read. Copy it to a folder of this machine, and name it there.
problem-cannot-run = { $path } can't be run: { $why }
problem-no-such-export = { $file } exports no function { $export }; it exports { $exports }. Set "export" to one of these, or export it.
problem-too-much-code = { $name } can't be run: { $what ->
    [files] it has more than { $most } files
    [arguments] its arguments name more than { $most } files
   *[names] its folders contain more than { $most } names
}, more than can be agreed to. { $source ->
    [program] Take fewer tasks, or fewer arguments that name files.
   *[file] Put it into a folder of its own.
}
problem-content-not-read = { $path } can't be run: { $why }.
problem-code-changed = { $how ->
    [gone] { $path } is no longer there since it was agreed to.
    [added] { $path } was added since it was agreed to.
   *[changed] { $path } has changed since it was agreed to.
}
problem-code-unreadable = { $why } since it was agreed to.
problem-not-whole-path = { $path } is not an absolute path. Choose the file, or write its absolute path.
problem-not-runnable = { $path } is not a file that can be run.
problem-no-file = { $path } is not a file.
problem-not-readable = { $path } can't be read: { $why }.
problem-bad-python = { $line ->
    [known] { $file }:{ $number }: { $said }.
   *[unknown] { $file }: { $said }.
}

## Why an interpreter of Python can't be used: each stands after "can't be used: ", or alone in a list.

# Stands in the four below.
python-allow = a run uses it with --allow-code, or where the experiment names its path and you agree
python-relative-folder = it was not started: the PATH names its folder relative to the current one; { python-allow }
python-in-current-folder = it was not started: it lies in the current folder, so it is code of that folder; { python-allow }
python-in-folder = it was not started: it lies in { $folder }, so it is code of that folder; { python-allow }
python-not-used = it is not used: it lies in { $folder }, so it is code of that folder; { python-allow }
python-not-asked = it was not checked: { NUMBER($others) } others were found before it
python-too-old = it is version { $version }; { $oldest } is the oldest that works
python-ancient = it is older than 3.4; { $oldest } is the oldest that works
python-untold = { $how ->
    [unknown] it does not identify itself
    [says-nothing] it does not identify itself: it prints nothing
    [endless] it does not identify itself: it prints without end
   *[no-answer] it does not answer
}
python-speaks-first = it prints something before it is asked: { $said }
python-does-not-run = it does not run: { $why }
python-exited = it does not run: it ends with exit code { $code }
python-killed = it does not run: it is killed by { $signal }

## Why something of the machine can't be read: each stands at the end of a sentence, or beside a counter.

reader-not-read = { $what ->
    [open] { $path } cannot be opened ({ $errno })
   *[read] { $path } cannot be read ({ $errno })
}
reader-other-platform = { $what ->
    [runtime] the runtime does not report it on { $platform }
   *[linux] read on Linux only, not on { $platform }
}
reader-fault = { $code ->
    [ended] it has ended
    [nul-path] a path with a NUL cannot be read
    [hidden] other users' processes are hidden here
    [no-figures] it holds no figures here
    [from-runtime] as the runtime reports it
   *[unknown] it cannot be read here
}
