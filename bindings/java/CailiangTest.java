import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The client, with the engine itself and with one that misbehaves. {@code bindings/test} runs it.
 *
 * <p>Nothing here waits for a time to pass: a timeout is made by an engine that never answers.
 */
public final class CailiangTest {
    private static final String ENGINE = System.getenv("CAILIANG");
    private static final Duration FOREVER = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final List<String> fake = List.of(System.getenv("PYTHON"), "-S", System.getenv("FAKE"));
    private final List<Cailiang> clients = new ArrayList<>();
    private final Path folder;
    private final Path log;
    private final Path once;

    private interface Body {
        void run(CailiangTest test) throws Exception;
    }

    private CailiangTest() throws Exception {
        folder = Files.createTempDirectory("cailiang");
        log = folder.resolve("log");
        once = folder.resolve("once");
    }

    public static void main(String[] arguments) throws Exception {
        int failed = 0;
        failed += run("eight threads share a client and each gets its own answers", CailiangTest::eightThreads);
        failed += run("the request has the id of the client", CailiangTest::ids);
        failed += run("texts cross as they are", CailiangTest::texts);
        failed += run("a request that gets no answer times out and the next is answered", CailiangTest::timesOut);
        failed += run("a request that is not read times out too", CailiangTest::notRead);
        failed += run("a script that starts the engine is killed together with it", CailiangTest::script);
        failed += run("a request whose engine ends is sent once more", CailiangTest::onceMore);
        failed += run("a request that ends every engine is an error and the next is answered", CailiangTest::ends);
        failed += run("what is no answer to the request reaches nobody", CailiangTest::noAnswer);
        failed += run("an engine that cannot be started says why", CailiangTest::notStarted);
        failed += run("restarts in a row are limited", CailiangTest::restarts);
        failed += run("a request over the limit is not sent", CailiangTest::limit);
        failed += run("closing waits for what is asked and refuses the rest", CailiangTest::closes);
        System.exit(failed == 0 ? 0 : 1);
    }

    private static int run(String name, Body body) throws Exception {
        CailiangTest test = new CailiangTest();
        try {
            body.run(test);
            System.out.println("ok " + name);
            return 0;
        } catch (Throwable e) {
            System.out.println("not ok " + name);
            e.printStackTrace(System.out);
            return 1;
        } finally {
            test.clients.forEach(Cailiang::close);
            for (Path path : List.of(test.log, test.once, Path.of(test.once + ".asked"), test.folder)) {
                Files.deleteIfExists(path);
            }
        }
    }

