package be.vakoogst.operate;

import be.vakoogst.problem.Refusal;
import be.vakoogst.run.Run;
import be.vakoogst.run.RunId;
import be.vakoogst.run.Runs;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * {@code /api/runs/{id}/events}: a run as it goes, as server-sent events. {@code run} carries the run whenever something of it changed,
 * {@code end} comes once, after its end; between them the connection is kept awake. Whichever node performs the run, any node tells of it.
 */
@RestController
class RunEvents {

    private static final Duration LONGEST = Duration.ofHours(1);

    /** Listeners at a time; each costs one look into the database a second at most. */
    private static final int MOST = 200;

    private final Runs runs;
    private final Map<SseEmitter, Listening> listeners = new ConcurrentHashMap<>();

    RunEvents(Runs runs) {
        this.runs = runs;
    }

    /** @param last what was told last */
    private record Listening(RunId run, Optional<Run> last) {}

    @GetMapping(path = "/api/runs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable long id) {
        RunId run = runs.find(new RunId(id)).map(Run::id).orElseThrow(() -> Refusal.notThere("There is no run " + id));
        if (listeners.size() >= MOST) {
            throw Refusal.busy("There are " + MOST + " listeners already: try again later");
        }
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        emitter.onCompletion(() -> listeners.remove(emitter));
        emitter.onTimeout(emitter::complete);
        listeners.put(emitter, new Listening(run, Optional.empty()));
        tell(emitter);
        return emitter;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void tellAll() {
        listeners.keySet().forEach(this::tell);
    }

    private synchronized void tell(SseEmitter emitter) {
        Listening listening = listeners.get(emitter);
        if (listening == null) {
            return;
        }
        Run run = runs.find(listening.run()).orElseThrow();
        try {
            send(emitter, run, listening);
        } catch (IOException e) {
            // The listener went away, as browsers do.
            listeners.remove(emitter);
        }
    }

    private void send(SseEmitter emitter, Run run, Listening listening) throws IOException {
        boolean news = !listening.last().equals(Optional.of(run));
        if (news) {
            emitter.send(SseEmitter.event().name("run").data(run, MediaType.APPLICATION_JSON));
            listeners.put(emitter, new Listening(run.id(), Optional.of(run)));
        } else {
            emitter.send(SseEmitter.event().comment(""));
        }
        if (run.state().isEnd()) {
            emitter.send(SseEmitter.event().name("end").data(run.state().code()));
            listeners.remove(emitter);
            emitter.complete();
        }
    }
}
