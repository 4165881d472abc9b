package be.vakoogst.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedEngineTest {

    private static final Path PROGRAM = Path.of("target", "test-engine");

    /** On a busy machine, a start takes long; its end says that none comes. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path temporary;

    @Test
    @Timeout(60)
    void engineThatHangsIsKilledAtTheEnd() throws Exception {
        EmbeddedEngine engine = EmbeddedEngine.start(PROGRAM, temporary.toRealPath());
        ProcessHandle process = processOf(temporary);
        new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                .start()
                .waitFor();

        Ending.of(List.of(engine), Duration.ofMillis(100));

        process.onExit().get(20, SECONDS);
        assertThat(engine.isAlive()).isFalse();
    }

    @Test
    void engineThatCannotStartSaysWhy() throws Exception {
        Path home = temporary.toRealPath();
        Files.writeString(home.resolve("data"), "a file where a folder has to be");

        try (EmbeddedEngine engine = EmbeddedEngine.start(PROGRAM, home)) {
            assertThatThrownBy(() -> engine.awaitReady(PATIENCE))
                    .isInstanceOf(EmbeddedException.PartFailed.class)
                    .hasMessageContaining("ended with exit code 1")
                    .hasMessageContaining(home.resolve("data").toString());
        }
    }

    @Test
    void waitingIsBounded() throws Exception {
        try (EmbeddedEngine engine = EmbeddedEngine.start(PROGRAM, temporary.toRealPath())) {
            assertThatThrownBy(() -> engine.awaitReady(Duration.ofMillis(1)))
                    .isInstanceOf(EmbeddedException.PartFailed.class)
                    .hasMessageContaining("does not answer");
        }
    }

    @Test
    void engineLeftInItsFolderIsEndedByTheNextStart() throws Exception {
        Path home = temporary.toRealPath();
        try (EmbeddedEngine left = EmbeddedEngine.start(PROGRAM, home);
                EmbeddedEngine next = EmbeddedEngine.start(PROGRAM, home)) {
            assertThat(left.isAlive()).isFalse();
            next.awaitReady(PATIENCE);
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "what a process has in its memory is told in /proc")
    void whatWasRememberedOfATrainingIsTakenByTheNextStart() throws Exception {
        Path program = temporary.toRealPath().resolve("program");
        Path home = temporary.toRealPath().resolve("home");

        EngineTraining.train(program);

        try (EmbeddedEngine engine = EmbeddedEngine.start(program, home)) {
            engine.awaitReady(PATIENCE);
            Path mapped = Path.of("/proc", Long.toString(processOf(home).pid()), "maps");
            assertThat(mapped)
                    .content()
                    .contains(EngineProgram.in(program).cache().toString());
        }
    }

    @Test
    void cacheThatIsBrokenHoldsUpNoStart() throws Exception {
        Path home = temporary.toRealPath().resolve("home");
        Path program = temporary.toRealPath().resolve("program");
        Files.writeString(EngineProgram.in(program).cache(), "of another Java");

        try (EmbeddedEngine engine = EmbeddedEngine.start(program, home)) {
            engine.awaitReady(PATIENCE);
            assertThat(engine.isAlive()).isTrue();
        }
    }

    @Test
    void pidOfAStrangerIsLeftAlone() throws Exception {
        assertThat(Orphan.of(ProcessHandle.current().pid(), List.of("EngineProcess", temporary.toString())))
                .isEmpty();
    }

    @Test
    @Timeout(30)
    void partThatNeverStopsIsKilledAndHoldsUpNoOther() {
        CountDownLatch killed = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);

        Ending.of(List.of(new Hanging(killed), new Stopping(stopped)), Duration.ofSeconds(2));

        assertThat(killed.getCount()).isZero();
        assertThat(stopped.getCount()).isZero();
    }

    private static ProcessHandle processOf(Path home) throws Exception {
        return PidFile.firstLine(home.resolve("pid")).flatMap(ProcessHandle::of).orElseThrow();
    }

    private record Hanging(CountDownLatch killed) implements Part {
        @Override
        public String name() {
            return "hanging";
        }

        @Override
        public void stop() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void kill() {
            killed.countDown();
        }
    }

    private record Stopping(CountDownLatch stopped) implements Part {
        @Override
        public String name() {
            return "stopping";
        }

        @Override
        public void stop() {
            stopped.countDown();
        }

        @Override
        public void kill() {
            throw new AssertionError("stopped politely, and killed all the same");
        }
    }
}
