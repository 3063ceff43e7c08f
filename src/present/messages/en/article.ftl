# article: the claims of the article that the project starts from

## Each claim in one sentence, the same for a narrow row, and why it is so.

article-heap = Threads of one process share one heap; processes have separate heaps.
    .short = Threads share one heap, processes do not
    .why = A Python thread runs in its program's interpreter and sees its objects. A process has an address space of its own: what it assigns stays there. A Node.js worker thread lies between: it has a heap of its own too, receives copies, and shares only memory that is made to be shared.
article-lost-updates = Threads can write the same place at once, and updates are lost.
    .short = Threads writing one place at once lose updates
    .why = An increment is a read, an addition and a write. Two threads that read the same value both write the same next one, and one of the two is lost. An atomic operation or a lock makes the three steps one.
article-gil = CPython's global interpreter lock is what prevents this, and keeps threads to one core.
    .short = The interpreter lock keeps threads to one core
    .why = Only the thread that holds the lock runs Python code, so threads together keep about one core busy. The lock guards the interpreter, not a program: it may change hands between the read and the write of an increment.
article-light = Threads are light: they start sooner and take less memory than processes.
    .short = Threads are lighter and start sooner
    .why = A process needs an address space and, unless it is forked, loads its runtime again. A Python thread needs little more than a stack. A Node.js worker thread has a whole JavaScript engine of its own.
article-io-bound = Threads suit work that waits for input and output.
    .short = Threads suit waiting work
    .why = A thread that waits takes no CPU time and, in Python, releases the lock. An event loop lets many tasks wait on one thread, without starting any.
article-responsive = Threads keep a user interface responsive.
    .short = Threads keep a window responsive
    .why = A window is drawn and answers between two pieces of work of its own thread. Work on that thread makes everything else wait; work on another thread or in another process leaves it free as long as there is a core for it.
article-kill = A thread cannot be killed; a child process can.
    .short = A thread cannot be killed, a process can
    .why = The kernel ends a process from outside and takes its memory back, whatever it does; its files and its own children stay. Python has no method that ends a thread. Node.js has one: it makes the thread's engine stop running JavaScript.
article-containment = A leak or a crash in one thread can damage the others and the parent; a process contains it.
    .short = A leak or crash stays inside its process
    .why = The kernel ends and cleans up processes, not threads: a signal that a thread does not survive ends the whole program. What a thread throws can be caught; what it has leaked into a shared heap stays.
article-cores = Processes use several cores and get past the interpreter lock.
    .short = Processes use several cores past the lock
    .why = Every process has an interpreter and a lock of its own. Node.js threads need no process for this: each has an engine of its own, and no lock is shared.
article-memory = Processes have a larger memory footprint.
    .short = Processes take more memory
    .why = Pages that several processes share, such as code, are counted once here: the proportional size (PSS) divides them among their users. The rest is private to each process.
article-messages = Communication between processes costs more.
    .short = Messages between processes cost more
    .why = A message to a process is serialised, copied into the kernel and out again, and deserialised. Between threads it is copied once at most; memory that is shared or transferred is not copied at all.
article-as-written = “This program reduces the time of execution by running tasks in parallel.”
    .short = “This program reduces the time” (as written)
    .why = Each of the two functions takes microseconds. Starting a thread or a process takes longer than both together, so nothing is gained until a task takes about as long as starting its worker.

## The ordinary experiments near to the claims, by name.

lab-experiment-sharing = What the parent gets back
lab-experiment-counter = Short tasks on several threads
lab-experiment-processor-node = CPU-bound work, JavaScript
lab-experiment-processor-python = CPU-bound work, Python
lab-experiment-added-workers = What one more worker costs
lab-experiment-waiting = Waiting work
lab-experiment-window = Threads in the main process
lab-experiment-killing = A task that never ends
lab-experiment-crashing = A worker that crashes
lab-experiment-messaging = Tasks dispatched one by one
lab-experiment-tiny = The article as written

## Where it is documented: the title of a page, with its owner.

source-node-shared-array-buffer = Node.js, SharedArrayBuffer in worker threads
source-python-sharing-state = Python, sharing state between processes
source-ecmascript-memory-model = ECMAScript, memory model
source-python-mutations = Python, what mutations are thread-safe
source-python-interpreter-lock = Python, the global interpreter lock
source-python-start-methods = Python, start methods
source-node-worker-threads = Node.js, worker threads
source-python-threading = Python, threading and the interpreter lock
source-node-event-loop = Node.js, don't block the event loop
source-electron-performance = Electron, performance
source-node-terminate = Node.js, worker.terminate()
source-python-kill = Python, Process.kill()
source-linux-signal = Linux, signal(7)
source-node-resource-limits = Node.js, resource limits of a worker
source-python-multiprocessing = Python, multiprocessing
source-linux-pss = Linux, PSS in /proc/PID/smaps
source-node-post-message = Node.js, port.postMessage()
source-python-pipes = Python, pipes and queues
source-amdahl-1967 = Amdahl 1967, the single processor approach
