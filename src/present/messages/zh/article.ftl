# article: the claims of the article that the project starts from

## Each claim in one sentence, the same for a narrow row, and why it is so.

article-heap = 同一进程的线程共用一个堆；进程各有自己的堆。
    .short = 线程共用一个堆，进程不共用
    .why = Python 的线程运行在所属程序的解释器里，看得到它的对象。进程有自己的地址空间：在其中赋的值留在其中。Node.js 的工作线程介于二者之间：它也有自己的堆，拿到的是副本，只共享专门用来共享的内存。
article-lost-updates = 多个线程可能同时写同一处，更新会丢失。
    .short = 线程同时写同一处会丢失更新
    .why = 自增由读、加、写三步组成。两个线程读到同一个值，就会写下同一个新值，其中一次自增便丢失了。原子操作或锁使三步成为一步。
article-gil = 防止这种情况的是 CPython 的全局解释器锁，它也把线程限制在一个核上。
    .short = 解释器锁把线程限制在一个核上
    .why = 只有持有锁的线程才能运行 Python 代码，所以全部线程合计大约只用一个核。锁保护的是解释器，而不是程序：它可能在自增的读和写之间易手。
article-light = 线程很轻：比进程启动快，占用内存少。
    .short = 线程更轻，启动更快
    .why = 进程需要地址空间，而且除非是 fork 出来的，还要重新加载运行时。Python 的线程几乎只需要一个栈。Node.js 的工作线程则有自己的一整个 JavaScript 引擎。
article-io-bound = 线程适合等待输入输出的工作。
    .short = 线程适合等待型工作
    .why = 等待中的线程不占处理器时间，在 Python 中还会让出锁。事件循环让许多任务在一个线程上等待，不必启动任何线程。
article-responsive = 线程使用户界面保持响应。
    .short = 线程使窗口保持响应
    .why = 窗口在自己线程的两段工作之间绘制和应答。在该线程上工作会让其他一切等待；在别的线程或别的进程中工作则不会占住它，只要还有核可用。
article-kill = 线程不能被杀死；子进程可以。
    .short = 线程不能被杀死，进程可以
    .why = 不论进程在做什么，内核都能从外部终止它并收回内存；它的文件和子进程会留下。Python 没有终止线程的方法。Node.js 有，因为它的引擎会按要求停止运行 JavaScript。
article-containment = 一个线程的泄漏或崩溃会损害其他线程和父程序；进程则能把它限制住。
    .short = 泄漏或崩溃不出进程
    .why = 内核终止和清理的是进程，不是线程：线程承受不了的信号会终止整个程序。线程抛出的异常可以捕获；它泄漏到共用堆里的内存会留下。
article-cores = 进程可以使用多个核，绕过解释器锁。
    .short = 进程绕过锁，使用多个核
    .why = 每个进程都有自己的解释器和锁。Node.js 的线程不需要进程也能做到：每个线程有自己的引擎，没有共享的锁。
article-memory = 进程的内存占用更大。
    .short = 进程占用更多内存
    .why = 多个进程共享的页（如代码）在这里只计一次：按比例分摊的大小 (PSS) 把它们分给各个使用者。其余部分每个进程各自占用。
article-messages = 进程之间的通信开销更大。
    .short = 进程之间的消息开销更大
    .why = 发给进程的消息要序列化，复制进内核，再复制出来，然后读回。线程之间最多复制一次；共享或移交的内存则完全不复制。
article-as-written = 「这个程序让任务并行执行，从而缩短执行时间。」
    .short = 「这个程序缩短执行时间」（原样）
    .why = 两个函数各只需几微秒。启动一个线程或进程的时间比二者加起来还长，所以在任务与启动工作者的开销差不多长之前，没有任何收益。

## The ordinary experiments near to the claims, by name.

lab-experiment-sharing = 父程序得到什么
lab-experiment-counter = 多个线程上的短任务
lab-experiment-processor-node = 处理器型工作，JavaScript
lab-experiment-processor-python = 处理器型工作，Python
lab-experiment-added-workers = 多一个工作者的开销
lab-experiment-waiting = 等待型工作
lab-experiment-window = 主进程中的线程
lab-experiment-killing = 永不结束的任务
lab-experiment-crashing = 崩溃的工作者
lab-experiment-messaging = 逐个分发的任务
lab-experiment-tiny = 文章原样

## Where it is documented: the title of a page, with its owner.

source-node-shared-array-buffer = Node.js，工作线程中的 SharedArrayBuffer
source-python-sharing-state = Python，进程间共享状态
source-ecmascript-memory-model = ECMAScript，内存模型
source-python-mutations = Python，哪些修改是线程安全的
source-python-interpreter-lock = Python，全局解释器锁
source-python-start-methods = Python，启动方法
source-node-worker-threads = Node.js，worker_threads
source-python-threading = Python，threading 与解释器锁
source-node-event-loop = Node.js，不要阻塞事件循环
source-electron-performance = Electron，性能
source-node-terminate = Node.js，worker.terminate()
source-python-kill = Python，Process.kill()
source-linux-signal = Linux，signal(7)
source-node-resource-limits = Node.js，worker 的资源限制
source-python-multiprocessing = Python，multiprocessing
source-linux-pss = Linux，/proc/PID/smaps 中的 PSS
source-node-post-message = Node.js，port.postMessage()
source-python-pipes = Python，管道与队列
source-amdahl-1967 = Amdahl 1967，单处理器方法
