/**
 * Vakoogst: learning content for trades, harvested and findable by trade.
 * The rooms are the packages below, in the order of the data: source, connector (feed…), fetch, extract (page…), normalise, run, catalogue, index, search.
 * This package holds only the application itself.
 */
@NullMarked
package be.vakoogst;

import org.jspecify.annotations.NullMarked;
