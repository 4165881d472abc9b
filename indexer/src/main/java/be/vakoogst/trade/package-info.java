/**
 * Trade clusters: the vocabulary of trades and the classifier that files a text under them.
 * In: config/vocabularies; a title, description, keywords and text. Out: TradeAssertions with score and evidence; the whole catalogue filed anew.
 * SKOS (W3C, 2009) in spirit; Dutch compounds are split by config/vocabularies/compound-words.txt.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "catalogue", "paging", "problem", "resource"})
package be.vakoogst.trade;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
