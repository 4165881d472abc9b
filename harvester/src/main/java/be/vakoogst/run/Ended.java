package be.vakoogst.run;

/** How an item ended in a run. */
public record Ended(RunId run, RunItem item) {}
