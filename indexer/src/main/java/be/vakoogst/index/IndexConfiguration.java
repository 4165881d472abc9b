package be.vakoogst.index;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.language.Language;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import be.vakoogst.trade.Vocabulary;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IndexSettings.class, VocabularyFolder.class})
class IndexConfiguration {

    @Bean
    SearchEngine searchEngine(IndexSettings settings) {
        return new SearchEngine(settings);
    }

    @Bean
    Indices indices(SearchEngine engine, Language language, InstantSource clock) {
        return new Indices(engine, language, clock);
    }

    @Bean
    SearchDocument searchDocument(Language language, Vocabulary vocabulary, VocabularyFolder folder) {
        return new SearchDocument(language, vocabulary, Reuse.load(folder.vocabularies()));
    }

    @Bean
    IndexLedger indexLedger(JdbcClient database, PlatformTransactionManager transactions, InstantSource clock) {
        TransactionTemplate anew = new TransactionTemplate(transactions);
        anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new IndexLedger(database, anew, clock);
    }

    @Bean
    Filling filling(SearchEngine engine, Catalogue catalogue, IndexLedger ledger, SearchDocument documents) {
        return new Filling(engine, catalogue, ledger, documents);
    }

    @Bean
    IndexStatus indexStatus(
            Indices indices, IndexLedger ledger, Catalogue catalogue, ObjectProvider<Tail> tail, InstantSource clock) {
        return new IndexStatus(indices, ledger, catalogue, tail, clock);
    }

    @Bean
    Comparison comparison(SearchEngine engine, Catalogue catalogue, IndexLedger ledger, SearchDocument documents) {
        return new Comparison(engine, catalogue, ledger, documents);
    }

    @Bean
    Reindex reindex(Indices indices, Filling filling, IndexLedger ledger, Comparison comparison) {
        return new Reindex(indices, filling, ledger, comparison);
    }

    @Bean
    IndexCheck indexCheck(
            Indices indices, Comparison comparison, Filling filling, IndexLedger ledger, InstantSource clock) {
        return new IndexCheck(indices, comparison, filling, ledger, clock);
    }

    @Bean
    @ConditionalOnRole(Role.INDEX)
    NightlyCheck nightlyCheck(IndexCheck check) {
        return new NightlyCheck(check);
    }

    @Bean
    @ConditionalOnRole(Role.INDEX)
    Tail tail(Indices indices, Filling filling, Reindex reindex, IndexLedger ledger) {
        return new Tail(indices, filling, reindex, ledger);
    }
}
