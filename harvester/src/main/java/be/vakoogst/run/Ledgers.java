package be.vakoogst.run;

/** Where a run writes down what it did. */
record Ledgers(RunLedger runs, OutcomeLedger outcomes, ItemLedger items, ListingLedger listings) {}
