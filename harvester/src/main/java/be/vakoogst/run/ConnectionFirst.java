package be.vakoogst.run;

import org.aopalliance.aop.Advice;
import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.NameMatchMethodPointcutAdvisor;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.interceptor.MatchAlwaysTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/**
 * Lets whoever saves the state of a step have a connection before. Spring Batch saves them one after the other ({@code JdbcExecutionContextDao} of
 * 6.0.6 has a lock for all steps), and our connections are taken at the first statement: a step that ended would wait for one with that lock in its
 * hands, while the runs that have all connections wait for their turn at the catalogue, and the run whose turn it is for the lock.
 */
final class ConnectionFirst {

    private ConnectionFirst() {}

    static JobRepository in(JobRepository jobs, JdbcClient database, TransactionManager transactions) {
        ProxyFactory proxy = new ProxyFactory(jobs);
        saving(proxy, new TransactionInterceptor(transactions, new MatchAlwaysTransactionAttributeSource()));
        saving(proxy, (MethodBeforeAdvice) (method, arguments, target) ->
                database.sql("select 1").query(Integer.class).single());
        return (JobRepository) proxy.getProxy();
    }

    private static void saving(ProxyFactory proxy, Advice advice) {
        NameMatchMethodPointcutAdvisor advisor = new NameMatchMethodPointcutAdvisor(advice);
        advisor.setMappedName("updateExecutionContext");
        proxy.addAdvisor(advisor);
    }
}
