package be.vakoogst.cli;

import be.vakoogst.embedded.EmbeddedParts;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets the application begin while the embedded database starts: it is waited for where the first connection may be asked for. */
record DatabaseAwaited(EmbeddedParts parts) implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource) {
            parts.awaitDatabase();
        }
        return bean;
    }
}
