package be.vakoogst.control;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** TXT records by the resolver of this machine, or one that is named. */
class TxtRecords {

    private static final Logger LOG = LoggerFactory.getLogger(TxtRecords.class);

    private final ControlSettings settings;

    TxtRecords(ControlSettings settings) {
        this.settings = settings;
    }

    /** Those of a host; none when it has none, or nobody answers. */
    List<String> of(String host) {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, settings.dns());
        environment.put("com.sun.jndi.dns.timeout.initial", "2000");
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        try {
            InitialDirContext context = new InitialDirContext(environment);
            try {
                return values(context.getAttributes(host, new String[] {"TXT"}).get("TXT"));
            } finally {
                context.close();
            }
        } catch (NamingException e) {
            LOG.debug("no TXT record of {}: {}", host, e.toString());
            return List.of();
        }
    }

    private static List<String> values(@Nullable Attribute records) throws NamingException {
        List<String> values = new ArrayList<>();
        if (records != null) {
            NamingEnumeration<?> all = records.getAll();
            while (all.hasMore()) {
                values.add(all.next().toString().replace("\"", ""));
            }
        }
        return values;
    }
}
