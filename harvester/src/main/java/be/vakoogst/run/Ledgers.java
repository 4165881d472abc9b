package be.vakoogst.run;

import be.vakoogst.life.Settling;

/** Where a run writes down what it did. */
record Ledgers(
        RunLedger runs,
        OutcomeLedger outcomes,
        ItemLedger items,
        ListingLedger listings,
        PastLedger past,
        Settling life) {}
