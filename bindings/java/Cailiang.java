import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * cailiang for Java: {@code cailiang serve --stdio} as supervised worker processes. No dependencies, JDK 11 or later.
 *
 * <pre>{@code
 * try (Cailiang engine = new Cailiang(new Cailiang.Options().workers(2))) {
 *     String answer = engine.ask("{\"ruleset\": \"cn.npc.food-safety-law\", \"offence\": \"unlicensed\", …}");
 * }
 * }</pre>
 *
 * <p>Requests and answers are JSON texts; the JSON library of the host builds and reads them. Any number of threads may
 * share one client; a worker answers one request at a time. The client writes the {@code id} of every request, so a
 * request comes without one, and an answer is handed over only if it has that id.
 *
 * <p>An answer of the kind {@code error} is an answer, and is returned. What is thrown is a {@link Failure}: the engine
 * timed out, ended, or could not be started. Requests change nothing, so a request whose worker ended is sent once
 * more, to a new process; one that timed out is not.
 */
public final class Cailiang implements AutoCloseable {
    /** The longest request in bytes of UTF-8: 64 MiB. */
    public static final int MAX_BYTES = 64 * 1024 * 1024;

    /** How many of the last lines of stderr an error shows. */
    private static final int STDERR_LINES = 20;

    /** No answer. */
    public static class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final ArrayList<String> stderr;

        Failure(String message, List<String> stderr) {
            super(stderr.isEmpty() ? message : message + "\n" + String.join("\n", stderr));
            this.stderr = new ArrayList<>(stderr);
        }

