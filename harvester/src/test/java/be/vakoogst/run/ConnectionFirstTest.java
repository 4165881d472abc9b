package be.vakoogst.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import be.vakoogst.postgres.TestDatabase;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.DefaultExecutionContextSerializer;
import org.springframework.batch.core.repository.dao.jdbc.JdbcExecutionContextDao;
import org.springframework.batch.core.repository.dao.jdbc.JdbcJobExecutionDao;
import org.springframework.batch.core.repository.dao.jdbc.JdbcJobInstanceDao;
import org.springframework.batch.core.repository.dao.jdbc.JdbcStepExecutionDao;
import org.springframework.batch.core.repository.support.SimpleJobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.test.MetaDataInstanceFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ConnectionFirstTest {

    private static final String STATES =
            "create temp table batch_step_execution_context (step_execution_id bigint, short_context text, serialized_context text)";

    private final StepExecution step = MetaDataInstanceFactory.createStepExecution();

    @Test
    void aStepThatWaitsForAConnectionHoldsUpNoneThatHasOne() throws Exception {
        try (HikariDataSource pool = ofOneConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            DataSource lazy = new LazyConnectionDataSourceProxy(pool);
            JdbcClient database = JdbcClient.create(lazy);
            JdbcTransactionManager transactions = new JdbcTransactionManager(lazy);
            JobRepository jobs = ConnectionFirst.in(repository(lazy), database, transactions);

            Future<?> waiting = new TransactionTemplate(transactions).execute(status -> {
                database.sql("select 1").query(Integer.class).single();
                Future<?> other = threads.submit(() -> jobs.updateExecutionContext(step));
                await().until(() -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 1);
                jobs.updateExecutionContext(step);
                return other;
            });

            assertThatCode(Objects.requireNonNull(waiting)::get).doesNotThrowAnyException();
        }
    }

    private static HikariDataSource ofOneConnection() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TestDatabase.url());
        config.setUsername("postgres");
        config.setMaximumPoolSize(1);
        config.setConnectionInitSql(STATES);
        return new HikariDataSource(config);
    }

    /** As Spring Batch puts it together, without its transactions. */
    private static JobRepository repository(DataSource source) {
        JdbcExecutionContextDao states = new JdbcExecutionContextDao();
        states.setJdbcTemplate(new JdbcTemplate(source));
        states.setSerializer(new DefaultExecutionContextSerializer());
        return new SimpleJobRepository(
                new JdbcJobInstanceDao(), new JdbcJobExecutionDao(), new JdbcStepExecutionDao(), states);
    }
}
