package be.vakoogst.survey;

import be.vakoogst.run.Trial;
import be.vakoogst.source.SourceDraft;

/**
 * A way to harvest an address that was tried and gave something.
 *
 * @param found the first records of it
 */
public record Way(SourceDraft draft, Ground ground, Trial.Tried found) {}
