package be.vakoogst.trade;

import be.vakoogst.resource.Digest;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of the vocabulary, read and checked as a whole: {@code trades.yml}, and what belongs to its trades. */
final class VocabularyReading {

    private final Path folder;
    private final Map<String, TradeReading> trades = new LinkedHashMap<>();

    VocabularyReading(Path folder) {
        this.folder = folder;
    }

    Vocabulary.Contents read() {
        Path file = folder.resolve("trades.yml");
        List<Stated> stated = Stated.read(file)
                .filter(list -> !list.list("the vocabulary").isEmpty())
                .orElseThrow(() -> new VocabularyException(file, 1, "must be a list of trades"))
                .list("the vocabulary");
        stated.stream().map(TradeReading::new).forEach(this::add);
        trades.values().forEach(this::checkNeighbours);
        checkOwnFiles();
        return new Vocabulary.Contents(
                byId(),
                against(),
                TermLists.stems(folder.resolve("compound-words.txt")),
                TermLists.stems(folder.resolve("silent-words.txt")),
                Examples.read(folder.resolve("training"), trades.keySet()),
                digest());
    }

    /** Of every file of the folder, with its name. */
    private String digest() {
        try (Stream<Path> files = Files.walk(folder, 2, FileVisitOption.FOLLOW_LINKS)) {
            Digest digest = new Digest();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.add(folder.relativize(file).toString()).add(Files.readAllBytes(file));
            }
            return digest.hex(Digest.WHOLE);
        } catch (IOException e) {
            throw new VocabularyException(folder, 1, "cannot be read: " + e);
        }
    }

    private void add(TradeReading trade) {
        if (trades.putIfAbsent(trade.id(), trade) != null) {
            throw trade.wrong("id '" + trade.id() + "' stands twice");
        }
    }

    private Map<String, Trade> byId() {
        Map<String, Trade> byId = new LinkedHashMap<>();
        trades.forEach((id, reading) -> byId.put(
                id, reading.trade(TermLists.groups(folder.resolve("trades").resolve(id + ".yml")))));
        return byId;
    }

    private List<Trade.Term> against() {
        return TermLists.groups(folder.resolve("no-trade.yml")).stream()
                .flatMap(group -> group.words().stream().map(word -> new Trade.Term(word, group.weight(), List.of())))
                .toList();
    }

    private void checkNeighbours(TradeReading trade) {
        trade.related().forEach(related -> {
            String id = known(related, trade, "related to");
            if (id.equals(trade.id())) {
                throw related.wrong("trade '" + id + "' is related to itself");
            }
        });
        trade.broader().ifPresent(broader -> {
            known(broader, trade, "narrower than");
            checkCycle(trade, broader);
        });
    }

    private String known(Stated named, TradeReading trade, String how) {
        String id = named.text("a trade");
        if (!trades.containsKey(id)) {
            throw named.wrong("trade '" + trade.id() + "' is " + how + " '" + id + "', which is no trade");
        }
        return id;
    }

    private void checkCycle(TradeReading trade, Stated broader) {
        Set<String> passed = new HashSet<>(Set.of(trade.id()));
        StringBuilder way = new StringBuilder(trade.id());
        Optional<String> next = Optional.of(broader.text("broader"));
        while (next.isPresent()) {
            way.append(" → ").append(next.get());
            if (!passed.add(next.get())) {
                throw broader.wrong("broader goes in a cycle: " + way);
            }
            next = Optional.ofNullable(trades.get(next.get()))
                    .flatMap(TradeReading::broader)
                    .map(each -> each.text("broader"));
        }
    }

    private void checkOwnFiles() {
        Path own = folder.resolve("trades");
        if (!Files.isDirectory(own)) {
            return;
        }
        try (Stream<Path> files = Files.list(own)) {
            files.filter(file -> file.toString().endsWith(".yml"))
                    .filter(file ->
                            !trades.containsKey(file.getFileName().toString().replace(".yml", "")))
                    .findFirst()
                    .ifPresent(file -> {
                        throw new VocabularyException(file, 1, "belongs to no trade of trades.yml");
                    });
        } catch (IOException e) {
            throw new VocabularyException(own, 1, "cannot be read: " + e);
        }
    }
}
