/**
 * Tells operators what they can do something about, once when it starts and once when it ends.
 * In: runs, removals, the index, the disk, looked at each minute. Out: alerts at /operate/alerts and /api/alerts, mails, signed webhooks.
 * Standard Webhooks 1.0 (standardwebhooks.com): headers webhook-id, webhook-timestamp, webhook-signature, HMAC-SHA256.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "delivery",
            "index",
            "life",
            "mail",
            "paging",
            "problem",
            "resource",
            "run",
            "schedule",
            "source",
            "webhook"
        })
package be.vakoogst.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