        /** The last lines that the engine wrote to stderr. */
        public List<String> stderr() {
            return List.copyOf(stderr);
        }
    }

    /** The engine did not answer in time. Its process was killed; the next request gets a new one. */
    public static final class TimedOut extends Failure {
        private static final long serialVersionUID = 1;

        TimedOut(String message, List<String> stderr) {
            super(message, stderr);
        }
    }

    /** The engine ended without an answer, twice, or wrote what is no answer to the request. */
    public static final class EngineEnded extends Failure {
        private static final long serialVersionUID = 1;

        EngineEnded(String message, List<String> stderr) {
            super(message, stderr);
        }
    }

    /** The engine cannot be started, or ends before its first answer, or did so too often in a row. */
    public static final class NotStarted extends Failure {
        private static final long serialVersionUID = 1;

        NotStarted(String message, List<String> stderr) {
            super(message, stderr);
        }
    }

    /** The request is longer than 64 MiB; it was not sent. */
    public static final class TooLong extends Failure {
        private static final long serialVersionUID = 1;

        TooLong(String message) {
            super(message, List.of());
        }
    }

    /** The client is closed. */
    public static final class Closed extends Failure {
        private static final long serialVersionUID = 1;

        Closed() {
            super("the client is closed", List.of());
        }
    }

    /** How a client works. */
    public static final class Options {
        private List<String> command = List.of("cailiang", "serve", "--stdio");
        private int workers = 1;
        private Duration timeout = Duration.ofSeconds(60);
        private int restarts = 5;
        private Duration pause = Duration.ofSeconds(10);

        /** What starts the engine: the program and its arguments, {@code serve --stdio} among them. */
        public Options command(List<String> command) {
            if (command.isEmpty()) {
                throw new IllegalArgumentException("the command is empty");
            }
            this.command = List.copyOf(command);
            return this;
        }

        /** How many processes, each started when it is first needed; 1. */
        public Options workers(int workers) {
            if (workers < 1) {
                throw new IllegalArgumentException("there is at least one worker");
            }
            this.workers = workers;
            return this;
        }

        /** How long the engine may take over one request, starting included; waiting for a free worker does not count. */
        public Options timeout(Duration timeout) {
            this.timeout = above0(timeout);
            return this;
        }

        /** When a worker ended more than {@code times} in a row without an answer, none is started for {@code pause}. */
        public Options restarts(int times, Duration pause) {
            if (times < 0 || pause.isNegative()) {
                throw new IllegalArgumentException("neither is below 0");
            }
            this.restarts = times;
            this.pause = pause;
            return this;
        }

        private static Duration above0(Duration timeout) {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("a timeout is above 0");
            }
            return timeout;
        }
    }

    private final Options options;
    private final ScheduledThreadPoolExecutor watchdog;
    /** Guards the next four. */
    private final Object lock = new Object();
    private final Deque<Worker> free = new ArrayDeque<>();
    private List<Worker> workers = new ArrayList<>();
    private long number;
    private boolean closed;

    /** A client of one worker that starts {@code cailiang serve --stdio}. */
    public Cailiang() {
        this(new Options());
    }

    /** A client; its processes are started when they are first needed. */
    public Cailiang(Options options) {
        this.options = options;
        for (int n = 0; n < options.workers; n++) {
            workers.add(new Worker(options.command));
        }
        free.addAll(workers);
        watchdog = new ScheduledThreadPoolExecutor(1, task -> daemon("cailiang watchdog", task));
        watchdog.setRemoveOnCancelPolicy(true);
    }

    /** The answer to one request. */
    public String ask(String request) throws InterruptedException {
        return ask(request, options.timeout);
    }

    /**
     * The answer to one request, with a timeout of its own.
     *
     * @throws IllegalArgumentException the request is no JSON object, or a line break stands inside a string of it
     * @throws InterruptedException while it waited for a free worker
     * @throws Failure there is no answer
     */
    public String ask(String request, Duration timeout) throws InterruptedException {
        Options.above0(timeout);
        long id;
        synchronized (lock) {
            id = ++number;
        }
        byte[] line = line(request, id);
        Worker worker = take();
        boolean answered = false;
        try {
            String answer = answer(worker, line, id, timeout);
            answered = true;
            return answer;
        } finally {
            // Whatever was thrown: an answer that may still come must not meet another request.
            if (!answered) {
                worker.retire();
            }
            give(worker, answered);
        }
    }

    /** Ends the workers, each after the request it is at. Callers that wait for one get {@link Closed}. */
    @Override
    public void close() {
        List<Worker> ending;
        boolean interrupted = false;
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
            while (free.size() < workers.size()) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            ending = workers;
            workers = new ArrayList<>();
        }
        for (Worker worker : ending) {
            worker.finish();
        }
        watchdog.shutdownNow();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Worker take() throws InterruptedException {
        synchronized (lock) {
            while (!closed && free.isEmpty()) {
                lock.wait();
            }
            if (closed) {
                throw new Closed();
            }
            return free.removeLast();
        }
    }

    private void give(Worker worker, boolean answered) {
        synchronized (lock) {
            // The one that answered last is taken first: it is warm. One in trouble is taken last.
            if (answered) {
                free.addLast(worker);
            } else {
                free.addFirst(worker);
            }
            lock.notifyAll();
        }
    }

    private String answer(Worker worker, byte[] line, long id, Duration timeout) {
        boolean started = false;
        for (boolean again = false; ; again = true) {
            start(worker);
            Timer timer = new Timer(worker.process);
            ScheduledFuture<?> ringing = watchdog.schedule(timer, timeout.toNanos(), TimeUnit.NANOSECONDS);
            try {
                String answer = worker.exchange(line, id);
                ringing.cancel(false);
                if (timer.stop()) {
                    // The answer came while the process was being killed.
                    worker.retire();
                }
                worker.answered = true;
                worker.failures = 0;
                return answer;
            } catch (Gone gone) {
                ringing.cancel(false);
                boolean late = timer.stop();
                started = started || worker.answered;
                if (!late) {
                    worker.failed();
                }
                String why = worker.retire(gone);
                if (late) {
                    throw new TimedOut("the engine did not answer within " + timeout.toMillis() + " ms", worker.said());
                }
                if (again) {
                    throw started ? new EngineEnded(why, worker.said()) : new NotStarted(why, worker.said());
                }
            }
        }
    }

    private void start(Worker worker) {
        if (worker.isRunning()) {
            return;
        }
        boolean recently = System.nanoTime() - worker.failedAt < options.pause.toNanos();
        if (worker.failures > options.restarts && recently) {
            String times = "the engine ended " + worker.failures + " times in a row; ";
            throw new NotStarted(times + "it is not started again for now", worker.said());
        }
        worker.start();
    }

    /**
     * The request as one line of UTF-8, with its id as the first key. A line break between two values is as good as a
     * space; one inside a string is no JSON.
     */
    private static byte[] line(String request, long id) {
        String text = request.strip();
        if (!text.startsWith("{")) {
            throw new IllegalArgumentException("a request is a JSON object");
        }
        StringBuilder line = new StringBuilder(text.length() + 32).append("{\"id\":").append(id);
        boolean quoted = false;
        boolean escaped = false;
        boolean first = true;
        for (int at = 1; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '\n' || sign == '\r') {
                if (quoted) {
                    throw new IllegalArgumentException("a line break in a string is written \\n");
                }
                sign = ' ';
            }
            if (first && sign != ' ' && sign != '\t') {
                line.append(sign == '}' ? "" : ",");
                first = false;
            }
            if (sign == '"' && !escaped) {
                quoted = !quoted;
            }
            escaped = quoted && sign == '\\' && !escaped;
            line.append(sign);
        }
        ByteBuffer bytes;
        try {
            bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(line.append('\n')));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("half a surrogate pair is no text");
        }
        int length = bytes.remaining();
        if (length - 1 > MAX_BYTES) {
            throw new TooLong("the request has " + (length - 1) + " bytes; " + MAX_BYTES + " are the most");
        }
        return Arrays.copyOf(bytes.array(), length);
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Kills a process whose time is up: that ends a write and a read that would wait forever. */
    private static final class Timer implements Runnable {
        private final Process process;
        private boolean stopped;
        private boolean rang;

        Timer(Process process) {
            this.process = process;
        }

        @Override
        public synchronized void run() {
            if (!stopped) {
                rang = true;
                kill(process);
            }
        }

        /** Whether it rang. After this the process is not touched any more. */
        synchronized boolean stop() {
            stopped = true;
            return rang;
        }
    }

    /** The process has ended, or writes what it should not and cannot be trusted any more. */
    private static final class Gone extends Exception {
        private static final long serialVersionUID = 1;
        private final boolean ended;

        Gone(String why, boolean ended) {
            super(why);
            this.ended = ended;
        }
    }

    /** A process and its pipes. It belongs to one thread at a time; only the watchdog kills it from outside. */
    private static final class Worker {
        private final List<String> command;
        private Process process;
        private OutputStream requests;
        private InputStream answers;
        private Deque<String> stderr = new ArrayDeque<>();
        private Thread listener;
        /** Whether this process has answered. */
        private boolean answered;
        /** How often in a row a process of this worker ended without an answer, and when the last one did. */
        private int failures;
        private long failedAt;

        Worker(List<String> command) {
            this.command = command;
        }

        boolean isRunning() {
            if (process != null && !process.isAlive()) {
                retire();
            }
            return process != null;
        }

        void start() {
            answered = false;
            Deque<String> lines = new ArrayDeque<>();
            stderr = lines;
            try {
                process = new ProcessBuilder(command).start();
            } catch (IOException e) {
                failed();
                throw new NotStarted("the engine cannot be started: " + e.getMessage(), List.of());
            }
            requests = process.getOutputStream();
            answers = process.getInputStream();
            InputStream errors = process.getErrorStream();
            listener = daemon("cailiang stderr", () -> listen(errors, lines));
            listener.start();
        }

        String exchange(byte[] line, long id) throws Gone {
            byte[] answer;
            try {
                requests.write(line);
                requests.flush();
                answer = readLine();
            } catch (IOException e) {
                throw new Gone("the engine ended", true);
            }
            String text;
            try {
                text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(answer)).toString();
            } catch (CharacterCodingException e) {
                throw new Gone("the engine wrote what is no UTF-8", false);
            }
            return without(text, id);
        }

        /**
         * The answer without the id it must have. An answer begins with {@code contract}, {@code kind} and {@code id},
         * and the first two have no character to escape.
         */
        private static String without(String answer, long id) throws Gone {
            String key = ",\"id\":" + id;
            int kind = answer.indexOf("\"kind\":\"");
            int from = kind < 0 ? -1 : answer.indexOf('"', kind + 8) + 1;
            int to = from + key.length();
            boolean begins = answer.startsWith("{\"contract\":") && answer.endsWith("}") && from > 0;
            if (!begins || !answer.startsWith(key, from) || Character.isDigit(answer.charAt(to))) {
                throw new Gone("the engine wrote what is no answer to the request", false);
            }
            return answer.substring(0, from) + answer.substring(to);
        }

        private byte[] readLine() throws IOException, Gone {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 14);
            byte[] part = new byte[1 << 14];
            while (true) {
                int length = answers.read(part);
                if (length < 0) {
                    throw new Gone("the engine ended", true);
                }
                for (int at = 0; at < length; at++) {
                    if (part[at] == '\n') {
                        if (at + 1 < length) {
                            throw new Gone("the engine wrote more than one answer", false);
                        }
                        line.write(part, 0, at);
                        return line.toByteArray();
                    }
                }
                line.write(part, 0, length);
            }
        }

        void failed() {
            failures++;
            failedAt = System.nanoTime();
        }

        List<String> said() {
            synchronized (stderr) {
                return List.copyOf(stderr);
            }
        }

        void retire() {
            retire(null);
        }

        /** Ends the process at once; how it ended. */
        String retire(Gone gone) {
            String why = gone == null ? "" : gone.getMessage();
            Process ending = process;
            process = null;
            if (ending == null) {
                return why;
            }
            // One that ended by itself has a code to tell: its output is closed, so it comes at once.
            boolean ended = gone != null && gone.ended && waitFor(ending, 5000);
            kill(ending);
            release(ending);
            return ended ? why + " with code " + ending.exitValue() : why;
        }

        /** Ends the process the clean way: its input is closed. One that does not end then is killed. */
        void finish() {
            Process ending = process;
            process = null;
            if (ending == null) {
                return;
            }
            close(requests);
            if (!waitFor(ending, 5000)) {
                kill(ending);
            }
            release(ending);
        }

        private void release(Process ending) {
            uninterrupted(() -> ending.waitFor());
            uninterrupted(() -> listener.join(1000));
            close(requests);
            close(answers);
        }

        private static boolean waitFor(Process process, long millis) {
            uninterrupted(() -> process.waitFor(millis, TimeUnit.MILLISECONDS));
            return !process.isAlive();
        }

        private static void close(AutoCloseable pipe) {
            try {
                pipe.close();
            } catch (Exception e) {
                // What was not written yet cannot be written any more.
            }
        }

        private static void listen(InputStream errors, Deque<String> lines) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(errors, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    synchronized (lines) {
                        lines.addLast(line);
                        if (lines.size() > STDERR_LINES) {
                            lines.removeFirst();
                        }
                    }
                }
            } catch (IOException e) {
                // The process was killed; what it said until then is there.
            }
        }
    }

    private interface Waiting {
        void go() throws InterruptedException;
    }

    /** Waits for what comes soon; an interrupt is kept for who asked for the answer. */
    private static void uninterrupted(Waiting waiting) {
        boolean interrupted = false;
        while (true) {
            try {
                waiting.go();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills a process, and those it started: a script that starts the engine goes together with it. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
