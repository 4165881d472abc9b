package be.vakoogst.index;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.language.Language;
import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.trade.Vocabulary;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What carries changes into an index, as the application puts it together, with the tests' database. */
final class IndexRoom {

    private static final Path VOCABULARIES = Path.of("../config/vocabularies");
    private static final Vocabulary VOCABULARY = Vocabulary.load(VOCABULARIES);
    static final Language LANGUAGE = Language.load(VOCABULARIES, VOCABULARY);

    final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(TestDatabase.dataSource());
    final SearchDocument document = new SearchDocument(LANGUAGE, VOCABULARY, Reuse.load(VOCABULARIES));

    final TransactionTemplate transaction = new TransactionTemplate(transactions);
    final Catalogue catalogue = new Catalogue(jdbc, InstantSource.system());
    final IndexLedger ledger = new IndexLedger(jdbc, requiringNew(), InstantSource.system());
    final Indices indices;
    final Filling filling;
    final Comparison comparison;
    final Reindex reindex;

    IndexRoom(SearchEngine engine) {
        indices = new Indices(engine, LANGUAGE, InstantSource.system());
        filling = new Filling(engine, catalogue, ledger, document);
        comparison = new Comparison(engine, catalogue, ledger, document);
        reindex = new Reindex(indices, filling, ledger, comparison);
    }

    static SearchEngine engineAt(URI url, String alias) {
        return new SearchEngine(new IndexSettings(url, null, null, null, alias, Duration.ofSeconds(10)));
    }

    private TransactionTemplate requiringNew() {
        TransactionTemplate anew = new TransactionTemplate(transactions);
        anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return anew;
    }
}
