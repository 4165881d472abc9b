/**
 * The embedded search node: OpenSearch as a process of its own, on a class path of its own, for a laptop without a cluster.
 * In: a home folder and an HTTP port as arguments, a standard input that stays open. Out: the engine's REST API on 127.0.0.1 until that input ends.
 * OpenSearch 3.8 settings; started by {@code be.vakoogst.embedded} of the indexer, which carries this module as a zip.
 */
@NullMarked
package be.vakoogst.engine;

import org.jspecify.annotations.NullMarked;