    private void eightThreads() throws Exception {
        // A command that adds its process id to the log and becomes the engine.
        List<String> logged = List.of("sh", "-c", "echo $$ >> \"$0\"; exec \"$@\"", log.toString());
        Cailiang engine = client(plus(logged, ENGINE, "serve", "--stdio"), new Cailiang.Options().workers(2));
        CountDownLatch done = new CountDownLatch(100);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Object>> threads = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            int first = 10_000 + 1_000 * thread;
            threads.add(pool.submit(() -> {
                for (int value = first; value < first + 60; value++) {
                    has(engine.ask(valued(value)), "\"min\":{\"value\":\"" + 10 * value + "\"");
                    done.countDown();
                }
                return null;
            }));
        }
        pool.shutdown();
        done.await();
        // One of the two dies in the middle: its request is asked once more.
        ProcessHandle.of(pids().get(0)).orElseThrow().destroyForcibly();
        for (Future<Object> thread : threads) {
            thread.get();
        }
        holds(pids().size() > 2, "it was started again");
    }

    private void ids() throws Exception {
        Cailiang engine = client(List.of(ENGINE, "serve", "--stdio"), new Cailiang.Options());
        String answer = engine.ask("{\"ruleset\": \"没有的规则\", \"offence\": \"x\", \"on\": \"2024-05-01\", \"name\": \"案\"}");
        holds(answer.startsWith("{\"contract\":1,\"kind\":\"error\",\"name\":\"案\",\"stage\":\"link\""), answer);
        has(engine.ask("{}"), "\"code\":\"missing-key\"");
        has(engine.ask(" {\n} "), "\"code\":\"missing-key\"");
        // What is no JSON is told by the engine; so is an id that was given beside that of the client.
        for (String wrong : List.of("{]", "{,}", "{\"ruleset\"", "{\"ruleset\": \"a", "{\"id\": 1, \"do\": \"check\"}")) {
            has(engine.ask(wrong), "{\"contract\":1,\"kind\":\"error\",\"stage\":\"request\"");
        }
        for (String wrong : List.of("", "[]", "null", "{\"name\": \"a\nb\"}", "{\"name\": \"\ud800\"}")) {
            fails(IllegalArgumentException.class, () -> engine.ask(wrong));
        }
    }

    private void texts() throws Exception {
        Cailiang engine = client(fake, new Cailiang.Options());
        String say = "\"第一行\\n𠮷 \\\" \\\\\"";
        has(engine.ask("{\r\n  \"do\": \"echo\",\n  \"say\": " + say + "\n}"), "\"said\":" + say);
        String longer = "\"" + "长".repeat(100_000) + "\"";
        has(engine.ask(echo(longer)), "\"said\":" + longer);
    }

    private void timesOut() throws Exception {
        Cailiang engine = client(fake, new Cailiang.Options());
        fails(Cailiang.TimedOut.class, () -> engine.ask("{\"do\": \"sleep\"}", SHORT));
        has(engine.ask(echo("1")), "\"said\":1");
    }

    private void notRead() throws Exception {
        // More than a pipe holds, to a process that reads nothing.
        Cailiang engine = client(List.of("sleep", "3600"), new Cailiang.Options());
        fails(Cailiang.TimedOut.class, () -> engine.ask(echo("\"" + "x".repeat(1_000_000) + "\""), SHORT));
    }

    private void script() throws Exception {
        Cailiang engine = client(List.of("sh", "-c", "sleep 3600; true"), new Cailiang.Options());
        fails(Cailiang.TimedOut.class, () -> engine.ask(echo("1"), SHORT));
    }

    private void onceMore() throws Exception {
        Cailiang engine = client(plus(fake, "--log", log.toString()), new Cailiang.Options());
        has(engine.ask("{\"do\": \"exit once\", \"file\": \"" + once + "\", \"say\": 1}"), "\"said\":1");
        same(pids().size(), 2);
    }

    private void ends() throws Exception {
        Cailiang engine = client(plus(fake, "--log", log.toString()), new Cailiang.Options());
        has(engine.ask(echo("1")), "\"said\":1");
        Cailiang.Failure failure = fails(Cailiang.EngineEnded.class, () -> engine.ask("{\"do\": \"exit\"}"));
        same(failure.stderr(), List.of("it ends here"));
        has(failure.getMessage(), "with code 9");
        has(engine.ask(echo("2")), "\"said\":2");
        same(pids().size(), 3);
    }

    private void noAnswer() throws Exception {
        Cailiang engine = client(fake, new Cailiang.Options());
        for (String told : List.of("wrong id", "longer id", "no id", "no JSON", "no UTF-8", "half an answer")) {
            has(engine.ask(echo("\"" + told + "\"")), "\"said\":\"" + told + "\"");
            fails(Cailiang.EngineEnded.class, () -> engine.ask("{\"do\": \"" + told + "\"}"));
        }
        // Of two answers to one request the second is nobody's, whether it comes with the first or after it.
        try {
            engine.ask("{\"do\": \"two answers\"}");
        } catch (Cailiang.EngineEnded e) {
            has(e.getMessage(), "more than one answer");
        }
        has(engine.ask(echo("\"mine\"")), "\"said\":\"mine\"");
    }

    private void notStarted() throws Exception {
        Cailiang missing = client(List.of(log + ".missing"), new Cailiang.Options());
        fails(Cailiang.NotStarted.class, () -> missing.ask(echo("1")));
        Cailiang dead = client(plus(fake, "--dead"), new Cailiang.Options());
        Cailiang.Failure failure = fails(Cailiang.NotStarted.class, () -> dead.ask(echo("1")));
        same(failure.stderr().size(), 20);
        same(failure.stderr().get(19), "error 30: 没有规则");
        has(failure.getMessage(), "with code 3");
    }

    private void restarts() throws Exception {
        for (Duration pause : List.of(FOREVER, Duration.ZERO)) {
            Files.writeString(log, "");
            Cailiang.Options options = new Cailiang.Options().restarts(2, pause);
            Cailiang engine = client(plus(fake, "--dead", "--log", log.toString()), options);
            for (int time = 0; time < 5; time++) {
                fails(Cailiang.NotStarted.class, () -> engine.ask(echo("1")));
            }
            same(pids().size(), pause.isZero() ? 10 : 3);
        }
    }

    private void limit() throws Exception {
        Cailiang engine = client(plus(fake, "--log", log.toString()), new Cailiang.Options());
        int most = Cailiang.MAX_BYTES - "{\"id\":1,\"do\": \"echo\", \"say\": \"\"}".length();
        has(engine.ask(echo("\"" + "x".repeat(most) + "\"")), "\"length\":" + (Cailiang.MAX_BYTES + 1));
        fails(Cailiang.TooLong.class, () -> engine.ask(echo("\"" + "x".repeat(most + 1) + "\"")));
        same(pids().size(), 1);
    }

    private void closes() throws Exception {
        Cailiang engine = client(plus(fake, "--log", log.toString()), new Cailiang.Options());
        ExecutorService pool = Executors.newFixedThreadPool(3);
        String wait = "{\"do\": \"wait\", \"file\": \"" + once + "\", \"say\": 1}";
        Future<String> asked = pool.submit(() -> engine.ask(wait));
        while (!Files.exists(Path.of(once + ".asked"))) {
            Thread.sleep(10);
        }
        Future<String> waiting = pool.submit(() -> engine.ask(echo("2")));
        Future<?> closing = pool.submit(engine::close);
        pool.shutdown();
        try {
            waiting.get();
            throw new AssertionError("it was answered");
        } catch (ExecutionException e) {
            holds(e.getCause() instanceof Cailiang.Closed, "" + e.getCause());
        }
        holds(!closing.isDone(), "it waits");
        Files.createFile(once);
        has(asked.get(), "\"said\":1");
        closing.get();
        same(Files.readAllLines(log).subList(1, 2), List.of("ended"));
        fails(Cailiang.Closed.class, () -> engine.ask(echo("1")));
        engine.close();
    }

    private Cailiang client(List<String> command, Cailiang.Options options) {
        Cailiang client = new Cailiang(options.command(command));
        clients.add(client);
        return client;
    }

    private List<Long> pids() throws Exception {
        List<Long> pids = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            if (!line.equals("ended")) {
                pids.add(Long.valueOf(line));
            }
        }
        return pids;
    }

    /** A case whose fine tells its value: ten to twenty times of it. */
    private static String valued(int value) {
        return "{\"ruleset\": \"cn.npc.food-safety-law\", \"offence\": \"unlicensed\", \"explanation\": false,"
            + " \"facts\": {\"违法行为日\": \"2024-05-01\", \"货值金额\": \"" + value + "\"}}";
    }

    private static String echo(String say) {
        return "{\"do\": \"echo\", \"say\": " + say + "}";
    }

    private static List<String> plus(List<String> command, String... arguments) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        return all;
    }

    private static <F extends Exception> F fails(Class<F> kind, Callable<String> ask) throws Exception {
        String answer;
        try {
            answer = ask.call();
        } catch (Exception e) {
            if (kind.isInstance(e)) {
                return kind.cast(e);
            }
            throw e;
        }
        throw new AssertionError("it was answered: " + answer);
    }

    private static void has(String text, String part) {
        holds(text.contains(part), "`" + part + "` is not in\n" + text.substring(0, Math.min(text.length(), 2000)));
    }

    private static void same(Object found, Object expected) {
        holds(found.equals(expected), found + ", expected " + expected);
    }

    private static void holds(boolean condition, String message) {
        if (!condition) {
            throw new AssertionError(message);
        }
    }
}
